import { afterEach, expect, test, vi } from 'vitest';
import { inBase64, pictures } from './pasted';

const picture = new Blob(['foto'], { type: 'image/png' });

/** A paste with these files and kinds of text. */
function paste(files: Blob[], types: string[]): ClipboardEvent {
  const event = new Event('paste', { cancelable: true });
  return Object.assign(event, { clipboardData: { files, types } }) as unknown as ClipboardEvent;
}

/** What lies on the clipboard itself. */
function clipboard(read: () => Promise<unknown[]>) {
  vi.stubGlobal('navigator', { clipboard: { read } });
}

afterEach(() => vi.unstubAllGlobals());

test('pictures among what is pasted are taken, and other files left', async () => {
  const event = paste([new Blob(['a'], { type: 'text/plain' }), picture], ['Files']);
  expect(await pictures(event)).toEqual([picture]);
  expect(event.defaultPrevented).toBe(true);
});

test('where a paste says nothing at all the clipboard is asked', async () => {
  clipboard(() => Promise.resolve([{ types: ['text/html', 'image/png', 'image/jpeg'], getType: () => Promise.resolve(picture) }]));
  expect(await pictures(paste([], []))).toEqual([picture]);
});

test('a text that is pasted stays a text, and a clipboard that cannot be read holds nothing', async () => {
  const read = vi.fn(() => Promise.reject(new Error('not allowed')));
  clipboard(read);
  const event = paste([], ['text/plain']);
  expect(await pictures(event)).toEqual([]);
  expect([event.defaultPrevented, read.mock.calls.length]).toEqual([false, 0]);
  expect(await pictures(paste([], []))).toEqual([]);
});

test('bytes go in base64', async () => {
  expect(await inBase64(picture)).toBe('Zm90bw==');
});
