import type { DeskPart } from '#shared/model/desk-part.ts';
import { isPinnedKey, type KeyAction } from '#shared/model/key-binding.ts';

import type { ActionType } from './action-entry.ts';

/** What is shown on the desk alone, or changes what is shown there. */
const ONLY_ON_THE_DESK: ReadonlySet<ActionType> = new Set<ActionType>([
  'openPart',
  'openRoom',
  'approveScreen',
  'refuseScreen',
  'showLive',
  'showReview',
  'startDemo',
  'openSetUp',
  'endShow',
  'leaveShow',
  'toggleChartSpan',
  'showAlerts',
  'showProposals',
  'editProposal',
  'describeSlip',
  'noteBookmark',
  'resetLayouts',
]);

/** What works a part that another window does not show. */
const ONLY_IN: Readonly<Partial<Record<ActionType, DeskPart>>> = {
  searchChat: 'chat',
  openPerson: 'chat',
  pickQuestion: 'chat',
  writeChat: 'chat',
  lineToAnchor: 'chat',
  moderate: 'chat',
  timeout: 'chat',
  removeFromChat: 'chat',
  undoInChat: 'chat',
  showHiddenChat: 'chat',
  filterShelf: 'shelf',
  undoPaste: 'shelf',
  groupShelf: 'shelf',
  ungroupShelf: 'shelf',
  undoGroups: 'shelf',
  showGroup: 'shelf',
  foldGroups: 'shelf',
  renameGroup: 'shelf',
  gatherGroup: 'shelf',
  dissolveGroup: 'shelf',
};

/** Whether a window can do this; `part` is what it shows alone, null for the whole desk. */
export function isActionHere(type: ActionType, part: DeskPart | null): boolean {
  if (part === null) return true;
  const home = ONLY_IN[type] ?? part;
  return home === part && !ONLY_ON_THE_DESK.has(type);
}

/** What a key comes to: the eight keys of pinned cues are one action. */
export function actionTypeOf(key: KeyAction) {
  return isPinnedKey(key) ? 'sendPinned' : key;
}
