import type { Result } from '#shared/contract/app-error.ts';
import type { PairState } from '#shared/contract/pair-state.ts';

import { codeFromFragment, pair, removeFragment } from './pair.ts';

/**
 * Hands in the code of the link this page was opened with, and takes it out of the address. Null
 * when there was none; a device that is paired already gets in whatever came back.
 */
export async function pairByLink(
  page: Window,
  deviceName: string,
): Promise<Result<PairState> | null> {
  const code = codeFromFragment(page.location.hash);
  if (code === null) return null;
  const result = await pair(code, deviceName);
  removeFragment(page);
  return result;
}
