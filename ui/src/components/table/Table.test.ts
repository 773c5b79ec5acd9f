import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet, flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import Table from './Table.svelte';

type Row = { name: string | null; score: number };
const many = Array.from({ length: 12_000 }, (_, at): Row => ({ name: `row ${at}`, score: 12_000 - at }));

function build(rows: Row[], current: string | null = null) {
  const oncurrent = vi.fn();
  render(Table<Row>, {
    label: 'all',
    rows,
    columns: [
      { id: 'name', title: 'Name', value: (row) => row.name, width: 100 },
      { id: 'score', title: 'Score', kind: 'number', value: (row) => row.score },
    ],
    name: (row) => row.name,
    line: createRawSnippet(() => ({ render: () => '<td colspan="2">line</td>' })),
    empty: createRawSnippet(() => ({ render: () => '<p>nothing here</p>' })),
    current,
    oncurrent,
    testid: 'table',
  });
  flushSync();
  return oncurrent;
}
const built = () => [...document.querySelectorAll<HTMLElement>('tr[data-row]')];
const named = () => built().map((row) => row.dataset['row']);
const selected = () => built().filter((row) => row.getAttribute('aria-selected') === 'true').map((row) => row.dataset['row']);
const press = async (key: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}) =>
  fireEvent.keyDown(document.querySelector('tr[tabindex="0"]') as HTMLElement, { key, ...held });

test('of 12,000 rows only those near the sight are built, and it says how many there are', () => {
  build(many);
  expect(built().length).toBeGreaterThan(10);
  expect(built().length).toBeLessThan(60);
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('12001');
});

test('a long table that is scrolled builds the rows there, and no more of them', async () => {
  build(many);
  const frame = screen.getByTestId('table').parentElement as HTMLElement;
  frame.scrollTop = 6000 * 38;
  await fireEvent.scroll(frame);
  expect(named()).toContain('row 6005');
  expect(named()).not.toContain('row 0');
  expect(built().length).toBeLessThan(60);
});

test('a heading sorts up, down and as given, and says so', async () => {
  build(many.slice(0, 5));
  const heading = screen.getByTestId('sort-score');
  const said = () => [named()[0], heading.closest('th')?.getAttribute('aria-sort') ?? null];
  await fireEvent.click(heading);
  expect(said()).toEqual(['row 4', 'ascending']);
  await fireEvent.click(heading);
  expect(said()).toEqual(['row 0', 'descending']);
  await fireEvent.click(heading);
  expect(said()).toEqual(['row 0', null]);
});

test('lines between rows are passed over by the arrows, and stand in the order given alone', async () => {
  const oncurrent = build([{ name: 'a', score: 1 }, { name: null, score: 0 }, { name: 'b', score: 2 }], 'a');
  expect(screen.getByText('line')).toBeTruthy();
  await press('ArrowDown');
  expect(oncurrent).toHaveBeenLastCalledWith('b');
  await fireEvent.click(screen.getByTestId('sort-score'));
  expect(screen.queryByText('line')).toBeNull();
});

test('rows are selected with Shift and the arrows, with Ctrl and clicks, and all at once', async () => {
  build(many.slice(0, 4));
  await fireEvent.click(built()[1] as HTMLElement);
  await press('ArrowDown', { shiftKey: true });
  expect(selected()).toEqual(['row 1', 'row 2']);
  await fireEvent.click(built()[0] as HTMLElement, { ctrlKey: true });
  expect(selected()).toEqual(['row 0', 'row 1', 'row 2']);
  await press('a', { ctrlKey: true });
  expect(selected()).toHaveLength(4);
});

test('what is selected is copied in the order in sight', async () => {
  build(many.slice(0, 3));
  await fireEvent.click(screen.getByTestId('sort-score'));
  await fireEvent.click(built()[0] as HTMLElement);
  await press('ArrowDown', { shiftKey: true });
  const clipboardData = new DataTransfer();
  await fireEvent.copy(built()[1] as HTMLElement, { clipboardData });
  expect(clipboardData.getData('text/plain')).toBe('Name\tScore\r\nrow 2\t11998\r\nrow 1\t11999');
  expect(clipboardData.getData('text/html')).toContain('<td>row 2</td>');
});

test('one row can be reached by the tab key: the current one, or the first', () => {
  build(many.slice(0, 3), 'row 2');
  const reachable = built().filter((row) => row.tabIndex === 0);
  expect(reachable.map((row) => row.dataset['row'])).toEqual(['row 2']);
  expect(selected()).toEqual(['row 2']);
});

test('a column is made wider by the keys, and as it was by a double click on its edge', async () => {
  build(many.slice(0, 3));
  const width = () => document.querySelector('col')?.style.width;
  const heading = screen.getByTestId('sort-name');
  await fireEvent.keyDown(heading, { key: 'ArrowRight', shiftKey: true });
  expect(width()).toBe('116px');
  await fireEvent.dblClick(screen.getByTestId('edge-name'));
  expect(width()).toBe('100px');
});

test('a table without rows says so', () => {
  build([]);
  expect(screen.getByText('nothing here')).toBeTruthy();
});
