import { expect, test } from '@playwright/test';

import { auditGroup } from '#tests/screens/audit/audited-groups.ts';

test.use({ trace: 'off' });
// Each goes through a dozen states and more, on cores that may be busy with something else.
test.setTimeout(480_000);

// The desk is looked through in English, whose words are longer; in Chinese by `npm run screens`.
for (const name of ['start'] as const) {
  test(`${name}, zh-CN: nothing is unreadable, nameless, cut, foreign or moving`, async ({
    browser,
  }) => {
    const { failures, looks, faults } = await auditGroup(browser, 'zh-CN', name, false);
    expect(failures).toEqual([]);
    expect(looks).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });
}
