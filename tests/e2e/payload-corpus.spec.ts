import { expect, test } from '@playwright/test';

import { runCorpus, SAMPLED } from '#tests/corpus/run-corpus.ts';
import { readPayloads } from '#tests/support/payloads.ts';

// Hundreds of texts, one after another through every way in.
test.setTimeout(1_200_000);
// A recording of it all would be hundreds of megabytes.
test.use({ trace: 'off' });

test('no payload runs, reports or leaves on any screen; all of them are shown as text', async ({
  browser,
}) => {
  const result = await runCorpus(browser, readPayloads(), SAMPLED);
  expect(result.payloads).toBeGreaterThanOrEqual(200);
  expect(result.wrong).toEqual([]);
  expect(result.executed).toEqual([]);
  expect(result.cspReports).toEqual([]);
  expect(result.foreignRequests).toEqual([]);
  expect(result.made).toEqual([]);
  expect(result.pageErrors).toEqual([]);
  // Pictures of the allowed host were asked for, and careless pages are really hurt by the corpus.
  expect(result.images).toBeGreaterThan(0);
  expect(result.alive).toBeGreaterThan(40);
});
