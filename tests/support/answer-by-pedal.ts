import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Presses the pedal's key on a host's screen until the desk's row of the cue reads `said`, as somebody
 * does who read the cue: a key that comes together with it does not answer it yet.
 */
export async function answerByPedal(host: Page, row: Locator, said: string): Promise<void> {
  await expect(async () => {
    await host.keyboard.press('PageDown');
    await expect(row).toContainText(said, { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}
