/** Which thing on the page has a hint to show: anything with `data-hint`. */

/** The nearest thing with a hint that is worth showing; null when there is none. */
export function hinted(target: EventTarget | null): HTMLElement | null {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;
  return found && isWorthShowing(found) ? found : null;
}

export const hintOf = (element: HTMLElement): string => element.dataset['hint'] ?? '';

/** A hint that only repeats the text of its element is shown while that text is cut off. */
function isWorthShowing(element: HTMLElement): boolean {
  const hint = hintOf(element).trim();
  if (hint === '') return false;
  const says = element.textContent?.trim() ?? '';
  return says !== hint || isCutOff(element);
}

const isCutOff = (element: HTMLElement): boolean =>
  [element, ...element.querySelectorAll<HTMLElement>('*')].some((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0);
