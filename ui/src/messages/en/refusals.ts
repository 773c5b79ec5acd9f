/** Refusals by code. What is not here is shown as the core says it. */
import type { Messages } from '../id';

export const refusals: Messages['refusals'] = {
  'unreadable-file': 'The file cannot be read.',
  'empty-workbook': 'The workbook is empty.',
  'encrypted-workbook': 'The workbook has a password. Open it in Excel, remove the password, save it, and try again.',
  'charts-only': 'This file holds only charts and no table.',
  'not-a-workbook': 'This is not an Excel, LibreOffice or CSV file.',
  'damaged-workbook': 'The workbook is damaged and cannot be read.',
  'too-large': 'The file is too large or swells beyond reason, and was refused.',
  'timed-out': 'Reading this file took too long and was stopped.',
  'reader-died': 'The reader stopped by itself. The competition file is unchanged.',
  'no-heading': 'No heading was recognised. One row must hold “Judul Inovasi” or the like, and one other column.',
  'no-such-sheet': 'There is no such sheet in this file.',
  'no-title-column': 'No column gives the title yet.',
  'no-such-category': 'The rules have no such category.',
};
