import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import {
  EXPECTED_VIOLATIONS,
  forbiddenOutcome,
  putForbidden,
} from '#tests/support/forbidden-content.ts';
import { launchElectron, type LaunchedApp } from '#tests/support/launch-electron.ts';
import { policyFaults } from '#tests/support/policy-faults.ts';

let dataFolder: string;
let launched: LaunchedApp;

test.beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-policy-'));
  launched = await launchElectron(dataFolder, []);
});
test.afterAll(async () => {
  await launched.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('every answer of the app’s own protocol carries the policy', async () => {
  const script = await launched.page.locator('script[src]').first().getAttribute('src');
  const paths = ['/desk/', `/desk/${script ?? ''}`, '/problem/', '/desk/missing.js', '/anchor/'];
  const answers = await launched.page.evaluate(
    (wanted) =>
      Promise.all(
        wanted.map(async ([path = '', method = '']) => {
          const answer = await fetch(`cuedesk://app${path}`, { method });
          return { path, status: answer.status, headers: Object.fromEntries(answer.headers) };
        }),
      ),
    [...paths.map((path) => [path, 'GET']), ['/desk/', 'POST']],
  );
  for (const { path, headers } of answers) expect(policyFaults(headers), path).toEqual([]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404, 405]);
});

test('what the policy forbids has no effect in the window and is reported', async () => {
  await expect(launched.page.locator('#root > *').first()).toBeVisible();
  await putForbidden(launched.page);
  await expect
    .poll(() => forbiddenOutcome(launched.page))
    .toEqual({ effects: [], violated: EXPECTED_VIOLATIONS });
});
