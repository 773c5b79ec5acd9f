import { expect, test } from 'vitest';
import { partsOf } from './links';

test('a link ends before the sign that ends the sentence, and the rest stays as it is', () => {
  expect(partsOf('Lihat https://contoh.go.id/a?b=1, lalu (www.contoh.id).')).toEqual([
    { text: 'Lihat ', isLink: false },
    { text: 'https://contoh.go.id/a?b=1', isLink: true },
    { text: ', lalu (', isLink: false },
    { text: 'www.contoh.id', isLink: true },
    { text: ').', isLink: false },
  ]);
  expect(partsOf('tanpa tautan')).toEqual([{ text: 'tanpa tautan', isLink: false }]);
});
