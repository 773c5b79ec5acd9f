import type { FoundBeforeRow, PredecessorRow } from '../generated/api';

const plain = (text: string) => text.trim().toLowerCase();

/** What was found of this claim in an earlier competition, in the order of the visits. */
export const foundBefore = ({ claims }: PredecessorRow, claim: string): FoundBeforeRow[] => claims.filter(({ text }) => plain(text) === plain(claim));

/** Each claim of the earlier competition once, in their order. */
export const claimsBefore = ({ claims }: PredecessorRow): string[] =>
  claims.map(({ text }) => text).filter((text, place, all) => all.findIndex((other) => plain(other) === plain(text)) === place);
