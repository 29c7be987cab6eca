import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { SECURITY_CHECKLIST } from '../../scripts/lib/security-checklist.mjs';
import { missingFiles, SECURITY_DOC, withRenderedParts } from '../../scripts/lib/security-doc.mjs';

const text = readFileSync(SECURITY_DOC, 'utf8');

describe('docs/security.md', () => {
  test('says what is so: npm run security changes nothing', async () => {
    expect(await withRenderedParts(text)).toBe(text);
  });

  test('a planted change of a figure is seen', async () => {
    const planted = text.replace('| `RunAsNode` | off |', '| `RunAsNode` | on |');
    expect(planted).not.toBe(text);
    expect(await withRenderedParts(planted)).toBe(text);
  });

  test('without a mark there is nothing to write to', async () => {
    await expect(withRenderedParts('# What protects a desk')).rejects.toThrow('no mark');
  });
});

describe('the checklist', () => {
  test('has all twenty items, each with a file and a test that are there', () => {
    expect(SECURITY_CHECKLIST).toHaveLength(20);
    expect(
      SECURITY_CHECKLIST.filter(({ files, tests }) => files.length * tests.length === 0),
    ).toEqual([]);
    expect(missingFiles()).toEqual([]);
  });
});
