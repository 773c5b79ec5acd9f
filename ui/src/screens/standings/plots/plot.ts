/** The plots there are, and what they share. Places come from the core in thousandths; here they only become places on paper. */

export const KINDS = ['distribution', 'heat', 'buildUp', 'acceptability', 'margin'] as const;
export type Kind = (typeof KINDS)[number];

/** A table that says what a plot shows. */
export type Said = { head: string[]; rows: string[][] };

/** Width of every plot in its own units. */
export const WIDTH = 760;
/** Where axes begin and end: names stand to the left, numbers to the right. */
export const LEFT = 216;
export const RIGHT = 690;
export const ROW = 26;
/** More rows than this are not drawn. */
export const MOST = 40;

export const place = (permille: number): number => LEFT + ((RIGHT - LEFT) * permille) / 1000;

const LONG = 25;
/** A name as it fits beside an axis; the table has it whole. */
export const short = (text: string, most = LONG): string => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
