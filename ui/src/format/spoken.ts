/** Words that stand for a key or a passphrase, as they are read out: `rusa-padi-tenun` → `rusa padi tenun`. */
export function spoken(words: string): string {
  return spokenWords(words).join(' ');
}

export function spokenWords(words: string): string[] {
  return words.split(/[\s-]+/).filter(Boolean);
}
