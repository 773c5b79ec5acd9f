/** The verifier's notebook: what is to be visited, the visit that is open, and every change saved as it is made. */
import { backend } from '../../../backend';
import type { RefusedPhoto, ToVisit, VisitContent, VisitRow, Visits } from '../../../generated/api';
import { attempt } from '../../../state/notices.svelte';

const two = (value: number) => String(value).padStart(2, '0');

/** A moment as it is kept, with this machine's distance from UTC: `2023-11-21T09:10:00+08:00`. */
export function localMoment(at: Date): string {
  const ahead = -at.getTimezoneOffset();
  const size = Math.abs(ahead);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const offset = `${ahead < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}:00${offset}`;
}

/** Degrees as pasted from a map: `-0.43, 117.01`. Null where it is no pair of decimals. */
export function pastedPosition(text: string): { latitude: string; longitude: string } | null {
  const found = /^\s*([-−]?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*([-−]?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
  if (!found?.[1] || !found[2]) return null;
  const plain = (degrees: string) => degrees.replace('−', '-');
  return { latitude: plain(found[1]), longitude: plain(found[2]) };
}

export class Notebook {
  visits = $state.raw<Visits | null>(null);
  /** Id of the open visit. */
  open = $state<string | null>(null);
  saving = $state(0);
  refused = $state.raw<RefusedPhoto[]>([]);
  current = $derived(this.visits?.rows.find((row) => row.visit === this.open) ?? null);
  /** Saved one after the other, in the order in which they were changed. */
  private queue: Promise<unknown> = Promise.resolve();

  async load(): Promise<void> {
    this.visits = await backend().call('visits', {});
  }

  of = (to: ToVisit): VisitRow[] => this.visits?.rows.filter((row) => row.stage === to.stage && row.entry === to.entry) ?? [];

  /** Begins a visit now, with the claims that are to be checked. The team of the last visit is the team again. */
  async begin(to: ToVisit): Promise<void> {
    const last = this.visits?.rows.at(-1);
    const content: VisitContent = {
      mode: 'site',
      began: localMoment(new Date()),
      ended: null,
      place: '',
      position: null,
      recommendation: null,
      reason: '',
      notes: '',
      objection: '',
      dissent: '',
      office: { name: '', officer: '', nip: '', post: '' },
      team: last?.team ?? [],
      respondents: [],
      claims: to.claims,
      photos: [],
    };
    await this.after(async () => {
      const { visit } = await backend().call('save_visit', { stage: to.stage, entry: to.entry, state: 'draft', content });
      this.open = visit;
    });
  }

  /** Changes the open visit. What was final is a draft again, unless it is to be final. */
  change(what: Partial<VisitContent>, state: 'draft' | 'final' = 'draft'): Promise<void> {
    const row = this.current;
    if (!row) return Promise.resolve();
    const { mode, began, ended, place, position, recommendation, reason, notes, objection, dissent, office, team, respondents, claims, photos } = row;
    const content = { mode, began, ended, place, position, recommendation, reason, notes, objection, dissent, office, team, respondents, claims, photos, ...what };
    // Shown at once; the answer brings what follows from it.
    const rows = this.visits?.rows.map((one) => (one.visit === row.visit ? { ...one, ...content, state } : one)) ?? [];
    if (this.visits) this.visits = { ...this.visits, rows };
    return this.after(() => backend().call('save_visit', { visit: row.visit, stage: row.stage, entry: row.entry, state, content }));
  }

  async addPhotos(files: string[]): Promise<void> {
    const visit = this.open;
    if (!visit || files.length === 0) return;
    await this.after(async () => {
      const { refused } = await backend().call('add_photos', { visit, files });
      this.refused = refused;
    });
  }

  private after(work: () => Promise<unknown>): Promise<void> {
    this.saving += 1;
    const done = this.queue.then(() =>
      attempt(async () => {
        await work();
        if (this.saving === 1) await this.load();
      }),
    );
    this.queue = done;
    return done.then(() => {
      this.saving -= 1;
    });
  }
}
