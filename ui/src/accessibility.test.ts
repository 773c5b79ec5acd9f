/** axe-core over every screen on invented data, in both themes and both languages. Contrasts are computed in tokens.test.ts. */
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import App from './App.svelte';
import { provide } from './backend';
import { deskOverview, fake } from './backend/fake';
import { language } from './state/language.svelte';
import { notices } from './state/notices.svelte';
import { CHAIR_WAY, DESK_WAY, session, type Screen } from './state/session.svelte';
import { theme } from './state/theme.svelte';

/** What a window without layout cannot tell. */
const NEED_LAYOUT = ['color-contrast', 'scrollable-region-focusable', 'target-size'];

async function faults(): Promise<string[]> {
  const found = await axe.run(document.body, { rules: Object.fromEntries(NEED_LAYOUT.map((rule) => [rule, { enabled: false }])) });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(async () => {
  provide(fake());
  await session.close();
  notices.all = [];
  localStorage.clear();
});

/** axe reads every element of a screen; on a busy machine that takes its time. */
const PATIENCE = 120_000;
const LOOKS = (['id', 'en'] as const).flatMap((words) => (['light', 'dark'] as const).map((colours) => [words, colours] as const));

function look(words: 'id' | 'en', colours: 'light' | 'dark') {
  language.choose(words);
  theme.choose(colours);
}

test.each(LOOKS)('the start page and its dialogs have no fault (%s, %s)', async (words, colours) => {
  look(words, colours);
  render(App);
  await settled();
  expect(await faults()).toEqual([]);
  session.packet = '/usb/J2.paket';
  await screen.findByTestId('packet-word-1');
  expect(await faults()).toEqual([]);
  session.packet = null;
  await fireEvent.click(screen.getByTestId('start-new'));
  expect(await faults()).toEqual([]);
}, PATIENCE);

test.each(LOOKS)('no screen of the chair has a fault (%s, %s)', async (words, colours) => {
  look(words, colours);
  render(App);
  await session.openDemo();
  for (const shown of [...CHAIR_WAY, 'verification', 'journal'] satisfies Screen[]) {
    session.go(shown);
    await screen.findByTestId(`screen-${shown}`);
    await settled();
    expect(await faults(), shown).toEqual([]);
  }
}, PATIENCE);

test.each(LOOKS)('no screen of a judge has a fault (%s, %s)', async (words, colours) => {
  look(words, colours);
  provide(fake({ open_file: () => deskOverview }));
  render(App);
  await session.openCompetition('/home/juri/J2.timbang');
  for (const shown of [...DESK_WAY, 'visits', 'journal'] satisfies Screen[]) {
    session.go(shown);
    await screen.findByTestId(`screen-${shown}`);
    await settled();
    expect(await faults(), shown).toEqual([]);
  }
  session.go('desk');
  await fireEvent.click(await screen.findByTestId('desk-declare'));
  await waitFor(() => screen.getByTestId('declare'));
  expect(await faults(), 'declare').toEqual([]);
}, PATIENCE);

test('a result file has no fault', async () => {
  look('id', 'light');
  render(App);
  session.pack = '/home/hasil.hasil';
  await screen.findByTestId('audit');
  await settled();
  expect(await faults()).toEqual([]);
}, PATIENCE);
