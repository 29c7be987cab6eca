import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import {
  EXPECTED_VIOLATIONS,
  forbiddenOutcome,
  putForbidden,
} from '#tests/support/forbidden-content.ts';
import { policyFaults } from '#tests/support/policy-faults.ts';
import {
  readyMessage,
  startBrowserHost,
  type StartedHost,
} from '#tests/support/start-browser-host.ts';

let dataFolder: string;
let host: StartedHost;
let origin: string;

test.beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-policy-'));
  host = await startBrowserHost([`--data=${dataFolder}`]);
  origin = new URL(readyMessage(host).url).origin;
});
test.afterAll(async () => {
  await host.end('SIGTERM');
  rmSync(dataFolder, { recursive: true, force: true });
});

for (const path of ['/desk/', '/anchor/', '/overlay/', '/assistant/']) {
  test(`${path} carries the policy, and what it forbids has no effect and is reported`, async ({
    page,
  }) => {
    const answer = await page.goto(`${origin}${path}`);
    expect(policyFaults(answer?.headers() ?? {})).toEqual([]);
    await putForbidden(page);
    await expect
      .poll(() => forbiddenOutcome(page))
      .toEqual({ effects: [], violated: EXPECTED_VIOLATIONS });
  });
}

test('answers that are no page carry it as well', async ({ request }) => {
  for (const [path, status] of [
    ['/desk/missing.js', 404],
    ['/outside', 404],
  ] as const) {
    const answer = await request.get(`${origin}${path}`);
    expect(answer.status(), path).toBe(status);
    expect(policyFaults(answer.headers()), path).toEqual([]);
  }
});
