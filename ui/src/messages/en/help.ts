import type { Messages } from '../id';
import { help as id } from '../id/help';

export const help: Messages['help'] = {
  title: 'Help',
  words: 'Words',
  search: 'Find a word…',
  // In English the meanings are those of the page of words.
  meanings: id.meanings,
};

export const steps: Messages['steps'] = {
  title: 'First steps',
  offer: 'Six short steps through this example. Leave at any time.',
  begin: 'Begin',
  no: 'No, thanks',
  leave: 'Enough',
  next: 'Next',
  end: 'Done',
  again: 'First steps…',
  of: (at, of) => `Step ${at} of ${of}`,
  all: [
    ['Rules', 'Categories, stages, criteria and weights. Everything is computed by this page.'],
    ['Innovations', 'Registrations come in from a workbook. You see them first; nothing is taken before you agree.'],
    ['Panel', 'Add judges, then make a packet for each. Its six words are read out by telephone.'],
    ['Hand-overs', 'Drag the judges’ .nilai files here. Late or twice does no harm: nothing is counted twice.'],
    ['Standings', 'The order with its reasons. The line above says what is still awaited.'],
    ['Publish', 'First the check-list, then publish. After that save the winner list under Documents.'],
  ],
};
