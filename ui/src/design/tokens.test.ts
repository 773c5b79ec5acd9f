import { expect, test } from 'vitest';
import css from './tokens.css?raw';

const [light = '', dark = ''] = css.split(":root[data-theme='dark']");
const colours = (text: string) =>
  new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]));

/** Relative luminance as WCAG defines it. */
function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'surface', 'raised', 'accent-soft'];
const pairs: [ink: string, ground: string, least: number][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent'].flatMap((ink) => grounds.map((ground) => [ink, ground, 4.5] as [string, string, number])),
  ...['ok', 'warn', 'bad', 'info'].flatMap((state) => [
    [state, `${state}-soft`, 4.5] as [string, string, number],
    [state, 'surface', 4.5] as [string, string, number],
  ]),
  ['accent-ink', 'accent', 4.5],
  ['accent-ink', 'accent-strong', 4.5],
  ['control', 'surface', 3],
  ['control', 'ground', 3],
  ...['data-1', 'data-2', 'data-3', 'data-4', 'data-5'].map((data) => [data, 'surface', 3] as [string, string, number]),
];

test.each([
  ['light', colours(light)],
  ['dark', new Map([...colours(light), ...colours(dark)])],
])('inks stand out from their grounds as WCAG AA asks, in the %s theme', (_, theme) => {
  const colour = (name: string) => theme.get(name) ?? expect.fail(`no colour ${name}`);
  const faint = pairs
    .map(([ink, ground, least]) => ({ ink, ground, least, has: contrast(colour(ink), colour(ground)) }))
    .filter(({ has, least }) => has < least)
    .map(({ ink, ground, has }) => `${ink} on ${ground}: ${has.toFixed(2)}`);
  expect(faint).toEqual([]);
});
