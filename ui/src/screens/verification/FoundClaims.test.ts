import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { visits } from '../../backend/fake/visits';
import type { PredecessorRow } from '../../generated/api';
import { language } from '../../state/language.svelte';
import { claimsOf } from './entries';
import FoundClaims from './FoundClaims.svelte';

test('what an earlier competition found stands beside what is found now', () => {
  language.choose('id');
  const rows = visits.rows.filter(({ entry }) => entry === 'DESA-001');
  const before = visits.predecessors[0] as PredecessorRow;
  render(FoundClaims, { claims: claimsOf(rows), before, rows, onsettle: () => {} });
  const then = screen.getAllByTestId('found-before').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  expect(then).toEqual([
    'Lomba lalu (21 Nov 2022): Sesuai 550 orang Proposal: 600 orang',
    'Lomba lalu (21 Nov 2022): Sesuai sebagian 430 orang Proposal: 600 orang',
  ]);
});
