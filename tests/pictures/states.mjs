// npm run pictures:states [-- groups]: docs/pictures/states/*.png, every state of trouble, by putting
// the real system into it. As root, because a full disk needs a file system of its own.
import { requireNode } from '../../scripts/lib/require-node.mjs';

requireNode();
process.env.TZ = 'UTC';
const { mkdirSync } = await import('node:fs');
const { chromium } = await import('@playwright/test');
const { fail, log } = await import('../../scripts/lib/log.mjs');
const { fromRoot } = await import('../../scripts/lib/repo-paths.mjs');
const { systemChromium } = await import('../support/system-chromium.ts');
const { coreStates } = await import('./states/core.ts');
const { dataStates } = await import('./states/data.ts');
const { inputStates } = await import('./states/input.ts');
const { pairingStates } = await import('./states/pairing.ts');
const { problemStates } = await import('./states/problem.ts');
const { sourceStates } = await import('./states/sources.ts');
const { diskStates } = await import('./states/disk.ts');
const { storeStates } = await import('./states/store.ts');
const { Studio } = await import('./studio.ts');

const GROUPS = {
  input: inputStates,
  problem: problemStates,
  core: coreStates,
  sources: sourceStates,
  pairing: pairingStates,
  data: dataStates,
  store: storeStates,
  disk: diskStates,
};

// Elsewhere to compare with what is there.
const folder = process.env.CUEDESK_PICTURES ?? fromRoot('docs/pictures/states');
mkdirSync(folder, { recursive: true });
const asked = process.argv.slice(2);
const browser = await chromium.launch(systemChromium());
const studio = new Studio(browser, folder, log);
try {
  for (const [name, group] of Object.entries(GROUPS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    await studio.step(name, () => group(studio));
  }
} finally {
  await browser.close();
}
if (studio.failures.length > 0) fail(`not taken: ${studio.failures.join(', ')}`, 1);
