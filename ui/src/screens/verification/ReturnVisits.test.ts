import { fireEvent, render, screen, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import { provide } from '../../backend';
import { fake } from '../../backend/fake';
import { matches, visits } from '../../backend/fake/visits';
import type { ConfirmReturns, ForgetReturn, PredecessorRow } from '../../generated/api';
import { language } from '../../state/language.svelte';
import Verification from './Verification.svelte';

const confirmed: ConfirmReturns[] = [];
const forgotten: ForgetReturn[] = [];
let known: PredecessorRow[] = [];

beforeEach(async () => {
  confirmed.length = 0;
  forgotten.length = 0;
  known = visits.predecessors;
  language.choose('id');
  provide(
    fake({
      visits: () => ({ ...visits, predecessors: known }),
      confirm_returns: (asked) => {
        confirmed.push(asked);
        known = [...known, ...matches.rows.map(({ before }) => before)];
        return matches;
      },
      forget_return: (asked) => {
        forgotten.push(asked);
        known = known.filter(({ entry }) => entry !== asked.entry);
        return {};
      },
    }),
  );
  render(Verification);
  await screen.findByText('KLIKMI');
  await fireEvent.click(screen.getByTestId('returns-open'));
});

test('what is alike stands beside what it was, and is confirmed one by one', async () => {
  await fireEvent.click(screen.getByTestId('returns-choose'));
  const pair = await screen.findByTestId('return-DESA-002');
  for (const text of ['KLIKMI', 'KLIK-MI', 'Pekan Inovasi 2022', 'judul hampir sama', '1 klaim yang diperiksa dahulu']) within(pair).getByText(text);
  expect(screen.getByTestId('returns').textContent).toContain('2 lagi mirip, tetapi dahulu tidak dikunjungi.');
  await fireEvent.click(screen.getByTestId('return-confirm-DESA-002-DESA-009'));
  expect(confirmed).toEqual([{ file: expect.stringContaining('pilihan.timbang'), pairs: [{ entry: 'DESA-002', code: 'DESA-009' }] }]);
  await screen.findByTestId('return-forget-DESA-002');
  expect(screen.queryByTestId('return-confirm-DESA-002-DESA-009')).toBeNull();
  expect(screen.getByTestId('returns-none').textContent).toBe('Semua yang mirip sudah dipastikan.');
});

test('what is not the same after all is forgotten without the earlier file', async () => {
  await fireEvent.click(screen.getByTestId('return-forget-DESA-001'));
  expect(forgotten).toEqual([{ entry: 'DESA-001' }]);
});

test.each(['id', 'en'] as const)('the dialog has no fault for who reads it aloud (%s)', async (words) => {
  language.choose(words);
  await fireEvent.click(screen.getByTestId('returns-choose'));
  await screen.findByTestId('return-DESA-002');
  const rules = { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } };
  const { violations } = await axe.run(screen.getByTestId('returns'), { rules });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
