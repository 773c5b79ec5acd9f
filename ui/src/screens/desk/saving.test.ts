import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { REST, Saving } from './saving.svelte';

/** Writes that end only when they are let go, in a log of what reached the file. */
function slow() {
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const write = (text: string) => () =>
    new Promise<void>((resolve) =>
      ends.push(() => {
        log.push(text);
        resolve();
      }),
    );
  const end = async () => {
    ends.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { log, write, end };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a write under way is not overtaken, and what waits goes in order', async () => {
  const { log, write, end } = slow();
  const saving = new Saving(() => {});
  saving.put('a', write('a1'));
  saving.put('b', write('b1'));
  saving.put('a', write('a2'));
  for (let at = 0; at < 3; at += 1) await end();
  expect(log).toEqual(['a1', 'b1', 'a2']);
  expect(saving.unsaved).toBe(false);
});

test('of several values of one field that wait, the last is written', async () => {
  const { log, write, end } = slow();
  const saving = new Saving(() => {});
  saving.put('a', write('a1'));
  saving.put('b', write('b1'));
  saving.put('b', write('b2'));
  await end();
  await end();
  expect(log).toEqual(['a1', 'b2']);
});

test('a text is written when it rests, once, as it stands', async () => {
  const { log, write, end } = slow();
  const saving = new Saving(() => {});
  saving.rest('remark', write('ba'));
  await vi.advanceTimersByTimeAsync(REST - 1);
  saving.rest('remark', write('bagus'));
  await vi.advanceTimersByTimeAsync(REST - 1);
  expect(saving.unsaved).toBe(true);
  await vi.advanceTimersByTimeAsync(1);
  await end();
  expect(log).toEqual(['bagus']);
  expect(saving.unsaved).toBe(false);
});

test('a resting text goes before whatever is done next, and nothing counts as saved before it is', async () => {
  const { log, write, end } = slow();
  const saving = new Saving(() => {});
  saving.rest('remark', write('bagus'));
  saving.put('mark', write('85'));
  let settled = false;
  void saving.settled().then(() => (settled = true));
  await end();
  expect(settled).toBe(false);
  await end();
  expect([log, settled]).toEqual([['bagus', '85'], true]);
});

test('a refused write is told, and the next ones are written all the same', async () => {
  const { log, write, end } = slow();
  const told: unknown[] = [];
  const saving = new Saving((error) => told.push(error));
  saving.put('a', () => Promise.reject(new Error('disk full')));
  saving.put('b', write('b1'));
  await vi.advanceTimersByTimeAsync(0);
  await end();
  expect([log, told.length]).toEqual([['b1'], 1]);
});
