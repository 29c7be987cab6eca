import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import {
  ALL_EYES,
  colourOf,
  contrast,
  difference,
  type Lab,
  seenBy,
} from '#tests/support/colour-vision.ts';

const RENDERER = fileURLToPath(new URL('../../../src/renderer/', import.meta.url));
const css = readFileSync(join(RENDERER, 'ui/tokens.css'), 'utf8');

type Tokens = Readonly<Record<string, string>>;

function coloursOf(block: string): Tokens {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6}(?:[0-9a-f]{2})?);/g)].map(([, name, hex]) => [
      name,
      hex,
    ]),
  );
}
const [, darkBlock = '', lightBlock = ''] =
  /\n:root \{(.*?)\n\}.*?\[data-theme='light'\] \{(.*?)\n\}/s.exec(css) ?? [];
const dark = coloursOf(darkBlock);
const THEMES: Readonly<Record<string, Tokens>> = {
  dark,
  light: { ...dark, ...coloursOf(lightBlock) },
};

function hex(theme: Tokens, name: string): string {
  const value = theme[name];
  if (value === undefined) throw new Error(`there is no token --${name}`);
  return value;
}

const GROUNDS = ['bg', 'surface', 'raised', 'hover'];
const WORDS = ['text', 'text-2', 'text-3', 'go', 'armed', 'warn', 'danger', 'on-air'];
const SERIES = ['series-viewers', 'series-chat', 'series-orders'];
const STATES = ['go', 'armed', 'danger'];
const MARKS = [
  'mark',
  'mark-pink',
  'mark-violet',
  'mark-rust',
  'mark-red',
  'mark-orange',
  'mark-green',
  'mark-teal',
];

describe.each(Object.entries(THEMES))('in the %s theme', (_name, theme) => {
  const between = (one: string, other: string): number =>
    contrast(colourOf(hex(theme, one)), colourOf(hex(theme, other)));

  test('every word is read on every ground, and on a tint of it', () => {
    for (const word of WORDS) {
      for (const ground of GROUNDS) {
        expect(between(word, ground), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const tint of ['tint-go', 'tint-armed', 'tint-danger', 'tint-info']) {
      for (const ground of ['bg', 'surface', 'raised']) {
        const tinted = colourOf(hex(theme, tint), hex(theme, ground));
        for (const word of [
          'text',
          'text-2',
          'text-3',
          tint.replace('tint-', '').replace('info', 'text'),
        ]) {
          const ratio = contrast(colourOf(hex(theme, word)), tinted);
          expect(ratio, `${word} on ${tint} over ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });

  test('what stands on a filled colour is read', () => {
    for (const filled of ['go', 'armed', 'danger']) {
      expect(between(`${filled}-ink`, filled), filled).toBeGreaterThanOrEqual(4.5);
    }
    for (const mark of MARKS) {
      expect(between('on-mark', mark), mark).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('the scales of the series are read in their colour; the focus stands out', () => {
    for (const series of SERIES) {
      for (const ground of ['bg', 'surface']) {
        expect(between(series, ground), `${series} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const ground of GROUNDS) {
      expect(between('focus', ground), ground).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(ALL_EYES)('series and states stay apart for an eye with %s', (eye) => {
    const apart = (one: string, other: string): number =>
      difference(seenBy(eye, colourOf(hex(theme, one))), seenBy(eye, colourOf(hex(theme, other))));
    for (const [names, least] of [
      [SERIES, 10],
      [STATES, 8],
    ] as const) {
      for (const [at, one] of names.entries()) {
        for (const other of names.slice(at + 1)) {
          expect(apart(one, other), `${one} and ${other}`).toBeGreaterThanOrEqual(least);
        }
      }
    }
  });
});

test('the problem page of the desktop app has the same colours', () => {
  const style = readFileSync(join(RENDERER, '../main/electron/problem-style.ts'), 'utf8');
  const [, own = ''] = /\n:root \{(.*?)\n\}/s.exec(style) ?? [];
  const [, ownLight = ''] = /\[data-theme='light'\] \{(.*?)\n\}/s.exec(style) ?? [];
  const rename = (name: string): string => (name === 'line' ? 'line-strong' : name);
  for (const [block, theme] of [
    [own, THEMES['dark']],
    [ownLight, THEMES['light']],
  ] as const) {
    const colours = Object.entries(coloursOf(block));
    expect(colours.length).toBeGreaterThan(8);
    for (const [name, value] of colours) expect(value, name).toBe(theme?.[rename(name)]);
  }
});

// Sharma, Wu, Dalal 2005, table 1.
test.each<readonly [Lab, Lab, number]>([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [61, -5, 29], 22.8977],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
])('the difference of %j and %j is the published %d', (one, other, published) => {
  expect(difference(one, other)).toBeCloseTo(published, 4);
});

test('colours and moving times come from tokens alone', () => {
  // The overlay's own two looks, and the darker ground of the host's screen.
  const OWN_TOKENS = ['ui/tokens.css', 'overlay/page.css', 'anchor/page.css'];
  const files = readdirSync(RENDERER, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.css') && !OWN_TOKENS.includes(file));
  expect(files.length).toBeGreaterThan(40);
  for (const file of files) {
    const text = readFileSync(join(RENDERER, file), 'utf8');
    expect(text.match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/gi), file).toBeNull();
    expect(text.match(/transition:(?!.*var\(--motion\)).*/g), file).toBeNull();
  }
});
