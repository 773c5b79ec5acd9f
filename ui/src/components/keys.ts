/** Keys that a screen listens to as a whole. */

/**
 * Whether a key is the screen's: no dialog is open, and Escape has closed nothing nearer. Other keys do not tell: a tab prevents
 * what Enter would do to its button, also with Ctrl.
 */
export const isFree = (event: KeyboardEvent): boolean =>
  !document.querySelector('[role=dialog]') && !(event.key === 'Escape' && event.defaultPrevented);
