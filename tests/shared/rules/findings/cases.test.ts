import { describe, expect, it } from 'vitest';

import { FindingDetector } from '#shared/model/finding.ts';
import { FINDING_CASES } from '#tests/support/finding-cases/finding-cases.ts';
import { foundBy } from '#tests/support/finding-show.ts';

describe.each(Object.entries(FINDING_CASES))('%s', (name, { show, finds, evidence, misses }) => {
  const detector = FindingDetector.parse(name);

  it('is found, with the figures it rests on', () => {
    const { findings } = foundBy(detector, show);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings[0]).toMatchObject(finds);
    for (const each of evidence) {
      expect(findings[0]?.evidence).toContainEqual(expect.objectContaining(each));
    }
  });

  it.each(Object.entries(misses))('is not found: %s', (_, { show: other, reason }) => {
    expect(foundBy(detector, other)).toEqual({ findings: [], reason });
  });
});
