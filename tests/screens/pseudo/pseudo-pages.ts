import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import type { Page } from '@playwright/test';

import { pageHeaders } from '#core/screens/page-headers.rules.ts';
import { readPageFile } from '#core/screens/page-file.ts';

const PAGES = new Set(['desk', 'anchor', 'overlay', 'assistant']);
const BUILD = fileURLToPath(new URL('./build-pages.mjs', import.meta.url));
const PRODUCT_PAGES = fileURLToPath(new URL('../../../out/renderer', import.meta.url));

/** Where the pages whose words can be switched are built. */
export const PSEUDO_FOLDER = fileURLToPath(
  new URL('../../../test-results/pseudo-pages', import.meta.url),
);

export async function buildPseudoPages(): Promise<void> {
  await promisify(execFile)(process.execPath, [BUILD, PSEUDO_FOLDER]);
}

/** This page gets those pages instead of the product's; all else comes from the core. */
export async function servePseudoPages(page: Page): Promise<void> {
  await page.route(
    ({ pathname }) => PAGES.has(pathname.split('/')[1] ?? ''),
    async (route) => {
      const { pathname } = new URL(route.request().url());
      const file =
        (await readPageFile(PSEUDO_FOLDER, PAGES, pathname)) ??
        (await readPageFile(PRODUCT_PAGES, PAGES, pathname));
      if (file === null) return route.continue();
      return route.fulfill({
        body: file.body,
        headers: { ...pageHeaders([]), 'Content-Type': file.type },
      });
    },
  );
}

/** Shows the screen's own words marked and longer, or as they are. */
export async function setPseudo(page: Page, isOn: boolean): Promise<void> {
  await page.evaluate((detail) => {
    window.dispatchEvent(new CustomEvent('cuedesk-pseudo', { detail }));
  }, isOn);
}
