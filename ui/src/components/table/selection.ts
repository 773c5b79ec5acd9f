/** Which rows of a table are selected, by their names. */

export type Selection = {
  /** The row that has the focus and is shown beside the table. */
  current: string | null;
  /** Where a range began. */
  anchor: string | null;
  names: ReadonlySet<string>;
};

export const NONE: Selection = { current: null, anchor: null, names: new Set() };

/** One row alone: a plain click or arrow. */
export const only = (name: string): Selection => ({ current: name, anchor: name, names: new Set([name]) });

/** One row more or less: Ctrl and click. */
export function toggled(selection: Selection, name: string): Selection {
  const names = new Set(selection.names);
  if (!names.delete(name)) names.add(name);
  return { current: name, anchor: name, names };
}

/** From the anchor to a row: Shift and click or arrow. `order` is the order in sight. */
export function extended(selection: Selection, name: string, order: string[]): Selection {
  const anchor = selection.anchor !== null && order.includes(selection.anchor) ? selection.anchor : name;
  const [from, to] = [order.indexOf(anchor), order.indexOf(name)].sort((left, right) => left - right);
  return { current: name, anchor, names: new Set(order.slice(from, (to ?? 0) + 1)) };
}

/** Every row: Ctrl A. */
export const everything = (selection: Selection, order: string[]): Selection => ({ ...selection, names: new Set(order) });

/** What a click does, by the keys that are held with it. */
export function clicked(selection: Selection, name: string, order: string[], keys: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): Selection {
  if (keys.shiftKey) return extended(selection, name, order);
  return keys.ctrlKey || keys.metaKey ? toggled(selection, name) : only(name);
}
