import type { Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { DeskPart } from '#shared/model/desk-part.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import { DEMO_SEED } from '#shared/model/show.ts';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { DeskState } from '#renderer/store/desk-store.ts';
import type { RoomState } from '#renderer/store/room-store.ts';

import { besideTextSize } from '#shared/model/settings.ts';
import type { Language, LanguagePreference, TextSize } from '#shared/model/settings.ts';

import { setNotice } from './action-state.ts';
import type { ActionStore } from './action-state.ts';
import { changeSettings, undoSettings } from './change-settings.ts';
import { isBlockAction } from './block-actions.ts';
import type { ActionArea, DeskAction } from './desk-action.ts';
import { performBenefitAction } from './perform-benefit-action.ts';
import { performBookmarkAction } from './perform-bookmark-action.ts';
import { performBlockAction } from './perform-block-action.ts';
import { confirmManual, overrule } from './manual-push.ts';
import { performChatAction } from './perform-chat-action.ts';
import { performStageAction } from './perform-stage-action.ts';
import { performThanksAction } from './perform-thanks-action.ts';
import { performProposalAction } from './perform-proposal-action.ts';
import { performShelfAction } from './perform-shelf-action.ts';
import { sendCue, sendPinned } from './send-cue.ts';
import { alignShelf, arm, go, undo } from './perform-push.ts';
import { performSlipAction } from './perform-slip-action.ts';

/** Runs a command and says a refusal in the area it belongs to. */
export type RunInArea = <N extends CommandName>(
  area: ActionArea,
  name: N,
  input: CommandInput<N>,
) => Promise<Result<CommandOutput<N>>>;

/** The state as it is painted: what the operator acts on. */
export type Seen = Pick<
  RoomState,
  | 'shelf'
  | 'outlets'
  | 'cues'
  | 'link'
  | 'settings'
  | 'alerts'
  | 'slips'
  | 'stage'
  | 'blocks'
  | 'proposals'
  | 'promises'
> & { readonly thanks: RoomState['thanks']['due']; readonly showId: ShowId | null };

export type ActionSurroundings = {
  readonly store: ActionStore;
  readonly runInArea: RunInArea;
  readonly seen: () => Seen;
  readonly desk: () => DeskState;
  readonly setLanguage: I18n['setLanguage'];
  /** As it is in this window, chosen or not. */
  readonly language: () => LanguagePreference;
  /** The one of the two that this window shows now. */
  readonly speaks: () => Language;
  /** False where no window may be opened. */
  readonly openPart: (part: DeskPart) => boolean;
  readonly openRoom: (roomId: RoomId) => boolean;
};

/** Does one action. Refusals are said on the desk; the promise never rejects for them. */
export async function performAction(action: DeskAction, around: ActionSurroundings): Promise<void> {
  const { store, runInArea, desk } = around;
  if (isBlockAction(action)) return performBlockAction(action, around);
  switch (action.type) {
    case 'arm':
      return arm(action.linkNumber, around);
    case 'unknownLink':
      return setNotice(store, 'push', {
        kind: 'warning',
        key: 'shelf.unknownLink',
        params: { digits: action.digits },
      });
    case 'go':
      return go(around);
    case 'undo':
      return undo(around);
    case 'undoPaste':
    case 'groupShelf':
    case 'ungroupShelf':
    case 'undoGroups':
    case 'showGroup':
    case 'foldGroups':
    case 'renameGroup':
    case 'gatherGroup':
    case 'dissolveGroup':
      return performShelfAction(action, around);
    case 'disarm':
      return done(runInArea('push', 'shelf.disarm', {}));
    case 'takeDown':
      return done(runInArea('shelf', 'shelf.takeDown', {}));
    case 'setSoldOut': {
      const { productId, isSoldOut } = action;
      return done(runInArea('shelf', 'shelf.setSoldOut', { productId, isSoldOut }));
    }
    case 'sendPinned':
      return sendPinned(action.slot, around);
    case 'sendCue':
      return sendCue(action, around);
    case 'proposalKey':
    case 'sendProposal':
    case 'editProposal':
    case 'dropProposal':
    case 'showProposals':
    case 'setTriggerMode':
    case 'resetRanking':
      return performProposalAction(action, around);
    case 'withdrawCue':
      return done(runInArea('cues', 'cue.withdraw', { cueId: action.cueId }));
    case 'overrule':
      return overrule(around);
    case 'confirmManual':
      return confirmManual(around);
    case 'giveBenefit':
    case 'takeBackBenefit':
      return performBenefitAction(action, around);
    case 'bookmark':
    case 'noteBookmark':
      return performBookmarkAction(action, around);
    case 'approveScreen':
      return done(runInArea('screens', 'screens.approve', { requestId: action.requestId }));
    case 'refuseScreen':
      return done(runInArea('screens', 'screens.refuse', { requestId: action.requestId }));
    case 'startShow':
      return done(runInArea('show', 'show.start', {}));
    case 'pauseShow':
      return done(runInArea('show', 'show.pause', {}));
    case 'resumeShow':
      return done(runInArea('show', 'show.resume', {}));
    case 'endShow': {
      const result = await runInArea('show', 'show.end', {});
      if (result.ok) desk().showReview(result.value.showId);
      return;
    }
    case 'leaveShow':
      return done(runInArea('show', 'show.leave', {}));
    case 'showReview':
      return desk().showReview(action.showId);
    case 'startDemo':
      return done(
        runInArea('desk', 'demo.start', {
          seed: DEMO_SEED,
          language: around.speaks(),
          speed: action.speed,
          eventsPerSecond: null,
        }),
      );
    case 'setSpeed':
      return done(runInArea('show', 'playback.setSpeed', { speed: action.speed }));
    case 'switchSource': {
      const { sourceId, isEnabled } = action;
      return done(runInArea('desk', 'source.setEnabled', { sourceId, isEnabled }));
    }
    case 'backUp':
      // Its sheet says how far it is and what came of it.
      desk().openPanel('store');
      return done(runInArea('desk', 'store.backUp', {}));
    case 'checkStore':
      desk().openPanel('store');
      return done(runInArea('desk', 'store.check', {}));
    case 'pickQuestion':
      return desk().wantQuestions(null);
    case 'sendQuestion': {
      const { questionId } = action;
      const send = { questionId, text: null, isAnswer: false };
      return done(runInArea('cues', 'question.send', send));
    }
    case 'answerQuestion': {
      const { questionId } = action;
      return done(runInArea('cues', 'question.answer', { questionId, how: 'marked' }));
    }
    case 'reopenQuestion':
      return done(runInArea('cues', 'question.reopen', { questionId: action.questionId }));
    case 'openStage':
    case 'answerHelp':
    case 'flashCue':
    case 'runPrompter':
    case 'pacePrompter':
    case 'restartPrompter':
    case 'priceSaid':
    case 'rest':
      return performStageAction(action, around);
    case 'moderate':
    case 'timeout':
    case 'removeFromChat':
    case 'undoInChat':
    case 'lineToAnchor':
    case 'writeChat':
    case 'showHiddenChat':
    case 'noteWarning':
      return performChatAction(action, around);
    case 'sendThanks':
    case 'dropThanks':
      return performThanksAction(action, around);
    case 'logSlip':
    case 'describeSlip':
    case 'withdrawSlip':
      return performSlipAction(action, around);
    case 'alignShelf':
      return alignShelf(around);
    case 'showAlerts':
      return desk().showCueTab('alerts');
    case 'answerAlert':
      return done(runInArea('cues', 'alert.answer', { seq: action.seq, answer: action.answer }));
    case 'openPerson':
      return desk().chosenPerson === null
        ? setNotice(store, 'desk', { kind: 'warning', key: 'person.chooseFirst', params: {} })
        : desk().openChosenPerson();
    case 'searchChat':
      return desk().requestChatSearch();
    case 'searchShows':
      return desk().openSearch('');
    case 'openPlan':
      return desk().openPanel('plan');
    case 'openCatalogue':
      return desk().openPanel('catalogue');
    case 'openHandover':
      return desk().openPanel('handover');
    case 'openPromises':
      return desk().openPanel('promises');
    case 'filterShelf':
      return store.setState(({ shelfFilterRequest }) => ({
        shelfFilterRequest: shelfFilterRequest + 1,
      }));
    case 'togglePalette':
      return desk().setPaletteOpen(!desk().isPaletteOpen);
    case 'toggleKeys':
      return store.setState(({ isKeyHelpOpen }) => ({ isKeyHelpOpen: !isKeyHelpOpen }));
    case 'closeOverlay':
      store.setState({ isKeyHelpOpen: false });
      return desk().setPaletteOpen(false);
    case 'toggleChartSpan':
      return desk().toggleChartSpan();
    case 'resetLayouts':
      return desk().resetLayouts();
    case 'showLive':
      return desk().showLive();
    case 'openPart':
      return around.openPart(action.part)
        ? undefined
        : setNotice(store, 'desk', { kind: 'warning', key: 'part.blocked', params: {} });
    case 'openRoom':
      return around.openRoom(action.roomId)
        ? undefined
        : setNotice(store, 'desk', { kind: 'warning', key: 'rooms.blocked', params: {} });
    case 'openPanel':
      return desk().openPanel(action.panel);
    case 'setTheme':
      return changeSettings({ theme: action.theme }, around);
    case 'setTextSize':
      return setTextSize(action.size, around);
    case 'stepTextSize':
      return setTextSize(besideTextSize(desk().textSize, action.step), around);
    case 'setOverlayLook':
      return changeSettings({ overlayLook: action.look }, around);
    case 'setLanguage':
      return changeSettings({ language: action.language }, around);
    case 'openSetUp':
      return desk().openSetUp('room');
    case 'openSettings':
      return desk().openSettings(action.group);
    case 'changeSettings':
      return changeSettings(action.change, around);
    case 'undoSettings':
      return undoSettings(around);
    default:
      return assertNever(action);
  }
}

/** A key that is held at either end leaves nothing to undo. */
async function setTextSize(textSize: TextSize, around: ActionSurroundings): Promise<void> {
  if (textSize !== around.desk().textSize) return changeSettings({ textSize }, around);
}

/** A refusal was said by the runner; the caller has nothing left to do. */
async function done(result: Promise<Result<unknown>>): Promise<void> {
  await result;
}
