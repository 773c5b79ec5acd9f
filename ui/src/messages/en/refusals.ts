/** Refusals by code; {name} gives way to what it stands for. What is not here is shown as the core says it. */
import type { Messages } from '../id';

export const refusals: Messages['refusals'] = {
  // Files
  'file-not-found': 'The file was not found: {file}',
  'file-unreadable': 'The file cannot be read: {file}',
  'file-exists': 'There is a file of that name already: {file}. Choose another name.',
  'file-unwritable': 'It cannot be saved here: {file}',
  'file-read-only': 'This file can only be read. Copy it to the laptop first and open the copy.',
  'file-in-use': 'This file is open in another window or program. Close it there first.',
  'file-damaged': 'This file is damaged. Restore a backup from the Documents screen.',
  'disk-full': 'The disk is full. Nothing was changed.',
  'not-timbang': 'This is not a Timbang competition file.',
  'newer-format': 'This file was made by a newer Timbang. Update the program on this laptop.',
  'nothing-open': 'No competition is open.',
  // Registration sheets
  'empty-workbook': 'The workbook is empty.',
  'encrypted-workbook': 'The workbook has a password. Open it in Excel, remove the password, save it, and try again.',
  'charts-only': 'This file holds only charts and no table.',
  'not-a-workbook': 'This is not an Excel, LibreOffice or CSV file.',
  'damaged-workbook': 'The workbook is damaged and cannot be read.',
  'too-large': 'The file is too large or swells beyond reason, and was refused.',
  'timed-out': 'Reading this file took too long and was stopped.',
  'reader-died': 'The reader stopped by itself. The competition file is unchanged.',
  'no-heading': 'No heading was recognised. One row must hold “Judul Inovasi” or the like, and one other column.',
  'no-such-sheet': 'There is no sheet “{sheet}” in this file.',
  'no-title-column': 'No column gives the title yet.',
  'no-such-category': 'The rules have no category “{category}”.',
  'bad-mapping': 'That arrangement of columns cannot be used.',
  // Panel and hand-overs
  'already-there': '“{name}” is there already.',
  'no-name': 'The name is missing.',
  'bad-code': 'A code holds only letters, digits and hyphens.',
  'no-keys': 'This laptop does not hold the chair’s keys of this competition. Open it where it was made.',
  'unknown-judge': 'There is no judge “{judge}” in this competition.',
  'unknown-entry': 'There is no innovation “{entry}”.',
  'unknown-stage': 'There is no stage “{stage}”.',
  'unknown-category': 'There is no category “{category}”.',
  'unknown-rules': 'Judged under rules this competition never had.',
  'not-assigned': '{entry} is not assigned to this judge.',
  'bad-mark': 'A mark for {entry} is outside its scale.',
  'not-a-hand-over': 'This is not a hand-over.',
  // Decisions
  'no-reason': 'A reason is required.',
  'bad-points': 'A deduction must be a number above zero.',
  'nothing-to-reinstate': 'Nothing is decided against {entry}.',
  'no-conflict': 'Nothing differs any more.',
  'already-undone': 'That decision is undone already.',
  'publication-blocked': 'The result cannot be published yet; the Standings screen says why.',
  'nothing-to-publish': 'No innovation is ranked yet.',
  // Rules
  'bad-rules': 'The rules file cannot be used.',
};
