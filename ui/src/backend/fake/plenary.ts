/** An invented plenary: it reveals the invented standings from the last place to the first, as the core does. */
import type { Commands, PlenaryDesk, PlenaryPage, PlenaryRow, PlenaryShown, StandingRow } from '../../generated/api';
import { categories } from './entries';
import { standings } from './standings';

type Names = 'plenary' | 'plenary_step' | 'plenary_desk' | 'show_in_plenary';
type Answers = { [Name in Names]: (request: Commands[Name]['request']) => Commands[Name]['response'] };

export function plenaryAnswers(): Answers {
  let shown: PlenaryShown | null = null;
  let revealed = 0;

  const rows = () => (shown ? standings(shown.stage, shown.category).rows : []);
  /** The ranked rows by rank, the best first. */
  function places(): StandingRow[][] {
    const ranked = rows().filter((row) => row.rank !== null);
    return [...new Set(ranked.map(({ rank }) => rank))].map((rank) => ranked.filter((row) => row.rank === rank));
  }
  const open = () => places().slice(places().length - revealed).flat();

  const seen = (row: StandingRow, beside: boolean): PlenaryRow => ({
    rank: beside && !open().some(({ entry }) => entry === row.entry) ? null : row.rank,
    tied: row.tied,
    award: null,
    entry: row.entry,
    title: shown?.blind ? null : row.title,
    agency: shown?.blind ? null : row.agency,
    score: shown?.scores ? row.score : null,
    parts: beside && shown?.scores ? row.criteria.map(({ code, weighted, permille }) => ({ name: code, weighted, permille })) : [],
  });

  function page(): PlenaryPage {
    if (!shown || shown.black) return { black: shown?.black ?? false, standing: null };
    const [one, other] = (shown.pair ?? []).map((code) => rows().find((row) => row.entry === code));
    return {
      black: false,
      standing: {
        competition: 'Pekan Inovasi dan Kreativitas Kukar 2023',
        category: categories.find(({ code }) => code === shown?.category)?.name ?? '',
        stage: shown.stage,
        provisional: true,
        hidden: places().length - revealed,
        rows: one && other ? [] : open().map((row) => seen(row, false)),
        pair: one && other ? [seen(one, true), seen(other, true)] : null,
      },
    };
  }

  function desk(): PlenaryDesk {
    const next = places()[places().length - revealed - 1] ?? [];
    return {
      shown,
      places: places().length,
      revealed,
      next: next.map(({ rank, entry, title, score }) => ({ rank: rank ?? 0, entry, title, score })),
      restarted: false,
    };
  }

  return {
    plenary: page,
    plenary_step({ press }) {
      if (!shown) return page();
      if (press === 'black') shown = { ...shown, black: !shown.black };
      else if (shown.black) shown = { ...shown, black: false };
      else if (shown.pair) shown = { ...shown, pair: null };
      else revealed = press === 'next' ? Math.min(revealed + 1, places().length) : Math.max(revealed - 1, 0);
      return page();
    },
    plenary_desk: desk,
    show_in_plenary(asked) {
      if (asked.category !== shown?.category || asked.stage !== shown.stage) revealed = 0;
      shown = asked;
      return desk();
    },
  };
}
