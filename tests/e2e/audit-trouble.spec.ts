import { expect, test } from '@playwright/test';

import { AUDITED_TROUBLE, auditGroup } from '#tests/screens/audit/audited-groups.ts';

test.use({ trace: 'off' });
test.setTimeout(240_000);

for (const name of AUDITED_TROUBLE) {
  test(`${name}, en: trouble is readable, named, whole, in one language and still`, async ({
    browser,
  }) => {
    const { failures, looks, faults } = await auditGroup(browser, 'en', name, false);
    expect(failures).toEqual([]);
    expect(looks).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });
}
