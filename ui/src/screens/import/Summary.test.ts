import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { fake } from '../../backend/fake';
import { preview } from '../../backend/fake/preview';
import type { BlindField, Overview } from '../../generated/api';
import { language } from '../../state/language.svelte';
import Summary from './Summary.svelte';
import { Wizard } from './wizard.svelte';

async function summary(left_out: BlindField[]) {
  language.choose('id');
  const overview = (await fake().call('overview', {})) as Extract<Overview, { role: 'chair' }>;
  const stages = overview.stages.map((stage) => ({ ...stage, left_out }));
  const nothing = () => undefined;
  render(Summary, { preview, overview: { ...overview, stages }, wizard: new Wizard('daftar.xlsx'), onclose: nothing, onlook: nothing });
}

test('before an import it is said that a blind competition numbers its innovations at random', async () => {
  await summary(['agency']);
  expect(screen.getByTestId('numbered-at-random').textContent).toContain('secara acak');
});

test('an import says nothing of numbers where no stage is judged blind', async () => {
  await summary([]);
  expect(screen.queryByTestId('numbered-at-random')).toBeNull();
});
