import { thanksText } from '#shared/rules/thanks/thanks-text.ts';

import { setNotice } from './action-state.ts';
import type { DeskAction } from './desk-action.ts';
import type { ActionSurroundings } from './perform-action.ts';
import { sayInPart } from './say-in-part.ts';
import type { THANKS_ACTIONS } from './thanks-actions.ts';

type ThanksAction = Extract<DeskAction, { type: keyof typeof THANKS_ACTIONS }>;

/** Thanks those who stand first on the screen, or lets them go; says whom. */
export async function performThanksAction(
  { type }: ThanksAction,
  around: ActionSurroundings,
): Promise<void> {
  const { store, runInArea, seen, speaks } = around;
  const [due] = seen().thanks;
  if (due === undefined) {
    return setNotice(store, 'cues', { kind: 'warning', key: 'thanks.none', params: {} });
  }
  const language = speaks();
  const text = thanksText(due, language === 'en' ? 'en' : 'zh');
  if (type === 'sendThanks') {
    const result = await runInArea('cues', 'thanks.send', { thanksId: due.id, language });
    if (result.ok) sayInPart('cues', 'part.cueSent', { text }, around);
    return;
  }
  const result = await runInArea('cues', 'thanks.drop', { thanksId: due.id });
  if (!result.ok) return;
  setNotice(store, 'cues', { kind: 'info', key: 'thanks.dropped', params: { text } });
}
