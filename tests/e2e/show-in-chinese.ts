import { expect, type Page } from '@playwright/test';

/** Switches a desk without a show to Chinese, whatever the system's language is. */
export async function showInChinese(page: Page): Promise<void> {
  const start = page.getByRole('button', { name: /开始示例|Start the demo/ });
  await expect(start).toBeVisible();
  const chinese = page.getByRole('button', { name: /中文/ });
  if (await chinese.isVisible()) await chinese.click();
}
