import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { provide } from '../../backend';
import { fake } from '../../backend/fake';
import { preview } from '../../backend/fake/preview';
import type { Overview } from '../../generated/api';
import ByDecision from './ByDecision.svelte';
import { Wizard } from './wizard.svelte';

const backend = fake();
provide(backend);

test('what judges have already is left by the import and amended one by one, beginning with what the sheet says', async () => {
  const overview = (await backend.call('overview', {})) as Extract<Overview, { role: 'chair' }>;
  render(ByDecision, { changes: preview.outcome.by_decision, overview, wizard: new Wizard('daftar.xlsx') });
  await fireEvent.click(screen.getByTestId('amend-OPD-007'));
  expect((await screen.findByTestId<HTMLInputElement>('entry-title')).value).toBe('SISTEM ANTREAN DARING');
});
