/** What the window on the projector may ask of the machine: what is revealed, and to step. Tauri answers it. */
import { Channel, invoke } from '@tauri-apps/api/core';
import type { PlenaryCommands } from '../generated/api';

export interface Projector {
  /** Calls a command of its own table; it has no others. */
  call<Name extends keyof PlenaryCommands>(name: Name, request: PlenaryCommands[Name]['request']): Promise<PlenaryCommands[Name]['response']>;
  /** Hears when there may be something else to see. */
  watch(hear: () => void): void;
  /** Closes the window. */
  leave(): Promise<void>;
  /** Fills the screen, or gives it back. */
  fill(): Promise<void>;
}

export const projector: Projector = {
  call: (name, request) => invoke('plenary', { name, request }),
  watch(hear) {
    const channel = new Channel<null>();
    channel.onmessage = hear;
    void invoke('watch_plenary', { hear: channel });
  },
  leave: () => invoke('leave_plenary'),
  fill: () => invoke('fill_plenary'),
};
