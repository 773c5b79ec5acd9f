import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { provide } from '../../../backend';
import { deskOverview, fake } from '../../../backend/fake';
import { language } from '../../../state/language.svelte';
import { session } from '../../../state/session.svelte';
import DeskScreens from '../../shell/DeskScreens.svelte';

test('a judge reads what was handed over before, and what the desk says otherwise now', async () => {
  language.choose('id');
  const summary = await fake().call('hand_over_summary', {});
  const last = { number: 2, made_at: '2026-11-20T05:12:00Z', outdated: true };
  provide(fake({ overview: () => deskOverview, hand_over_summary: () => ({ ...summary, last }) }));
  session.overview = deskOverview;
  session.go('handover');
  render(DeskScreens, { overview: deskOverview });
  await fireEvent.click(await screen.findByTestId('earlier-show'));
  await screen.findByText('OPD-007', { selector: 'td span' });
  const shown = screen.getByTestId('earlier').textContent ?? '';
  expect(shown).toContain('Sepupu bekerja di dinas itu.');
  expect(shown).toMatch(/85 → 80/);
  await fireEvent.click(screen.getByTestId('earlier-show'));
  await screen.findByTestId('hand-over-summary');
});
