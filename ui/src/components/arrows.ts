/** Up and down go through the elements that a selector finds within a list. */
export function arrows(selector: string) {
  return (list: HTMLElement) => {
    const move = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const all = [...list.querySelectorAll<HTMLElement>(selector)];
      const from = all.findIndex((element) => element === event.target);
      if (!step || from < 0) return;
      event.preventDefault();
      all[Math.min(all.length - 1, Math.max(0, from + step))]?.focus();
    };
    list.addEventListener('keydown', move);
    return () => list.removeEventListener('keydown', move);
  };
}
