import { expect, test } from 'vitest';
import { differing } from './differing';

/** Differing words in brackets. */
function check(text: string, other: string, expected: string) {
  const shown = differing(text, other).map((part) => (part.differs ? `[${part.text.trim()}]` : part.text.trim()));
  expect(shown.join(' ')).toBe(expected);
}

test('the words that only one text has are marked', () => {
  check('Jemput Bola Admindukk', 'Jemput Bola Adminduk', 'Jemput Bola [Admindukk]');
  check('Sapa Warga Desa', 'Sapu Warga', '[Sapa] Warga [Desa]');
  check('GERBANG DATA', 'Gerbang Data Desa', 'GERBANG DATA');
  check('a b c', 'b', '[a] b [c]');
  check('a', '', '[a]');
  check('', 'a', '');
});
