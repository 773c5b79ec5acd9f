/** The one place the page reaches the machine through. `provide` is called once, before the page is built. */
import type { Backend } from './backend';

export type { Backend, Dropping, OpenAsk, Refusal, SaveAsk } from './backend';

let provided: Backend | undefined;

export function provide(backend: Backend): void {
  provided = backend;
}

export function backend(): Backend {
  if (!provided) throw new Error('No backend was provided.');
  return provided;
}
