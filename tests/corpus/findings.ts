import type { Page } from '@playwright/test';

/** A screen that has not shown something by then does not show it. */
const LIMIT_MS = 60_000;
const MOST = 40;

/** What was not as it must be, and how much was tried. */
export class Findings {
  readonly wrong: string[] = [];
  /** Payloads pushed into an input, one for each field or event that held it. */
  inputs = 0;
  /** Events that were acknowledged as stored. */
  stored = 0;

  pushed(count: number): void {
    this.inputs += count;
  }

  check(isAsExpected: boolean, otherwise: string): void {
    if (!isAsExpected) {
      this.wrong.push(otherwise);
      process.stderr.write(`corpus: ${otherwise}\n`);
    }
    if (this.wrong.length > MOST) throw new Error(this.wrong.join('\n'));
  }

  /** Waits for a receipt; what never comes is a finding, not a hang. */
  async within(receipt: Promise<unknown>, otherwise: () => string): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, LIMIT_MS, false);
    });
    const isThere = await Promise.race([
      receipt.then(
        () => true,
        () => false,
      ),
      tooLate,
    ]);
    clearTimeout(timer);
    this.check(isThere, isThere ? '' : otherwise());
  }

  /** The page holds this text as text. */
  async shows(page: Page, text: string, what: string): Promise<void> {
    const isShown = page.waitForFunction(
      (wanted) => {
        const bytes = new TextEncoder().encode(document.body.textContent);
        return new TextDecoder().decode(bytes).includes(wanted);
      },
      text,
      { timeout: LIMIT_MS },
    );
    try {
      await isShown;
    } catch (error) {
      this.check(false, `${new URL(page.url()).pathname} ${what}: ${String(error).split('\n')[0]}`);
    }
  }
}
