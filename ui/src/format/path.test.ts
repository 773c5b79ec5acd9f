import { expect, test } from 'vitest';
import { fileName, folderOf, plainName } from './path';

test('names are found in paths of either kind of system', () => {
  expect(fileName('/media/usb/eva-3.nilai')).toBe('eva-3.nilai');
  expect(fileName('D:\\Lomba\\metro.timbang')).toBe('metro.timbang');
  expect(folderOf('D:\\Lomba\\metro.timbang')).toBe('Lomba');
});

test('a name offered for a file is one that any system takes', () => {
  expect(plainName('Pekan Inovasi & Kreativitas: Kukar/2023?')).toBe('pekan-inovasi-kreativitas-kukar-2023');
  expect(plainName('…')).toBe('timbang');
});
