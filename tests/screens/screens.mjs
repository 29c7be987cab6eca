// npm run screens [-- groups]: docs/screens, every screen and every state of trouble, by putting the
// real system into it; with --audit nothing is written, and each is looked through for faults instead.
// As root for the group `disk`, because a full disk needs a file system of its own.
import { requireNode } from '../../scripts/lib/require-node.mjs';

requireNode();
process.env.TZ = 'UTC';
const { chromium } = await import('@playwright/test');
const { buildApp } = await import('../../scripts/lib/build-app.mjs');
const { fail, log } = await import('../../scripts/lib/log.mjs');
const { fromRoot } = await import('../../scripts/lib/repo-paths.mjs');
const { systemChromium } = await import('../support/system-chromium.ts');
const { GROUPS, groupNamed } = await import('./groups.ts');
const { AuditCamera } = await import('./audit/audit-camera.ts');
const { PictureCamera } = await import('./picture-camera.ts');
const { buildPseudoPages } = await import('./pseudo/pseudo-pages.ts');
const { Studio } = await import('./studio.ts');

// Elsewhere to compare with what is there.
const folder = process.env.CUEDESK_SCREENS ?? fromRoot('docs/screens');
const isAudit = process.argv.includes('--audit');
const names = process.argv.slice(2).filter((word) => word !== '--audit');
const unknown = names.filter((name) => groupNamed(name) === undefined);
if (unknown.length > 0) {
  fail(`screens: unknown ${unknown.join(', ')}; there are ${Object.keys(GROUPS).join(', ')}`, 2);
}
// Once: each desk would build for itself, and into one folder.
const { failed } = await buildApp({ only: null, force: false });
if (failed.length > 0) fail(`screens: not built: ${failed.join(', ')}`, 2);
if (isAudit) await buildPseudoPages();
const browser = await chromium.launch(systemChromium());
/** @type {string[]} */
const failures = [];
try {
  for (const [name, show] of Object.entries(GROUPS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    // Both languages at once: most of the time is spent waiting for the show.
    await Promise.all(
      /** @type {const} */ (['zh-CN', 'en']).map(async (language) => {
        const audit = new AuditCamera(language === 'en', true);
        const camera = isAudit ? audit : new PictureCamera(folder, log);
        const studio = new Studio(browser, language, name, camera, log);
        await studio.step(name, () => show(studio));
        failures.push(...studio.failures, ...audit.faults);
      }),
    );
  }
} finally {
  await browser.close();
}
if (failures.length > 0) fail(`not as it should be:\n${failures.join('\n')}`, 1);
