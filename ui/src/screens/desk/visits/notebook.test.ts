import { beforeEach, expect, test, vi } from 'vitest';
import { provide, type Backend } from '../../../backend';
import { fake } from '../../../backend/fake';
import { visits } from '../../../backend/fake/visits';
import type { VisitContent, VisitRow } from '../../../generated/api';
import { REST } from '../saving.svelte';
import { Notebook } from './notebook.svelte';

type Saved = { content: VisitContent; typing?: string; state: string };
const saved: Saved[] = [];
const row = visits.rows[0] as VisitRow;

/** A working copy whose photos come only when they are let in. */
function slow(letIn: Promise<void>): Backend {
  let kept: VisitRow = { ...row, state: 'draft' };
  const backend = fake({
    visits: () => ({ ...visits, rows: [kept] }),
    save_visit: ({ content, typing, state }) => {
      saved.push({ content, state, ...(typing === undefined ? {} : { typing }) });
      kept = { ...kept, ...content, state };
      return { row: kept, refused: [], undoable: { undo: null, redo: null } };
    },
    add_photos: () => {
      kept = { ...kept, photos: [...kept.photos, ...(visits.rows[2] as VisitRow).photos] };
      return { row: kept, refused: [], undoable: { undo: null, redo: null } };
    },
  });
  const call: Backend['call'] = async (name, request) => {
    if (name === 'add_photos') await letIn;
    return backend.call(name, request);
  };
  return { ...backend, call };
}

beforeEach(() => {
  saved.length = 0;
  vi.useFakeTimers();
});

async function opened(letIn: Promise<void> = Promise.resolve()): Promise<Notebook> {
  provide(slow(letIn));
  const notebook = new Notebook();
  await notebook.load();
  notebook.show(row.visit);
  return notebook;
}

test('a text is seen at once, written when it rests, and one step until its field is left', async () => {
  const notebook = await opened();
  for (const notes of ['d', 'du', 'dua petak']) notebook.type('notes', () => ({ notes }));
  expect(notebook.current?.notes).toBe('dua petak');
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(REST);
  expect(saved.map(({ content, typing }) => [content.notes, typing])).toEqual([['dua petak', 'notes']]);
  expect(notebook.saving.unsaved).toBe(false);
});

test('what is changed while photos are made small does not lose them', async () => {
  let letIn = () => {};
  const notebook = await opened(new Promise((resolve) => (letIn = resolve)));
  const adding = notebook.addPhotos(['a.jpg']);
  notebook.change('place', () => ({ place: 'Muara' }));
  expect(notebook.current?.place).toBe('Muara');
  letIn();
  await adding;
  await notebook.saving.settled();
  expect(saved.map(({ content }) => [content.place, content.photos.length])).toEqual([['Muara', 1]]);
  expect(notebook.current?.photos).toHaveLength(1);
});

test('changes of several fields hold each other, and a final visit that is changed is a draft again', async () => {
  const notebook = await opened();
  notebook.change('reason', () => ({ reason: 'a' }));
  notebook.change('state', () => ({}), 'final');
  await notebook.saving.settled();
  notebook.change('office', ({ office }) => ({ office: { ...office, name: 'Kantor Camat' } }));
  await notebook.saving.settled();
  expect(saved.map(({ state, content }) => [state, content.reason, content.office.name])).toEqual([
    ['draft', 'a', 'Kantor Desa'],
    ['final', 'a', 'Kantor Desa'],
    ['draft', 'a', 'Kantor Camat'],
  ]);
});

test('the team of the latest visit goes on to the next, else the verifier alone', async () => {
  const notebook = await opened();
  const to = visits.to_visit[1];
  if (!to) throw new Error('there is one');
  await notebook.begin(to, 'Dr. Sri Wahyuni');
  expect(saved[0]?.content.team.map(({ name }) => name)).toEqual(['Dr. Sri Wahyuni']);
});
