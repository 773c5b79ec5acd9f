import { fireEvent, render, screen, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import App from '../../../App.svelte';
import { provide } from '../../../backend';
import { fake } from '../../../backend/fake';
import { language } from '../../../state/language.svelte';
import { session } from '../../../state/session.svelte';

beforeEach(async () => {
  provide(fake());
  await session.close();
  localStorage.clear();
  language.choose('id');
});

async function standings() {
  render(App);
  await session.openDemo();
  session.go('standings');
  await screen.findByTestId('firm-card');
}

async function faults(): Promise<string[]> {
  const rules = Object.fromEntries(['color-contrast', 'scrollable-region-focusable', 'target-size'].map((rule) => [rule, { enabled: false }]));
  return (await axe.run(document.body, { rules })).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

test('why an entry stands where it does is said in a sentence and in parts that add up', async () => {
  await standings();
  await fireEvent.click(screen.getByTestId('why-open'));
  const why = await screen.findByTestId('why');
  expect((await within(why).findByTestId('why-sentence')).textContent).toBe('90,07 melawan 91,42: kurang 1,35');
  const table = await within(why).findByTestId('waterfall');
  const rows = within(table).getAllByRole('row').map((row) => [...row.querySelectorAll('th, td:not([aria-hidden])')].map((cell) => cell.textContent.trim()));
  expect(rows.map((cells) => cells.filter((text) => text !== ''))).toEqual([
    ['Bagian', 'Nilai', 'Per juri'],
    ['Dampak nyata', '−1,650', 'J1 −1,050 · J2 −0,600'],
    ['Efisiensi', '+0,300', 'J1 +0,300'],
    ['Jumlah', '−1,35', 'pecahan persis −27/20'],
  ]);
  expect(await faults()).toEqual([]);
}, 60_000);

test('the explanation is printed on a page of its own, and the dialog is there again after it', async () => {
  await standings();
  await fireEvent.click(screen.getByTestId('why-open'));
  await screen.findByTestId('waterfall');
  await fireEvent.click(screen.getByTestId('why-print'));
  const paper = await screen.findByTestId('paper');
  expect(within(paper).getByTestId('why-sentence').textContent).toBe('90,07 melawan 91,42: kurang 1,35');
  expect(screen.queryByTestId('why')).toBeNull();
  expect(await faults()).toEqual([]);
  await fireEvent.click(within(paper).getByTestId('paper-close'));
  await screen.findByTestId('why');
}, 60_000);

test.each(['winner', 'nominees', 'discuss', 'judges'])('the card opens what its sentence on %s rests on', async (part) => {
  await standings();
  await fireEvent.click(screen.getByTestId(`firm-${part}`));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('table')).toBeTruthy();
  expect(await faults()).toEqual([]);
}, 60_000);
