/** What is shown on the projector, as the chair's window knows it. Whoever steps, here or there, both follow. */
import { backend } from '../backend';
import type { PlenaryDesk, PlenaryPress, PlenaryShown } from '../generated/api';
import { attempt } from './notices.svelte';

class Plenary {
  /** Whether the chair's panel is there. */
  held = $state(false);
  /** Whether the window on the projector is open. */
  open = $state(false);
  desk = $state.raw<PlenaryDesk | null>(null);
  private heard: unknown = null;

  /** Takes the control in hand: of what is shown already, else of this standing. */
  async take(first: Pick<PlenaryShown, 'stage' | 'category'>): Promise<void> {
    if (this.heard !== backend()) {
      this.heard = backend();
      backend().onPlenary((open) => {
        this.open = open;
        void this.look();
      });
    }
    await this.look();
    if (!this.desk?.shown) await this.show({ ...first, scores: false, blind: false, black: false, pair: null });
    this.held = this.desk?.shown !== undefined && this.desk.shown !== null;
  }

  /** Asks anew what is shown; in another file nothing is. */
  async look(): Promise<void> {
    try {
      this.desk = await backend().call('plenary_desk', {});
    } catch {
      // No competition is open any more.
      this.desk = null;
    }
    if (!this.desk?.shown) this.held = false;
  }

  show = (shown: PlenaryShown) =>
    attempt(async () => {
      this.desk = await backend().call('show_in_plenary', shown);
    });

  press = (press: PlenaryPress) =>
    attempt(async () => {
      await backend().call('plenary_step', { press });
      this.desk = await backend().call('plenary_desk', {});
    });

  project = (open: boolean) => attempt(() => (open ? backend().openPlenary() : backend().closePlenary()));

  /** Lets go of it; the window on the projector closes. */
  async release(): Promise<void> {
    this.held = false;
    if (this.open) await this.project(false);
  }
}

export const plenary = new Plenary();
