/** Rules about to be changed: their text, what becomes of marks, and what that would do. */
import { backend, type Refusal } from '../../backend';
import type { Carry, CriterionCarry, RulesChange } from '../../generated/api';

const KEPT_AS = 'timbang-rules-draft:';

export class Draft {
  /** Where the text is kept while it is not decided on: it outlasts the screen and the program. */
  private readonly place: string;
  /** The rules in force. */
  private readonly before: string;
  private text = $state('');
  reason = $state('');
  busy = $state(false);
  /** What it would do; none while the text is being written. */
  shown = $state.raw<RulesChange | null>(null);
  /** What is wrong with the text. */
  wrong = $state.raw<Refusal | null>(null);
  private choices = $state.raw<Record<string, Carry>>({});

  /** `of`: the competition that the draft belongs to. */
  constructor(toml: string, of: string) {
    this.place = KEPT_AS + of;
    this.before = toml;
    this.text = localStorage.getItem(this.place) ?? toml;
    this.resumed = this.text !== toml;
  }

  /** Whether a text goes on that was left earlier. */
  resumed = $state(false);

  get toml(): string {
    return this.text;
  }
  set toml(text: string) {
    this.text = text;
    if (text === this.before) localStorage.removeItem(this.place);
    else localStorage.setItem(this.place, text);
  }

  /** Begins again from the rules in force. */
  discard(): void {
    this.toml = this.before;
    this.resumed = false;
    this.wrong = null;
  }

  /** How many criteria still wait for a choice. */
  open = $derived(this.shown?.criteria.filter((criterion) => criterion.open).length ?? 0);

  /** Asks what the rules as written would do. */
  look = () => this.ask({ toml: this.toml });

  /** Takes the rules from a file, and asks what they would do. */
  take = (file: string) => this.ask({ file });

  /** Chooses what becomes of the marks of some criteria, and asks again. */
  async choose(criteria: CriterionCarry[], carry: Carry): Promise<void> {
    const chosen = criteria.map((criterion) => [key(criterion), carry]);
    this.choices = { ...this.choices, ...Object.fromEntries(chosen) };
    await this.look();
  }

  /** Back to the text. */
  write(): void {
    this.shown = null;
  }

  /** Decides. Rejects with what is refused. */
  async decide(): Promise<void> {
    const rules = { toml: this.toml, marks: this.marks() };
    await backend().call('change_rules', { rules, reason: this.reason.trim() });
    localStorage.removeItem(this.place);
  }

  private async ask(from: { toml: string } | { file: string }): Promise<void> {
    this.busy = true;
    this.wrong = null;
    try {
      this.shown = await backend().call('preview_rules', { ...from, marks: this.marks() });
      this.toml = this.shown.toml;
    } catch (refusal) {
      this.wrong = refusal as Refusal;
      this.shown = null;
    }
    this.busy = false;
  }

  /** The choices for criteria that the text still has. */
  private marks() {
    const still = this.shown?.criteria.filter((criterion) => criterion.before && criterion.after).map(key);
    return Object.entries(this.choices)
      .filter(([place]) => !still || still.includes(place))
      .map(([place, carry]) => {
        const [stage = '', criterion = ''] = place.split('/');
        return { stage, criterion, carry };
      });
  }
}

const key = (criterion: CriterionCarry) => `${criterion.stage}/${criterion.criterion}`;
