// npm run icons: draws resources/icon/icon.svg, the one source, in every size and format that a
// package needs. Needs Chromium (CUEDESK_CHROMIUM or /usr/bin/chromium).
import { requireNode } from '../../scripts/lib/require-node.mjs';

requireNode();
const { createHash } = await import('node:crypto');
const { mkdirSync, readFileSync, writeFileSync } = await import('node:fs');
const { chromium } = await import('@playwright/test');
const { ICON_SIZES, icnsFile, icoFile, LINUX_SIZES } =
  await import('../../scripts/lib/icon-files.mjs');
const { log } = await import('../../scripts/lib/log.mjs');
const { fromRoot } = await import('../../scripts/lib/repo-paths.mjs');
const { systemChromium } = await import('../support/system-chromium.ts');

const FOLDER = fromRoot('resources/icon');
const source = readFileSync(`${FOLDER}/icon.svg`);

/** @returns {Promise<Map<number, Buffer>>} PNGs by their pixels */
async function draw() {
  const browser = await chromium.launch(systemChromium());
  try {
    const page = await browser.newPage();
    const address = `data:image/svg+xml;base64,${source.toString('base64')}`;
    const pngs = new Map();
    for (const size of ICON_SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>*{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="${address}">`,
      );
      await page.locator('img').evaluate((image) => /** @type {any} */ (image).decode());
      pngs.set(size, await page.screenshot({ omitBackground: true }));
    }
    return pngs;
  } finally {
    await browser.close();
  }
}

const pngs = await draw();
mkdirSync(`${FOLDER}/linux`, { recursive: true });
for (const size of LINUX_SIZES) {
  writeFileSync(`${FOLDER}/linux/${size}x${size}.png`, pngs.get(size) ?? '');
}
writeFileSync(`${FOLDER}/icon.ico`, icoFile(pngs));
writeFileSync(`${FOLDER}/icon.icns`, icnsFile(pngs));
writeFileSync(
  `${FOLDER}/drawn-from.txt`,
  `sha256 of icon.svg: ${createHash('sha256').update(source).digest('hex')}\n`,
);
log(`icons: ${ICON_SIZES.join(', ')} pixels, icon.ico, icon.icns`);
