/** What the page may ask of the machine. Tauri answers it in the window, invented data answer it in tests and design. */
import type { Commands, Error as Refusal, Progress } from '../generated/api';

export type { Refusal };

export type OpenAsk = { title: string; kind: string; endings: string[]; several?: boolean };
export type SaveAsk = { title: string; kind: string; ending: string; name: string; folder?: string };

/** Files over the window: `over` while they hover, their paths when they are let go, `away` when they leave. */
export type Dropping = { state: 'over' } | { state: 'away' } | { state: 'dropped'; files: string[] };

export interface Backend {
  /** Calls a command of the one table; rejects with a {@link Refusal}. */
  call<Name extends keyof Commands>(
    name: Name,
    request: Commands[Name]['request'],
  ): Promise<Commands[Name]['response']>;
  /** The files chosen; none when the dialog was closed. */
  askOpen(ask: OpenAsk): Promise<string[]>;
  /** The folder chosen; null when the dialog was closed. */
  askFolder(title: string): Promise<string | null>;
  /** Where to write; null when the dialog was closed. */
  askSave(ask: SaveAsk): Promise<string | null>;
  /** Shows a file written since the program started: in its program, or in its folder. Rejects with a {@link Refusal}. */
  show(file: string, how: 'open' | 'folder'): Promise<void>;
  /** Shows the page this many times as large. */
  zoom(factor: number): Promise<void>;
  /** Files the program was asked to open from outside, each handed out once. */
  openedFiles(): Promise<string[]>;
  /** Opens the window on the projector, or brings it to the front. */
  openPlenary(): Promise<void>;
  closePlenary(): Promise<void>;
  /** Hears that something else is shown on the projector, and whether its window is open. */
  onPlenary(hear: (open: boolean) => void): void;
  onOpened(hear: () => void): void;
  onDrop(hear: (dropping: Dropping) => void): void;
  /** Returns what stops the hearing. */
  onProgress(hear: (progress: Progress) => void): () => void;
}
