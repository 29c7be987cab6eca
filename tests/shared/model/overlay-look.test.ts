import fc from 'fast-check';
import { expect, test } from 'vitest';

import { lookOf, OVERLAY_LOOKS, withLook } from '#shared/model/overlay-look.ts';

test('an address without a look, or with an unknown one, is the dark card', () => {
  for (const search of ['', '?', '?look=', '?look=neon', '?outlook=bright', '?look=bright2']) {
    expect(lookOf(search)).toBe('night');
  }
});

test('a link keeps its code and asks for its look', () => {
  const code = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
  fc.assert(
    fc.property(fc.constantFrom(...OVERLAY_LOOKS), code, (look, each) => {
      const url = new URL(withLook(`http://10.0.0.2:4180/overlay/#code=${each}`, look));
      expect([lookOf(url.search), url.hash, url.pathname]).toEqual([
        look,
        `#code=${each}`,
        '/overlay/',
      ]);
    }),
  );
});
