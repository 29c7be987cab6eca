import { translate } from '#renderer/i18n/translate.ts';

import type { BENEFIT_ACTIONS } from './benefit-actions.ts';
import type { DeskAction } from './desk-action.ts';
import type { ActionSurroundings } from './perform-action.ts';
import { sayInPart } from './say-in-part.ts';

type BenefitAction = Extract<DeskAction, { type: keyof typeof BENEFIT_ACTIONS }>;

/** Viewers are given something at this moment; for a few seconds it can be taken back. */
export async function performBenefitAction(
  action: BenefitAction,
  around: ActionSurroundings,
): Promise<void> {
  const { runInArea, desk, store, speaks } = around;
  if (action.type === 'takeBackBenefit') {
    const { gift } = store.getState();
    if (gift === null) return;
    const result = await runInArea('show', 'benefit.takeBack', { seq: gift.seq });
    if (result.ok) store.setState({ gift: null });
    return;
  }
  const { kind } = action;
  const name = translate(speaks(), `benefits.kindOf.${kind}`, {});
  const result = await runInArea('show', 'benefit.give', { benefitId: null, kind, name });
  if (!result.ok) return;
  const { seq, ts } = result.value;
  // One bar at a time stands there.
  desk().showBookmark(null);
  desk().showSlip(null);
  store.setState({ gift: { seq, ts, name } });
  sayInPart('show', 'benefits.givenNow', { name }, around);
}
