/** Which key does what at the desk. */

export type Action = 'next' | 'previous' | 'next-unfinished' | 'finish' | 'undo' | 'redo' | { level: string };

/** What is being typed where the key falls: a text takes all keys without Ctrl, a mark field only digits and signs. */
export type Typing = 'text' | 'mark' | null;

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const WITH_CONTROL: Record<string, Action> = { enter: 'finish', z: 'undo', y: 'redo', pagedown: 'next-unfinished' };
const PLAIN: Record<string, Action> = {
  PageDown: 'next',
  PageUp: 'previous',
  j: 'next',
  k: 'previous',
  n: 'next-unfinished',
};

export function actionOf(press: Press, typing: Typing): Action | null {
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    if (press.shiftKey) return press.key.toLowerCase() === 'z' ? 'redo' : null;
    return WITH_CONTROL[press.key.toLowerCase()] ?? null;
  }
  if (typing === 'text') return null;
  if (typing === null && /^\d$/.test(press.key)) return { level: press.key };
  return PLAIN[press.key] ?? null;
}

/** What is typed in this element. */
export function typingIn(element: EventTarget | null): Typing {
  if (!(element instanceof HTMLElement)) return null;
  if (element.closest('[data-mark]')) return 'mark';
  return element.closest('textarea, select, input:not([type="radio"], [type="checkbox"])') ? 'text' : null;
}
