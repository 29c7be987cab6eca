import type { MessageKey } from '#renderer/i18n/messages.ts';
import type { MessageParams } from '#renderer/i18n/translate.ts';

import { setNotice } from './action-state.ts';
import type { ActionArea } from './desk-action.ts';
import type { ActionSurroundings } from './perform-action.ts';

/** The desk shows what came of it; a window of one part has no other place for it than words. */
export function sayInPart(
  area: ActionArea,
  key: MessageKey,
  params: MessageParams,
  { store, desk }: ActionSurroundings,
): void {
  if (desk().part !== null) setNotice(store, area, { kind: 'info', key, params });
}
