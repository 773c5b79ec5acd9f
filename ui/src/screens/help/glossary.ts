/** The words on the screens, from the project's page of words; their meanings in Indonesian are in the catalogue. */
import page from '../../../../docs/words.md?raw';

export type Word = { id: string; en: string; meaning: string };

/** Rows of the tables of that page: code, Indonesian, English, meaning. Words to avoid, in brackets, are left out. */
export const glossary: Word[] = page
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 6 && cells[1] !== 'code' && !cells[1]?.startsWith('---'))
  .map(([, , id = '', en = '', meaning = '']) => ({ id, en, meaning: meaning.replace(/\s*\(not: [^)]*\)/, '').replaceAll('`', '') }))
  .filter(({ id, en }) => id !== '–' && en !== '–');
