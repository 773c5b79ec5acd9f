/** Ctrl+F goes to the table that holds the focus, else to the one that was used last, else to the first one on the screen. */

const tables: { region: HTMLElement; find: () => void }[] = [];
let used: Node | null = null;

function use(event: Event) {
  const own = event.target instanceof Node && tables.find(({ region }) => region.contains(event.target as Node));
  if (own) used = own.region;
}

function press(event: KeyboardEvent) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'f') return;
  event.preventDefault();
  const open = document.querySelector('[role=dialog]');
  const onScreen = tables.filter(({ region }) => (open ? open.contains(region) : region.isConnected));
  const inOrder = onScreen.toSorted((left, right) => (left.region.compareDocumentPosition(right.region) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const focused = onScreen.find(({ region }) => region.contains(document.activeElement));
  (focused ?? onScreen.find(({ region }) => region === used) ?? inOrder[0])?.find();
}

/** The region of a table whose rows can be found. */
export function finder(find: () => void) {
  return (region: HTMLElement) => {
    if (tables.length === 0) listen('addEventListener');
    const own = { region, find };
    tables.push(own);
    return () => {
      tables.splice(tables.indexOf(own), 1);
      if (tables.length === 0) listen('removeEventListener');
    };
  };
}

function listen(how: 'addEventListener' | 'removeEventListener') {
  window[how]('keydown', press as EventListener);
  window[how]('focusin', use);
  window[how]('pointerdown', use);
}
