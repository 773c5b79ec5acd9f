/**
 * Decimals as they cross the boundary: strings like `-1234.50`. They are only rearranged as text or scaled as whole
 * numbers, never turned into a binary floating-point number.
 */
import type { Language } from '../state/language.svelte';

/** The decimal in the reader's writing: `1.234,50` or `1,234.50`, with a real minus sign. */
export function decimal(text: string, language: Language): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return text;
  const [, sign, whole = '', fraction] = parts;
  const [group, point] = language === 'id' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return (sign ? '−' : '') + grouped + (fraction ? point + fraction : '');
}

/** The decimal without zeros at its end: `40.00` → `40`. */
export function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A decimal typed by a person, with comma or point, as it crosses the boundary; null when it is not one. */
export function typed(text: string): string | null {
  const plain = text.trim().replace(',', '.');
  return /^[-−]?\d+(\.\d{1,4})?$/.test(plain) ? plain.replace('−', '-') : null;
}

/** What share `part` is of `whole`, in percent with two digits as text (for widths); 0 when there is no whole. */
export function share(part: string, whole: string): string {
  const [of, to] = [units(part), units(whole)];
  if (of <= 0n || to <= 0n) return '0';
  const hundredths = (of * 10_000n) / to;
  const capped = hundredths > 10_000n ? 10_000n : hundredths;
  return `${capped / 100n}.${String(capped % 100n).padStart(2, '0')}`;
}

/** The sum of decimals, exact, with as many digits as the longest. */
export function sum(texts: string[]): string {
  const digits = Math.max(0, ...texts.map((text) => text.split('.')[1]?.length ?? 0));
  const total = texts.reduce((all, text) => all + units(text), 0n);
  const shown = total / 10n ** BigInt(SCALE - digits);
  const plain = String(shown < 0n ? -shown : shown).padStart(digits + 1, '0');
  const cut = plain.length - digits;
  return (shown < 0n ? '-' : '') + plain.slice(0, cut) + (digits ? `.${plain.slice(cut)}` : '');
}

/** Orders by size; what is not a decimal counts as smallest. */
export function compare(a: string, b: string): number {
  const [left, right] = [units(a), units(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const SCALE = 12;

/** The decimal as a whole number of its smallest units, for comparing and adding. */
export function units(text: string): bigint {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return 0n;
  const [, sign, whole = '0', fraction = ''] = parts;
  const size = BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, '0'));
  return sign ? -size : size;
}

/** The decimal of so many smallest units, without zeros at its end. */
export function fromUnits(value: bigint): string {
  const figures = String(value < 0n ? -value : value).padStart(SCALE + 1, '0');
  const fraction = figures.slice(-SCALE).replace(/0+$/, '');
  return (value < 0n ? '-' : '') + figures.slice(0, -SCALE) + (fraction ? `.${fraction}` : '');
}
