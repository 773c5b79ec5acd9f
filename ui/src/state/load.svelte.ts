/** Data a screen shows: asked anew when what the question reads changes, the old answer staying until the new one is here. */
import { untrack } from 'svelte';
import { notices } from './notices.svelte';
import { session } from './session.svelte';

export class Loaded<Value> {
  value = $state.raw<Value | undefined>(undefined);
  /** Whether the first answer has not come yet. */
  first = $derived(this.value === undefined);
}

/** Call it while a component is being built. The question is asked again after every change of the open file. */
export function load<Value>(ask: () => Promise<Value>): Loaded<Value> {
  const loaded = new Loaded<Value>();
  $effect(() => {
    void session.version;
    let current = true;
    const asked = ask();
    untrack(() => {
      asked.then(
        (value) => {
          if (current) loaded.value = value;
        },
        (error: unknown) => {
          if (current) notices.refused(error);
        },
      );
    });
    return () => {
      current = false;
    };
  });
  return loaded;
}
