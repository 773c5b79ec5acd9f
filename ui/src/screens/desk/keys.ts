/** Which key does what at the desk. */

export type Action = 'next' | 'previous' | 'next-unfinished' | 'finish' | 'undo' | 'redo' | { level: string };

/**
 * What is typed where the key falls: a text takes all keys without Ctrl, and its own undo once something was typed in it; a mark
 * field takes only digits and signs.
 */
export type Typing = 'text' | 'typed-text' | 'mark' | null;

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
    const key = press.key.toLowerCase();
    if (typing === 'typed-text' && (key === 'z' || key === 'y')) return null;
    if (press.shiftKey) return key === 'z' ? 'redo' : null;
    return WITH_CONTROL[key] ?? null;
  }
  if (typing === 'text' || typing === 'typed-text') return null;
  if (typing === null && /^\d$/.test(press.key)) return { level: press.key };
  return PLAIN[press.key] ?? null;
}

/** What is typed in this element; `typed` is the one in which something was typed since it was entered. */
export function typingIn(element: EventTarget | null, typed: EventTarget | null = null): Typing {
  if (!(element instanceof HTMLElement)) return null;
  if (element.closest('[data-mark]')) return 'mark';
  const isText = element.closest('textarea, select, input:not([type="radio"], [type="checkbox"])') !== null;
  return !isText ? null : element === typed ? 'typed-text' : 'text';
}
