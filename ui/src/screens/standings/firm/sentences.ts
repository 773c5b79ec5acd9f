/** The four sentences of the ten-second card. No coefficient stands on it. */
import { compare } from '../../../format/decimal';
import type { Agreement, Firmness } from '../../../generated/api';
import type { Messages } from '../../../messages/id';

export type CardPart = 'winner' | 'nominees' | 'discuss' | 'judges';
export type Sentence = { part: CardPart; title: string; sub: string };

/** `shown` writes a decimal as the reader does. */
export function sentences(firmness: Firmness, agreement: Agreement | null, t: Messages, shown: (value: string) => string): Sentence[] {
  return [winner(firmness, t, shown), nominees(firmness, t), discuss(agreement, t), judges(firmness, agreement, t, shown)];
}

function winner(firmness: Firmness, t: Messages, shown: (value: string) => string): Sentence {
  const said = t.firmness.winner;
  const row = firmness.rows.find((one) => one.boundary === 'winner');
  if (!row) return { part: 'winner', title: said.nobody, sub: '' };
  const { mark } = row;
  const title = row.above.length > 1 ? said.shared(said.first) : mark ? said.thin(said.first) : said.firm(said.first);
  const change = mark ? (mark.up ? said.up : said.down)(mark.judge, shown(mark.distance)) : row.no_mark === 'standardised' ? '' : said.nothing;
  const margin = row.margin === null ? '' : said.margin(shown(row.margin));
  return { part: 'winner', title, sub: [margin, change].filter((text) => text !== '').join(' ') };
}

function nominees(firmness: Firmness, t: Messages): Sentence {
  const said = t.firmness.nominees;
  const refused = firmness.resampling[0]?.refused;
  if (refused) return { part: 'nominees', title: said.refused, sub: t.firmness.resampled.refused[refused] };
  const count = (word: string) => firmness.resampled.filter((row) => row.word === word).length;
  const hasCut = firmness.resampled.some((row) => row.cut !== null);
  const title = (hasCut ? said.title : said.winners)(count('always'), count('sometimes'));
  return { part: 'nominees', title, sub: said.sub };
}

function discuss(agreement: Agreement | null, t: Messages): Sentence {
  const count = agreement?.discuss.length ?? 0;
  if (count === 0) return { part: 'discuss', title: t.firmness.discuss.none, sub: '' };
  return { part: 'discuss', title: t.firmness.discuss.title(count), sub: t.firmness.discuss.sub };
}

/** The judge who is furthest from the others, and what the standing would be without. */
function judges(firmness: Firmness, agreement: Agreement | null, t: Messages, shown: (value: string) => string): Sentence {
  const said = t.firmness.judges;
  const size = (text: string) => text.replace('-', '');
  const furthest = [...(agreement?.rows ?? [])].sort((a, b) => compare(size(b.severity_shown), size(a.severity_shown)))[0];
  if (!agreement || agreement.refused !== null || !furthest) return { part: 'judges', title: said.refused, sub: agreement?.refused ?? '' };
  const strict = furthest.severity_shown.startsWith('-');
  const title = (strict ? said.strict : said.lenient)(furthest.judge, shown(size(furthest.severity_shown)));
  const without = firmness.without.find((row) => row.judge === furthest.judge);
  const sub = without ? (without.same_order ? said.same(furthest.judge) : said.changes(furthest.judge)) : '';
  return { part: 'judges', title, sub };
}
