/** Keys that a screen listens to as a whole. */

/** Whether a key is the screen's: no dialog is open, and nothing nearer has answered it. */
export const isFree = (event: KeyboardEvent): boolean => !event.defaultPrevented && !document.querySelector('[role=dialog]');
