import type { Page } from '@playwright/test';

/** Watches the chat of an open desk. */
export class DeskWatch {
  readonly #page: Page;
  #newest = '';

  constructor(page: Page) {
    this.#page = page;
  }

  /** Takes the newest row as it is now. */
  async look(): Promise<void> {
    const rows = this.#page.locator('[data-row-key]');
    this.#newest = (await rows.last().getAttribute('data-row-key')) ?? '';
  }

  /** Resolves once the desk is live and its newest row is another than at the last call. */
  async moreRows(): Promise<void> {
    await this.#page.locator('[data-stale="false"]').waitFor();
    const handle = await this.#page.waitForFunction((known) => {
      const keys = [...document.querySelectorAll('[data-row-key]')].map(
        (row) => row.getAttribute('data-row-key') ?? '',
      );
      const newest = keys.at(-1) ?? '';
      const isLive = document.querySelector('[data-stale="false"]') !== null;
      return isLive && newest !== '' && newest !== known ? newest : null;
    }, this.#newest);
    this.#newest = (await handle.jsonValue()) ?? '';
  }
}
