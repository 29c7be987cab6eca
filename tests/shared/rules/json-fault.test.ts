import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { jsonFaultAt } from '#shared/rules/json-fault.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

describe('where a text stops being JSON', () => {
  test.each([
    ['{"a": light}', 6],
    ['{"a":1,}', 7],
    ['[1 2]', 3],
    ['{"a":1', 6],
    ['', 0],
    ['{a:1}', 1],
    ['[1]]', 3],
    ['{"a":"line\nbreak"}', 5],
    ['{"a":[1,{"b":null}], "c":-0.5e3}', null],
    [' true ', null],
  ])('%j: %s', (text, place) => {
    expect(jsonFaultAt(text)).toBe(place);
  });

  test('agrees with the parser on whatever is near to JSON', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', '0', ' ', '\\', 'x'))
      .map(([json, pick, put]) => {
        const at = pick % (json.length + 1);
        return json.slice(0, at) + put + json.slice(at + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken, fc.string()), (text) => {
        const at = jsonFaultAt(text);
        expect([text, at === null]).toEqual([text, isJson(text)]);
        expect(at === null || (at >= 0 && at <= text.length)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
