/** Ctrl+F goes to the table that holds the focus, else to the first one in sight. */

const tables: { region: HTMLElement; find: () => void }[] = [];

function press(event: KeyboardEvent) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'f') return;
  event.preventDefault();
  const open = document.querySelector('[role=dialog]');
  const inSight = tables.filter(({ region }) => (open ? open.contains(region) : region.isConnected));
  const own = inSight.find(({ region }) => region.contains(document.activeElement));
  (own ?? inSight[0])?.find();
}

/** The region of a table whose rows can be found. */
export function finder(find: () => void) {
  return (region: HTMLElement) => {
    if (tables.length === 0) window.addEventListener('keydown', press);
    const own = { region, find };
    tables.push(own);
    return () => {
      tables.splice(tables.indexOf(own), 1);
      if (tables.length === 0) window.removeEventListener('keydown', press);
    };
  };
}
