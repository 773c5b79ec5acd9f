/** Visits, invented: two verifiers who differ on one claim, and an entry that nobody has visited. */
import type { FoundBeforeRow, ReturnMatches, VisitClaim, VisitPhotoRow, VisitRow, Visits } from '../../generated/api';

const claim = (text: string, claimed: string, found: string, verdict: VisitClaim['verdict']): VisitClaim => ({
  text, claimed, found, verdict, criterion: null, unit: null, method: 'original-document', note: '', photos: [],
});

const photo: VisitPhotoRow = {
  photo: 'ab'.repeat(32),
  original: { hash: 'cd'.repeat(32), bytes: 3_700_000 },
  taken: '2023-11-21T09:31:00+08:00',
  device: 'HP 12',
  position: null,
  kind: 'document',
  caption: 'Daftar penerima',
  width: 1600,
  height: 1200,
  bytes: 240_000,
  notes: ['no-position'],
};

const row = (judge: string, entry: string, title: string, found: string, verdict: VisitClaim['verdict']): VisitRow => ({
  visit: `${judge}-${entry}`.padEnd(32, '0'),
  judge,
  stage: 'verifikasi',
  entry,
  title,
  agency: 'Desa Loa Duri',
  district: 'Loa Kulu',
  outside_dates: verdict === 'refuted',
  state: 'final',
  mode: 'site',
  began: '2023-11-21T09:10:00+08:00',
  ended: '2023-11-21T11:00:00+08:00',
  place: 'Desa Loa Duri',
  position: { latitude: '-0.43', longitude: '117.01', accuracy: 12 },
  recommendation: verdict === 'refuted' ? 'not-eligible' : 'eligible',
  reason: verdict === 'refuted' ? 'penerima manfaat jauh lebih sedikit' : '',
  notes: '',
  objection: '',
  dissent: '',
  office: { name: 'Kantor Desa', officer: '', nip: '', post: '' },
  team: [],
  respondents: [],
  claims: [claim('Jumlah penerima manfaat', '500', found, verdict), claim('Dasar hukum', 'Perbup 12/2022', 'SK Camat 7/2022', 'partly')],
  photos: entry === 'DESA-002' ? [photo] : [],
  hand_over: 'a7'.repeat(32),
  missing: [],
  metres: 1240,
  settled: [],
  differs: entry === 'DESA-001' ? ['Jumlah penerima manfaat'] : [],
  gate: 'waiting',
});

const before = (text: string, found: string, verdict: FoundBeforeRow['verdict']): FoundBeforeRow => ({
  text, claimed: '600', found, unit: 'orang', verdict, day: '2022-11-21',
});

export const visits: Visits = {
  predecessors: [
    {
      entry: 'DESA-001',
      competition: 'Pekan Inovasi 2022',
      code: 'DESA-017',
      title: 'TAMBAK REVITALISASI',
      agency: 'Desa Loa Duri',
      claims: [before('Jumlah penerima manfaat', '550', 'confirmed'), before('jumlah penerima manfaat', '430', 'partly'), before('Tambak yang aktif', '12', 'partly')],
    },
  ],
  rows: [
    row('V1', 'DESA-001', 'TAMBAK REVITALISASI (MB RITA)', '410', 'partly'),
    row('V2', 'DESA-001', 'TAMBAK REVITALISASI (MB RITA)', '85', 'refuted'),
    row('V1', 'DESA-002', 'KLIKMI', '500', 'confirmed'),
  ],
  not_visited: [{ stage: 'verifikasi', entry: 'DESA-003', title: 'ULAP DOYO', agency: 'Desa Muara', district: 'Tanjung Isuy', gate: 'waiting' }],
  to_visit: [
    { stage: 'verifikasi', stage_name: 'Verifikasi lapangan', entry: 'DESA-001', title: 'TAMBAK REVITALISASI (MB RITA)', agency: 'Desa Loa Duri', claims: [claim('Dasar hukum', '', '', null)], note: '', note_handed_over: false },
    { stage: 'verifikasi', stage_name: 'Verifikasi lapangan', entry: 'DESA-003', title: 'ULAP DOYO', agency: 'Desa Muara', claims: [claim('Dasar hukum', '', '', null)], note: '', note_handed_over: false },
  ],
};

/** An entry that is perhaps one of last year's. */
export const matches: ReturnMatches = {
  competition: 'Pekan Inovasi 2022',
  not_visited: 2,
  rows: [
    {
      title: 'KLIKMI',
      agency: 'Desa Loa Duri',
      likeness: 'near-title',
      confirmed: false,
      before: { entry: 'DESA-002', competition: 'Pekan Inovasi 2022', code: 'DESA-009', title: 'KLIK-MI', agency: 'Desa Loa Duri', claims: [before('Dasar hukum', 'SK', 'confirmed')] },
    },
  ],
};
