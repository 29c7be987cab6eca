import type { BrowserContext } from '@playwright/test';
import { z } from 'zod';

import { watchPage } from './canary-script.ts';

const BINDING = 'cuedeskCanary';
const IMAGE_HOST = 'https://static-cdn.jtvnw.net';
const PIXEL = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

const Report = z.strictObject({
  executed: z.array(z.string()),
  /** Elements and attributes that no screen of ours makes. */
  made: z.array(z.string()),
  csp: z.array(z.string()),
  /** Text and attribute values that came onto the page, each once. */
  texts: z.array(z.string()),
  /** Chat rows with their key and whole text. */
  rows: z.array(z.tuple([z.string(), z.string()])),
});

/** As UTF-8 carries it: a lone half of a pair becomes a replacement character, here or on its way. */
export function carried(text: string): string {
  return Buffer.from(text).toString();
}

/** What a browser context did with hostile text, and what its pages showed. */
export class Canary {
  readonly executed: string[] = [];
  readonly made: string[] = [];
  readonly csp: string[] = [];
  /** Requests that were meant to leave, for any host but ours and the emotes'; none is let through. */
  readonly foreign: string[] = [];
  readonly pageErrors: string[] = [];
  readonly texts = new Set<string>();
  readonly rows = new Map<string, string>();
  images = 0;
  #all = '';
  #waiters: (() => void)[] = [];

  static async on(context: BrowserContext, ownOrigin: string): Promise<Canary> {
    const canary = new Canary();
    await canary.watch(context, ownOrigin);
    return canary;
  }

  /** Watches every page and frame of the context from their first line on. */
  async watch(context: BrowserContext, ownOrigin: string): Promise<void> {
    await context.exposeBinding(BINDING, (_source, report: unknown) => {
      this.#take(Report.parse(JSON.parse(String(report))));
    });
    await context.addInitScript(watchPage, BINDING);
    await context.route('**/*', async (route) => {
      const url = route.request().url();
      if (new URL(url).origin === ownOrigin) return route.continue();
      if (new URL(url).origin === IMAGE_HOST) {
        this.images += 1;
        return route.fulfill({ body: PIXEL, contentType: 'image/gif' });
      }
      this.foreign.push(url);
      return route.abort();
    });
    context.on('page', (page) => {
      page.on('popup', (popup) => this.executed.push(`popup ${popup.url()}`));
      page.on('dialog', (dialog) => {
        this.executed.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('download', (download) => this.executed.push(`download ${download.url()}`));
      page.on('pageerror', (error) => this.pageErrors.push(error.message));
      page.on('console', (message) => {
        const text = message.text();
        if (text.includes('Content Security Policy')) this.csp.push(text);
      });
      page.on('websocket', (socket) => {
        if (new URL(socket.url()).host !== new URL(ownOrigin).host) this.foreign.push(socket.url());
      });
    });
  }

  /** Whether this text stood on some page, by itself or inside another. */
  saw(text: string): boolean {
    return this.texts.has(text) || this.#all.includes(text);
  }

  /** Resolves when the condition holds; looked at after every change of a page. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (condition()) resolve();
        else this.#waiters.push(look);
      };
      look();
    });
  }

  /** Texts that stood on pages so far no longer count as seen. */
  forget(): void {
    this.texts.clear();
    this.rows.clear();
    this.#all = '';
  }

  #take(report: z.infer<typeof Report>): void {
    this.executed.push(...report.executed);
    this.made.push(...report.made);
    this.csp.push(...report.csp);
    for (const shown of report.texts) {
      const text = carried(shown);
      if (this.texts.has(text)) continue;
      this.texts.add(text);
      this.#all += `\n${text}`;
    }
    for (const [key, text] of report.rows) this.rows.set(key, carried(text));
    for (const look of this.#waiters.splice(0)) look();
  }
}
