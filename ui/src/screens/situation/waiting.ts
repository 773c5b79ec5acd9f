/** What waits, in a few words, and where it is done. */
import type { Wait as Waits } from '../../generated/api';
import type { Messages } from '../../messages/id';
import type { Screen } from '../../state/session.svelte';

export type Wait = { text: string; screen: Screen; waiting: Waits };

const SCREENS: Record<Waits['kind'], Screen> = {
  entries: 'entries',
  judges: 'panel',
  packets: 'panel',
  conflicts: 'handover',
  late: 'handover',
  stage: 'handover',
  sheets: 'handover',
  unscored: 'standings',
  tie: 'standings',
  'not-understood': 'documents',
};

/** Each thing that waits. Judges who owe sheets of one stage are named up to two, then counted. */
export function waits(all: Waits[], words: Messages): Wait[] {
  const says = words.situation.waits;
  const said: Wait[] = [];
  const stages = new Set<string>();
  for (const waiting of all) {
    const screen = SCREENS[waiting.kind];
    if (waiting.kind !== 'sheets') said.push({ text: say(waiting, words), screen, waiting });
    else if (!stages.has(waiting.stage)) {
      stages.add(waiting.stage);
      const own = all.filter((other) => other.kind === 'sheets' && other.stage === waiting.stage) as Extract<Waits, { kind: 'sheets' }>[];
      const total = own.reduce((sum, { sheets }) => sum + sheets, 0);
      const text =
        own.length > 2 ? says.manySheets(waiting.stage_name, own.length, total) : says.sheets(waiting.stage_name, own.map(({ judge, sheets }) => [judge, sheets]));
      said.push({ text, screen, waiting });
    }
  }
  return said;
}

function say(waiting: Exclude<Waits, { kind: 'sheets' }>, words: Messages): string {
  const says = words.situation.waits;
  switch (waiting.kind) {
    case 'entries':
      return says.entries;
    case 'judges':
      return says.judges;
    case 'packets':
      return says.packets(waiting.judges);
    case 'conflicts':
      return says.conflicts(waiting.sheets);
    case 'late':
      return says.late(waiting.hand_overs);
    case 'stage':
      return says.stage(waiting.name);
    case 'unscored':
      return says.unscored(waiting.entries);
    case 'tie':
      return says.tie(waiting.category, waiting.rank, waiting.entries);
    case 'not-understood':
      return says.notUnderstood(waiting.files);
  }
}
