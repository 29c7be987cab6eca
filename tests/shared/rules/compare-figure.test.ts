import { describe, expect, it } from 'vitest';

import { changeOf, compareFigure } from '#shared/rules/compare-figure.ts';

describe('a figure against earlier shows', () => {
  it('leaves out shows in which it is unknown, and never counts them as 0', () => {
    expect(compareFigure([null, 4, 10, null, 6])).toEqual({ previous: null, median: 6, sample: 3 });
    expect(compareFigure([])).toEqual({ previous: null, median: null, sample: 0 });
    expect(changeOf(12, 10)).toBeCloseTo(0.2);
    expect(changeOf(12, 0)).toBeNull();
    expect(changeOf(null, 10)).toBeNull();
  });
});
