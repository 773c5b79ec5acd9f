/** Which file is open, which screen is shown, and which files wait for it. */
import { backend } from '../backend';
import type { NewCompetition, OpenPacket, Overview } from '../generated/api';
import { words } from './language.svelte';
import { attempt, notices } from './notices.svelte';

/** The chair's screens, in the order of the way of the data; `import` and `journal` lie beside it. */
export const CHAIR_WAY = ['rules', 'entries', 'panel', 'handover', 'standings', 'decisions', 'documents'] as const;
/** A judge's screens. */
export const DESK_WAY = ['desk', 'calibration', 'declaration', 'handover', 'rules', 'entries'] as const;
export type Screen = (typeof CHAIR_WAY)[number] | (typeof DESK_WAY)[number] | 'receipt' | 'import' | 'journal' | 'verification' | 'visits' | 'publish';

const PHOTOS = ['jpg', 'jpeg', 'png', 'webp'];
const WORKBOOKS = ['xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'csv', 'tsv'];

const endingOf = (file: string) => file.split('.').pop()?.toLowerCase() ?? '';

class Session {
  overview = $state.raw<Overview | null>(null);
  screen = $state<Screen>('entries');
  /** What is being opened now, if anything. */
  opening = $state<'file' | 'demo' | null>(null);
  /** Rises with every change of the open file. */
  version = $state(0);
  /** The result file an auditor looks at. */
  pack = $state<string | null>(null);
  /** The packet a judge is about to open. */
  packet = $state<string | null>(null);
  /** The workbook the import screen reads. */
  workbook = $state<string | null>(null);
  /** The hand-overs the hand-over screen looks at. */
  delivered = $state.raw<string[]>([]);
  /** The competition file from which this judge's desk was opened, where the judge sits at the chair's machine. */
  chairFile = $state<string | null>(null);
  /** The step of the guided path; -1 while it is offered, null when it is not there. */
  steps = $state<number | null>(null);
  /** Photos dropped on the field notebook. */
  photos = $state.raw<string[]>([]);
  /** The entry the entries or standings screen shows beside its table. */
  entry = $state<string | null>(null);

  go(screen: Screen): void {
    if (screen !== this.screen) {
      notices.settled();
      notices.left();
    }
    this.screen = screen;
  }

  /** Shows one entry: a judge's sheet of it at the desk, else among the entries. */
  show(entry: string): void {
    this.entry = entry;
    notices.settled();
    this.screen = this.overview?.role === 'judge' ? 'desk' : 'entries';
  }

  create = (asked: NewCompetition) => this.enter(() => backend().call('create_competition', asked), 'entries');
  openCompetition = (file: string, screen?: Screen) => this.enter(() => backend().call('open_file', { file }), screen);
  openDemo = () => this.enter(() => backend().call('open_demo', {}), 'standings', 'demo');
  /** Opens the desk of a judge at the chair's machine; the way back to the competition is kept. */
  async openOwnDesk(judge: string): Promise<void> {
    const chair = this.overview?.file ?? null;
    if (await this.enter(() => backend().call('own_desk', { judge }))) this.chairFile = chair;
  }

  /** Goes back to the competition file from which the desk was opened, to look at these hand-overs. */
  async backToChair(delivered: string[]): Promise<void> {
    const chair = this.chairFile;
    if (chair && (await this.openCompetition(chair)) && delivered.length > 0) this.deliver(delivered);
  }

  /** Opens a packet; says what a newer one brought into a copy that was there. Rejects with the refusal. */
  async openPacket(asked: OpenPacket): Promise<void> {
    const { overview, renewed } = await backend().call('open_packet', asked);
    this.enterWith(overview);
    if (renewed) notices.done(words().packetOpen.renewed(renewed));
  }

  restore = (file: string) => this.enter(() => backend().call('restore', { file }));

  async close(): Promise<void> {
    await attempt(async () => {
      if (this.overview) await backend().call('close_file', {});
      this.leave();
    });
  }

  /** After a change: the counts and every screen are asked anew. */
  async changed(): Promise<void> {
    this.overview = await backend().call('overview', {});
    this.version += 1;
  }

  /** Takes files in by what they are: dropped, double-clicked or chosen. What cannot be taken in is said. */
  async take(files: string[]): Promise<void> {
    // What was refused of another file is no more to the point.
    if (files.length > 0) notices.settled();
    const of = (...endings: string[]) => files.filter((file) => endings.includes(endingOf(file)));
    const [competition] = of('timbang');
    const [packet] = of('paket');
    const [pack] = of('hasil');
    const [workbook] = of(...WORKBOOKS);
    const delivered = of('nilai');
    if (competition) await this.openCompetition(competition);
    if (packet) this.packet = packet;
    if (pack) this.look(pack);
    const photos = this.screen === 'visits' ? of(...PHOTOS) : [];
    if (photos.length > 0) this.photos = photos;
    const isChair = this.overview?.role === 'chair';
    if (workbook && isChair) this.read(workbook);
    if (delivered.length > 0 && isChair) this.deliver(delivered);
    if ((workbook || delivered.length > 0) && !isChair) notices.warn(words().common.openFirst);
    const known = [competition, packet, pack, workbook, ...delivered, ...photos].some(Boolean);
    if (files.length > 0 && !known) notices.warn(words().common.notOurs);
  }

  /** Looks at a result file: a judge sees what became of the own sheets, anybody else recomputes it. */
  look(pack: string): void {
    this.pack = pack;
    if (this.overview?.role === 'judge') this.go('receipt');
  }

  /** Reads a registration sheet, to be imported. */
  read(workbook: string): void {
    this.workbook = workbook;
    this.go('import');
  }

  /** Looks at hand-overs, beside those that wait already. */
  deliver(files: string[]): void {
    this.delivered = [...new Set([...this.delivered, ...files])];
    this.go('handover');
  }

  private async enter(ask: () => Promise<Overview>, screen?: Screen, what: 'file' | 'demo' = 'file'): Promise<boolean> {
    if (this.opening) return false;
    this.opening = what;
    const done = await attempt(async () => {
      this.enterWith(await ask(), screen);
    });
    this.opening = null;
    return done;
  }

  private enterWith(overview: Overview, screen?: Screen): void {
    this.leave();
    notices.settled();
    notices.left();
    this.overview = overview;
    this.version += 1;
    this.screen = screen ?? first(overview);
  }

  private leave(): void {
    this.overview = null;
    this.chairFile = null;
    this.pack = null;
    this.packet = null;
    this.workbook = null;
    this.delivered = [];
    this.entry = null;
  }
}

/** The screen a file opens with. */
function first(overview: Overview): Screen {
  if (overview.role === 'judge') return 'desk';
  return overview.entries > 0 && overview.handed_over > 0 ? 'standings' : 'entries';
}

export const session = new Session();
