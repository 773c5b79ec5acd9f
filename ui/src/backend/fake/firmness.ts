/** An invented explanation, and how firm the invented standings are. */
import type { Agreement, Explained, Firmness } from '../../generated/api';

const fraction = (shown: string, exact: string) => ({ shown, exact });

export function explained(a: string, b: string | null): Explained {
  const sheet = (entry: string, judge: string, score: string, marks: string[]) => ({ entry, judge, score, stays: true, marks });
  return {
    a,
    b,
    difference: b === null ? fraction('90.07', '9007/100') : fraction('-1.35', '-27/20'),
    terms: [
      { stage: 'penilaian', criterion: 'dampak', judge: 'J1', exact: '-21/20' },
      { stage: 'penilaian', criterion: 'dampak', judge: 'J2', exact: '-3/5' },
      { stage: 'penilaian', criterion: 'efisiensi', judge: 'J1', exact: '3/10' },
    ],
    rounding: '0',
    deductions: '0',
    decided_by: null,
    sides: [a, ...(b === null ? [] : [b])].map((entry, at) => ({
      entry,
      title: 'Cepat Kebun Data',
      rank: 2 - at,
      score: at === 0 ? fraction('90.07', '9007/100') : fraction('91.42', '4571/50'),
      deducted: null,
    })),
    stages: [
      {
        stage: 'penilaian',
        name: 'Penilaian',
        share: '100',
        split: 'marks',
        part: fraction('-1.35', '-27/20'),
        criteria: [
          { code: 'dampak', name: 'Dampak nyata', weight: '25' },
          { code: 'efisiensi', name: 'Efisiensi', weight: '25' },
        ],
        sheets: [
          sheet(a, 'J1', '90.00', ['82', '90']),
          sheet(a, 'J2', '90.14', ['80', '88']),
          ...(b === null ? [] : [sheet(b, 'J1', '91.00', ['88', '86']), sheet(b, 'J2', '91.84', ['85', '88'])]),
        ],
      },
    ],
    bars: [
      {
        kind: 'marks',
        stage: 'penilaian',
        criterion: 'dampak',
        part: fraction('-1.650', '-33/20'),
        from: 0,
        to: -1000,
        judges: [
          { judge: 'J1', part: fraction('-1.050', '-21/20') },
          { judge: 'J2', part: fraction('-0.600', '-3/5') },
        ],
      },
      {
        kind: 'marks',
        stage: 'penilaian',
        criterion: 'efisiensi',
        part: fraction('0.300', '3/10'),
        from: -1000,
        to: -818,
        judges: [{ judge: 'J1', part: fraction('0.300', '3/10') }],
      },
    ],
  };
}

export function firmness(category: string): Firmness {
  const entry = (number: number) => `${category}-00${number}`;
  return {
    rows: [
      {
        category,
        boundary: 'winner',
        above: [entry(1)],
        below: [entry(2)],
        margin: '0.42',
        mark: { stage: 'penilaian', judge: 'J4', entry: entry(1), criterion: 'dampak', from: '85', to: '80', distance: '5', up: false },
        no_mark: null,
        weight: null,
        no_weight: 'nothing-does-it',
        within_disagreement: false,
      },
      {
        category,
        boundary: 'cut',
        above: [entry(5)],
        below: [entry(6)],
        margin: '0.05',
        mark: { stage: 'penilaian', judge: 'J1', entry: entry(6), criterion: 'dampak', from: '70', to: '71', distance: '1', up: true },
        no_mark: null,
        weight: { stage: 'penilaian', criterion: 'dampak', from: '25', to: '26' },
        no_weight: null,
        within_disagreement: true,
      },
    ],
    without: [
      { judge: 'J3', category, stage: 'penilaian', winners: [entry(1)], in: [], out: [], same_order: true },
      { judge: 'J4', category, stage: 'penilaian', winners: [entry(2)], in: [], out: [], same_order: false },
    ],
    resampled: [1, 2, 3, 4, 5, 6].map((number) => ({
      category,
      stage: 'penilaian',
      entry: entry(number),
      winner: number === 1 ? '1' : '0',
      cut: number < 5 ? '1' : '1/2',
      word: number < 5 ? ('always' as const) : ('sometimes' as const),
      permille: number < 5 ? 1000 : 500,
    })),
    resampling: [{ category, stage: 'penilaian', refused: null, judges: 5, enumerated: true, seed: null, draws: null, standard_error: '0' }],
    weights: {
      seed: 2027,
      draws: 10_000,
      standard_error: '0.005',
      rows: [1, 2, 3, 4].map((number) => ({
        category,
        stage: 'penilaian',
        entry: entry(number),
        ranks: ['0.7', '0.2', '0.1', '0'],
        permille: [0, 1, 2, 3].map((rank) => (rank === number - 1 ? 700 : Math.abs(rank - number + 1) === 1 ? 148 : 4)),
      })),
    },
  };
}

const judge = (code: string, name: string, severity: string) => ({
  judge: code,
  name,
  severity,
  severity_shown: severity,
  spread: '8.25',
  spread_shown: '8.25',
  sheets: 40,
  alike: false,
  drift: null,
  drift_clear: false,
});

export const agreement: Agreement = {
  entries: 40,
  judges: 2,
  sheets: 80,
  complete: 40,
  icc21: '0.2206533030664461',
  icc2k: '0.7569503605668279',
  kendall_w: '0.2539328176107160',
  alpha: '0.2010999826318532',
  reading: 'good',
  needed: { '0.7': 9, '0.9': 32 },
  rows: [judge('J3', 'Dr. Sri Wahyuni', '-6.00'), judge('J4', 'Ir. Budi Santoso', '6.00')],
  outliers: [{ entry: 'OPD-003', judge: 'J4', given: '62.00', expected: '78.00' }],
  discuss: [
    {
      entry: 'OPD-003',
      title: 'Tambak Air Sampah',
      spread: '14.20',
      expected: '6.10',
      lowest: { judge: 'J4', score: '62.00' },
      highest: { judge: 'J3', score: '88.00' },
    },
  ],
  refused: null,
};
