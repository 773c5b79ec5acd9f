/** Small pictures for a grid of photos: made once of the whole picture and kept, so that scrolling back costs nothing. */
const EDGE = 320;
const KEPT = 2_000;
const made = new Map<string, string>();

/** The small picture of this photo, if it was made already. */
export const kept = (photo: string): string | undefined => made.get(photo);

let turn: Promise<unknown> = Promise.resolve();

/** Makes it, one after the other. `wanted` is asked when its turn comes: what is out of sight by then is passed over. */
export function thumbnail(photo: string, wanted: () => boolean, whole: () => Promise<string | null>): Promise<string | null> {
  const make = async (): Promise<string | null> => {
    if (!wanted()) return null;
    const known = made.get(photo);
    if (known !== undefined) return known;
    const address = await whole();
    if (address === null) return null;
    const small = (await shrunk(address)) ?? address;
    if (small !== address) keep(photo, small);
    return small;
  };
  const mine = turn.then(make, make);
  turn = mine;
  return mine;
}

function keep(photo: string, small: string): void {
  const [oldest] = made.keys();
  if (made.size >= KEPT && oldest !== undefined) made.delete(oldest);
  made.set(photo, small);
}

/** At most `EDGE` pixels on the long edge; null where the page cannot draw. */
async function shrunk(address: string): Promise<string | null> {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const scale = Math.min(1, EDGE / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', 0.8);
}
