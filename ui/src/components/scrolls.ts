/** A region that scrolls is a stop of the tabulator while it holds more than fits, so that the keys can scroll it. */
export function scrolls(region: HTMLElement) {
  const look = () => {
    const overflows = region.scrollHeight > region.clientHeight || region.scrollWidth > region.clientWidth;
    if (overflows) region.tabIndex = 0;
    else region.removeAttribute('tabindex');
  };
  const sizes = new ResizeObserver(look);
  sizes.observe(region);
  const contents = new MutationObserver(look);
  contents.observe(region, { childList: true, subtree: true, characterData: true });
  return () => {
    sizes.disconnect();
    contents.disconnect();
  };
}
