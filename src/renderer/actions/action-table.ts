import { isPinnedKey, KEY_ACTIONS } from '#shared/model/key-binding.ts';
import type { KeyAction } from '#shared/model/key-binding.ts';

import { choice } from './action-entry.ts';
import { ALSO_IN_TEXT, EVERYWHERE, IN_ROOM, keyed, plain, when } from './action-manners.ts';
import { BENEFIT_ACTIONS } from './benefit-actions.ts';
import { BOOKMARK_ACTIONS } from './bookmark-actions.ts';
import { BLOCK_ACTIONS } from './block-actions.ts';
import { CHAT_ACTIONS } from './chat-actions.ts';
import type {
  ActionChoice,
  ActionEntry,
  ActionType,
  KeyManners,
  OfferedType,
} from './action-entry.ts';
import type { ActionSight } from './action-sight.ts';
import type { DeskAction } from './desk-action.ts';
import { GROUP_ACTIONS } from './group-actions.ts';
import { isStopped, waitingManual } from './manual-push.ts';
import { PROPOSAL_ACTIONS } from './proposal-actions.ts';
import { isActionHere } from './part-actions.ts';
import { SHEET_ACTIONS } from './sheet-actions.ts';
import { SLIP_ACTIONS } from './slip-actions.ts';
import { THANKS_ACTIONS } from './thanks-actions.ts';
import { STAGE_ACTIONS } from './stage-actions.ts';
import { shelfProposal } from './shelf-proposal.ts';
import {
  alertChoices,
  armChoices,
  cueChoices,
  demoChoices,
  isAtRest,
  isRunning,
  questionChoices,
  sourceChoices,
  speedChoices,
  stockChoices,
} from './room-choices.ts';
import {
  languageChoices,
  overlayLookChoices,
  textSizeChoices,
  themeChoices,
} from './window-choices.ts';

type Of<T extends ActionType> = Extract<DeskAction, { type: T }>;
type Table = { readonly [T in OfferedType]: ActionEntry<Of<T>> };

/**
 * Everything the desk can do, once: keys, palette, tooltips and the list of keys are drawn from it,
 * in the order in which the palette shows it. What is rare and unwelcome by accident stands last.
 */
export const ACTION_TABLE: Table = {
  go: {
    ...keyed('push', 'keys.go', IN_ROOM),
    choices: ({ isLive, shelf }) => {
      const armed = shelf.items.find((item) => item.productId === shelf.armed?.productId);
      if (!isLive || armed === undefined) return [];
      return [choice({ type: 'go' }, 'palette.go', { name: armed.name })];
    },
  },
  disarm: {
    ...keyed('push', 'keys.disarm', EVERYWHERE),
    choices: ({ isLive, shelf }) =>
      when(isLive && shelf.armed !== null, { type: 'disarm' }, 'palette.disarm'),
  },
  undo: {
    ...keyed('push', 'keys.undo', IN_ROOM),
    choices: ({ isLive, canUndo }) => when(isLive && canUndo, { type: 'undo' }, 'palette.undo'),
  },
  undoPaste: {
    ...plain('product'),
    choices: ({ isLive, shelf }) =>
      when(isLive && shelf.lastPaste !== null, { type: 'undoPaste' }, 'palette.undoPaste'),
  },
  approveScreen: {
    ...keyed('screen', 'keys.approveScreen', EVERYWHERE),
    choices: ({ request }) =>
      request === null
        ? []
        : [
            choice({ type: 'approveScreen', requestId: request.id }, 'palette.approveScreen', {
              name: request.name,
              check: request.check,
            }),
          ],
  },
  refuseScreen: {
    ...keyed('screen', 'keys.refuseScreen', EVERYWHERE),
    choices: ({ request }) =>
      request === null
        ? []
        : [
            choice({ type: 'refuseScreen', requestId: request.id }, 'palette.refuseScreen', {
              name: request.name,
            }),
          ],
  },
  showLive: {
    ...plain('screen'),
    choices: ({ isReviewOpen }) => when(isReviewOpen, { type: 'showLive' }, 'palette.showLive'),
  },
  arm: { ...plain('product'), choices: armChoices },
  sendPinned: { ...plain('cue'), choices: (sight) => cueChoices(sight).pinned },
  sendCue: { ...plain('cue'), choices: (sight) => cueChoices(sight).others },
  ...PROPOSAL_ACTIONS,
  overrule: {
    ...keyed('push', 'keys.overrule', IN_ROOM),
    choices: ({ isLive, shelf }) =>
      when(isLive && isStopped(shelf.armed), { type: 'overrule' }, 'palette.overrule'),
  },
  confirmManual: {
    ...keyed('push', 'keys.confirmManual', IN_ROOM),
    choices: ({ isLive, shelf }) =>
      when(
        isLive && waitingManual(shelf.lastPush) !== null,
        { type: 'confirmManual' },
        'palette.confirmManual',
      ),
  },
  ...BLOCK_ACTIONS,
  ...BOOKMARK_ACTIONS,
  ...SLIP_ACTIONS,
  ...BENEFIT_ACTIONS,
  ...THANKS_ACTIONS,
  startShow: {
    ...plain('show'),
    choices: ({ isLive, show }) =>
      when(isLive && show?.state === 'planned', { type: 'startShow' }, 'palette.startShow'),
  },
  pauseShow: {
    ...plain('show'),
    choices: ({ isLive, show }) =>
      when(isLive && show?.state === 'on_air', { type: 'pauseShow' }, 'palette.pauseShow'),
  },
  resumeShow: {
    ...plain('show'),
    choices: ({ isLive, show }) =>
      when(isLive && show?.state === 'paused', { type: 'resumeShow' }, 'palette.resumeShow'),
  },
  setSpeed: { ...plain('show'), choices: speedChoices },
  startDemo: { ...plain('show'), choices: demoChoices },
  openSetUp: {
    ...plain('show'),
    choices: ({ show, isReviewOpen }) =>
      when(
        !isReviewOpen && (show === null || show.state === 'planned'),
        { type: 'openSetUp' },
        'palette.setUp',
      ),
  },
  showReview: {
    ...plain('show'),
    choices: ({ isLive, show }) =>
      isLive && show?.state === 'ended'
        ? [choice({ type: 'showReview', showId: show.id }, 'palette.showReview')]
        : [],
  },
  endShow: {
    ...plain('show'),
    isGrave: true,
    choices: (sight) => when(isRunning(sight), { type: 'endShow' }, 'palette.endShow'),
  },
  leaveShow: {
    ...plain('show'),
    isGrave: true,
    choices: ({ isLive, show, playback }) =>
      when(
        isLive && show !== null && (playback !== null || isAtRest(show.state)),
        { type: 'leaveShow' },
        'palette.leaveShow',
      ),
  },
  pickQuestion: {
    ...keyed('cue', 'keys.pickQuestion', IN_ROOM),
    choices: ({ isLive }) => when(isLive, { type: 'pickQuestion' }, 'palette.pickQuestion'),
  },
  showAlerts: {
    ...keyed('cue', 'keys.showAlerts', IN_ROOM),
    choices: ({ isLive }) => when(isLive, { type: 'showAlerts' }, 'palette.showAlerts'),
  },
  alignShelf: {
    ...keyed('push', 'keys.alignShelf', IN_ROOM),
    choices: ({ isLive, alerts }) => {
      const proposal = isLive ? shelfProposal(alerts) : null;
      if (proposal === null) return [];
      return [choice({ type: 'alignShelf' }, 'palette.alignShelf', { link: proposal.linkNumber })];
    },
  },
  answerAlert: { ...plain('cue'), choices: alertChoices },
  sendQuestion: { ...plain('cue'), choices: (sight) => questionChoices(sight).toSend },
  answerQuestion: { ...plain('cue'), choices: (sight) => questionChoices(sight).toAnswer },
  reopenQuestion: { ...plain('cue'), choices: (sight) => questionChoices(sight).toReopen },
  openPerson: {
    ...keyed('screen', 'keys.openPerson', IN_ROOM),
    choices: ({ isLive, chosenPerson }) =>
      isLive && chosenPerson !== null
        ? [choice({ type: 'openPerson' }, 'palette.openPerson', { name: chosenPerson.name })]
        : [],
  },
  ...STAGE_ACTIONS,
  ...CHAT_ACTIONS,
  searchChat: {
    ...keyed('screen', 'keys.searchChat', IN_ROOM),
    choices: ({ isLive }) => when(isLive, { type: 'searchChat' }, 'palette.searchChat'),
  },
  ...SHEET_ACTIONS,
  filterShelf: {
    ...keyed('screen', 'keys.filterShelf', IN_ROOM),
    choices: ({ isLive }) => when(isLive, { type: 'filterShelf' }, 'palette.filterShelf'),
  },
  ...GROUP_ACTIONS,
  toggleChartSpan: {
    ...keyed('screen', 'keys.toggleChartSpan', IN_ROOM),
    choices: ({ isLive }) => when(isLive, { type: 'toggleChartSpan' }, 'palette.chartSpan'),
  },
  resetLayouts: {
    ...plain('screen'),
    choices: ({ isLive }) => when(isLive, { type: 'resetLayouts' }, 'palette.resetLayouts'),
  },
  toggleKeys: {
    ...keyed('screen', 'keys.toggleKeys', IN_ROOM),
    choices: ({ isLive }) => when(isLive, { type: 'toggleKeys' }, 'palette.toggleKeys'),
  },
  togglePalette: {
    ...keyed('screen', 'keys.togglePalette', ALSO_IN_TEXT),
    // The palette does not offer itself.
    choices: () => [],
  },
  setTheme: { ...plain('settings'), choices: themeChoices },
  setTextSize: { ...plain('settings'), choices: textSizeChoices },
  setLanguage: { ...plain('settings'), choices: languageChoices },
  setOverlayLook: { ...plain('settings'), choices: overlayLookChoices },
  openSettings: {
    ...plain('settings'),
    choices: () => [
      choice({ type: 'openSettings', group: null }, 'palette.settings'),
      choice({ type: 'openSettings', group: 'keys' }, 'palette.bindKeys'),
    ],
  },
  undoSettings: {
    ...plain('settings'),
    choices: ({ canUndoSettings }) =>
      when(canUndoSettings, { type: 'undoSettings' }, 'palette.undoSettings'),
  },
  backUp: {
    ...plain('data'),
    choices: () => [choice({ type: 'backUp' }, 'palette.backUp')],
  },
  checkStore: {
    ...plain('data'),
    choices: () => [choice({ type: 'checkStore' }, 'palette.checkStore')],
  },
  switchSource: { ...plain('source'), choices: sourceChoices },
  withdrawCue: {
    ...plain('cue'),
    choices: ({ isLive, currentCue }) =>
      isLive && currentCue !== null
        ? [
            choice({ type: 'withdrawCue', cueId: currentCue.id }, 'palette.withdrawCue', {
              text: currentCue.text,
            }),
          ]
        : [],
  },
  takeDown: {
    ...plain('push'),
    choices: ({ isLive, shelf }) =>
      when(isLive && shelf.current?.state === 'on_shelf', { type: 'takeDown' }, 'palette.takeDown'),
  },
  setSoldOut: { ...plain('product'), choices: stockChoices },
};

/** How the key of an action is treated; every action that can have one is in the table. */
export function keyManners(action: KeyAction): KeyManners {
  if (isPinnedKey(action)) return { label: `keys.${action}`, ...IN_ROOM };
  const { key } = ACTION_TABLE[action];
  if (key === null) throw new Error(`the table gives ${action} no key`);
  return key;
}

/** All there is to choose now, with what the table says of it. */
export function allChoices(
  sight: ActionSight,
): readonly (ActionChoice & Pick<ActionEntry, 'group' | 'isGrave'>)[] {
  return Object.values(ACTION_TABLE).flatMap(({ group, isGrave, choices }) =>
    choices(sight)
      .filter(({ action }) => isActionHere(action.type, sight.part))
      .map((each) => ({ ...each, group, isGrave })),
  );
}

/** Every action with a key, in the order in which keys are shown. */
export const KEYED_ACTIONS: readonly { readonly action: KeyAction; readonly key: KeyManners }[] =
  KEY_ACTIONS.map((action) => ({ action, key: keyManners(action) }));
