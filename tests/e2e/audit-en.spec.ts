import { expect, test } from '@playwright/test';

import { AUDITED, auditGroup } from '#tests/screens/audit/audited-groups.ts';
import { buildPseudoPages } from '#tests/screens/pseudo/pseudo-pages.ts';

test.use({ trace: 'off' });
// Each goes through a dozen states and more, on cores that may be busy with something else.
test.setTimeout(480_000);
test.beforeAll(buildPseudoPages);

for (const name of AUDITED) {
  test(`${name}, en: nothing is unreadable, nameless, cut, foreign or moving`, async ({
    browser,
  }) => {
    const { failures, looks, faults } = await auditGroup(browser, 'en', name, true);
    expect(failures).toEqual([]);
    expect(looks).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });
}
