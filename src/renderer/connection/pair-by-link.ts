import type { AppError } from '#shared/contract/app-error.ts';

import { codeFromFragment, pair, removeFragment } from './pair.ts';

/**
 * Pairs with the code of the link this page was opened with, and takes it out of the address. Null
 * when there was none or it was taken; a device that is paired already gets in whatever came back.
 */
export async function pairByLink(page: Window, deviceName: string): Promise<AppError | null> {
  const code = codeFromFragment(page.location.hash);
  if (code === null) return null;
  const result = await pair(code, deviceName);
  removeFragment(page);
  return result.ok ? null : result.error;
}
