/** The rows in sight of a long table, by TanStack Virtual. */
import { createVirtualizer, observeElementRect, type VirtualItem } from '@tanstack/svelte-virtual';
import { get } from 'svelte/store';
import { untrack } from 'svelte';

/** The height of a row and of the heading, in pixels: `--row` in tokens.css, and `.table th` in base.css. */
export const ROW = 38;
export const HEAD = 36;
const AROUND = 8;
/** What a frame counts as until it has been laid out. */
const UNMEASURED = { width: 960, height: 600 };

export type Sight = {
  readonly items: VirtualItem[];
  /** The empty space above and below the rows that are built, in pixels. */
  readonly above: number;
  readonly below: number;
  /** How many rows fit into the frame. */
  readonly page: number;
  bring(index: number): void;
};

/** Call it while a component is being built. `head`: the height of what stands over the rows, in pixels. */
export function sightOf(frame: () => HTMLElement | undefined, count: () => number, head: () => number): Sight {
  const virtualizer = createVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: count(),
    getScrollElement: () => frame() ?? null,
    estimateSize: () => ROW,
    overscan: AROUND,
    scrollMargin: head(),
    scrollPaddingStart: head(),
    initialRect: UNMEASURED,
    observeElementRect: (instance, hear) => observeElementRect(instance, (rect) => hear(rect.height > 0 ? rect : UNMEASURED)),
  });
  let items = $state.raw<VirtualItem[]>([]);
  let total = $state(0);
  let height = $state(0);
  $effect.pre(() =>
    virtualizer.subscribe((instance) => {
      items = instance.getVirtualItems();
      total = instance.getTotalSize();
      height = instance.scrollRect?.height ?? UNMEASURED.height;
    }),
  );
  $effect(() => {
    const options = { count: count(), getScrollElement: () => frame() ?? null, scrollMargin: head(), scrollPaddingStart: head() };
    void frame();
    untrack(() => get(virtualizer).setOptions(options));
  });
  return {
    get items() {
      return items;
    },
    get above() {
      return (items[0]?.start ?? head()) - head();
    },
    get below() {
      return Math.max(0, total - ((items.at(-1)?.end ?? head()) - head()));
    },
    get page() {
      return Math.max(1, Math.floor((height - head()) / ROW));
    },
    bring: (index) => get(virtualizer).scrollToIndex(index, { align: 'auto' }),
  };
}
