import { assertNever } from '#shared/lib/assert-never.ts';
import { PACE_MAX, PACE_MIN, PACE_STEP } from '#shared/model/stage.ts';

import { setNotice } from './action-state.ts';
import type { DeskAction } from './desk-action.ts';
import type { ActionSurroundings } from './perform-action.ts';
import type { STAGE_ACTIONS } from './stage-actions.ts';

type StageAction = Extract<DeskAction, { type: keyof typeof STAGE_ACTIONS }>;

/** Does what is about the host and their screens. */
export async function performStageAction(
  action: StageAction,
  around: ActionSurroundings,
): Promise<void> {
  const { store, runInArea, seen, desk } = around;
  const { prompter, calls } = seen().stage;
  const { documentKey } = prompter;
  switch (action.type) {
    case 'openStage':
      return desk().openPanel('stage');
    case 'answerHelp': {
      // The one that has waited longest.
      const open = calls.find(({ answeredTs }) => answeredTs === null);
      if (open === undefined) {
        return setNotice(store, 'cues', { kind: 'info', key: 'stage.noCalls', params: {} });
      }
      await runInArea('cues', 'help.answer', { seq: open.seq });
      return;
    }
    case 'flashCue': {
      const { current } = seen().cues;
      if (current !== null) await runInArea('cues', 'cue.flash', { cueId: current.id });
      return;
    }
    case 'runPrompter':
      await runInArea('cues', 'prompter.run', { isRunning: !prompter.isRunning });
      return;
    case 'pacePrompter': {
      const pace = prompter.pace + action.step * PACE_STEP;
      await runInArea('cues', 'prompter.pace', {
        pace: Math.min(PACE_MAX, Math.max(PACE_MIN, pace)),
      });
      return;
    }
    case 'restartPrompter':
      await runInArea('cues', 'prompter.move', { documentKey, at: 0 });
      return;
    case 'priceSaid':
      await runInArea('cues', 'prompter.priceSaid', { documentKey });
      return;
    case 'rest':
      await runInArea('cues', action.isBegun ? 'rest.begin' : 'rest.end', {});
      return;
    default:
      return assertNever(action);
  }
}
