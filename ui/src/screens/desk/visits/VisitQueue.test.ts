import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { provide } from '../../../backend';
import { fake } from '../../../backend/fake';
import { visits } from '../../../backend/fake/visits';
import type { ToVisit } from '../../../generated/api';
import { Notebook } from './notebook.svelte';
import VisitQueue from './VisitQueue.svelte';

const MANY = 2_000;
const first = visits.to_visit[0] as ToVisit;
const code = (number: number) => `DESA-${String(number).padStart(4, '0')}`;

async function shown(): Promise<ToVisit[]> {
  const to_visit = Array.from({ length: MANY }, (_, number) => ({ ...first, entry: code(number + 1), title: `Inovasi ${number + 1}` }));
  provide(fake({ visits: () => ({ ...visits, rows: [], to_visit }) }));
  const notebook = new Notebook();
  await notebook.load();
  const begun: ToVisit[] = [];
  render(VisitQueue, { notebook, onbegin: (to) => begun.push(to) });
  return begun;
}

test('of thousands of entries those in sight are built, each saying which of how many it is', async () => {
  await shown();
  const rows = screen.getAllByRole('listitem');
  expect(rows.length).toBeLessThan(40);
  expect(rows[2]?.getAttribute('aria-posinset')).toBe('3');
  expect(rows[2]?.getAttribute('aria-setsize')).toBe(String(MANY));
});

test('arrows move among the entries, one of which the tabulator reaches, and begin nothing', async () => {
  const begun = await shown();
  const at = (number: number) => screen.getByTestId(`visit-${code(number)}`);
  at(1).focus();
  await fireEvent.keyDown(at(1), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(at(2));
  expect(screen.getAllByRole('button').filter(({ tabIndex }) => tabIndex === 0)).toEqual([at(2)]);
  expect(begun).toEqual([]);
  await fireEvent.click(at(2));
  expect(begun.map(({ entry }) => entry)).toEqual([code(2)]);
});

test('what is searched for is built wherever it stood, and nothing is said to be nothing', async () => {
  await shown();
  const search = screen.getByTestId('visits-search');
  await fireEvent.input(search, { target: { value: 'inovasi 1999' } });
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  await fireEvent.input(search, { target: { value: 'tidak ada' } });
  expect(screen.queryAllByRole('listitem')).toEqual([]);
});
