/** Names of files and folders, of either kind of system. */

const parts = (path: string) => path.split(/[\\/]/).filter(Boolean);

export function fileName(path: string): string {
  return parts(path).at(-1) ?? path;
}

/** The folder a file lies in, its name alone. */
export function folderOf(path: string): string {
  return parts(path).at(-2) ?? '';
}

/** A name that any system takes: letters and digits with dashes between. */
export function plainName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return plain.slice(0, 60) || 'timbang';
}
