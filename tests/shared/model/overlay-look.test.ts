import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fixedLook, OVERLAY_LOOKS } from '#shared/model/overlay-look.ts';

test('an address without a look, or with an unknown one, leaves it to the desk', () => {
  for (const search of ['', '?', '?look=', '?look=neon', '?outlook=bright', '?look=bright2']) {
    expect(fixedLook(search)).toBeNull();
  }
});

test('an address with a look keeps it, whatever else it says and wherever its code stands', () => {
  const other = fc.stringMatching(/^[a-z]{1,8}=[A-Za-z0-9_-]{0,22}$/);
  fc.assert(
    fc.property(fc.constantFrom(...OVERLAY_LOOKS), fc.array(other), (look, others) => {
      fc.pre(others.every((each) => !each.startsWith('look=')));
      const query = [...others, `look=${look}`, ...others].join('&');
      const url = new URL(`http://10.0.0.2:4180/overlay/?${query}#code=Zm9vYmFyYmF6cXV4`);
      expect(fixedLook(url.search)).toBe(look);
    }),
  );
});
