/** A decision while it is made up: what is chosen so far, and the act once that is enough. */
import type { Act } from '../../generated/api';
import { typed } from '../../format/decimal';

/** What is decided here; conflicts, late files, rules and the publication have screens of their own. */
export const KINDS = ['disqualify', 'withdraw', 'deduct', 'reinstate', 'settle-tie'] as const;
export type Kind = (typeof KINDS)[number];

export type Draft = {
  kind: Kind | null;
  /** Code of the entry, as typed. */
  entry: string;
  /** Points to deduct, as typed. */
  points: string;
  /** Codes of tied entries, best first. */
  order: string[];
  /** The stage in whose standing a tie is settled; empty for the final one. */
  stage: string;
};

export const NOTHING: Draft = { kind: null, entry: '', points: '', order: [], stage: '' };

/** Above zero, with at most four digits after the sign. */
export const pointsOf = (text: string): string | null => {
  const size = typed(text);
  return size && !/^0*\.?0*$/.test(size) ? size : null;
};

/** The act, or null while something is missing. */
export function actOf({ kind, entry, points, order, stage }: Draft): Act | null {
  const code = entry.trim().toUpperCase();
  if (kind === null) return null;
  if (kind === 'settle-tie') return order.length < 2 ? null : { kind, order, ...(stage ? { stage } : {}) };
  if (!code) return null;
  if (kind !== 'deduct') return { kind, entry: code };
  const size = pointsOf(points);
  return size ? { kind, entry: code, points: size } : null;
}
