import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet, flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import Rows from './Rows.svelte';

const cells = createRawSnippet((row: () => string) => ({ render: () => `<td>${row()}</td>` }));
const thousand = Array.from({ length: 1000 }, (_, at) => `row ${at}`);

function build(chosen: string | null) {
  const onchoose = vi.fn();
  render(Rows<string>, {
    label: 'all',
    rows: thousand,
    columns: [{ id: 'a', title: 'A' }],
    name: (row) => (row === 'row 1' ? null : row),
    cells,
    chosen,
    onchoose,
  });
  flushSync();
  return onchoose;
}
const built = () => screen.getAllByRole('row').slice(1);

test('of a long table only the rows near the sight are built, and it says how many there are', () => {
  build(null);
  expect(built().length).toBeLessThan(60);
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1001');
});

test('the arrows choose the next row, passing over lines between rows', async () => {
  const onchoose = build('row 0');
  await fireEvent.keyDown(built()[0] as HTMLElement, { key: 'ArrowDown' });
  expect(onchoose).toHaveBeenLastCalledWith('row 2');
  await fireEvent.keyDown(built()[0] as HTMLElement, { key: 'End' });
  expect(onchoose).toHaveBeenLastCalledWith('row 999');
});

test('one row can be reached by the tab key: the chosen one, or the first', () => {
  build(null);
  const reachable = () => built().filter((row) => row.getAttribute('tabindex') === '0');
  expect(reachable().map((row) => row.textContent)).toEqual(['row 0']);
});
