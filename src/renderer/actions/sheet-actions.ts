import { choice } from './action-entry.ts';
import type { ActionEntry } from './action-entry.ts';
import { ALSO_IN_TEXT, IN_ROOM, keyed, plain } from './action-manners.ts';
import type { DeskAction } from './desk-action.ts';
import { panelChoices, partChoices, roomChoices } from './window-choices.ts';

type SheetActionType =
  | 'searchShows'
  | 'openPlan'
  | 'openCatalogue'
  | 'openPromises'
  | 'openHandover'
  | 'openPart'
  | 'openRoom'
  | 'openPanel';

/** The part of the table about sheets and windows beside the desk. */
export const SHEET_ACTIONS: {
  readonly [T in SheetActionType]: ActionEntry<Extract<DeskAction, { type: T }>>;
} = {
  searchShows: {
    ...keyed('screen', 'keys.searchShows', ALSO_IN_TEXT),
    choices: () => [choice({ type: 'searchShows' }, 'palette.searchShows')],
  },
  openPlan: {
    ...keyed('screen', 'keys.openPlan', IN_ROOM),
    choices: ({ isLive }) => (isLive ? [choice({ type: 'openPlan' }, 'plan.open')] : []),
  },
  openCatalogue: {
    ...keyed('screen', 'keys.openCatalogue', IN_ROOM),
    choices: () => [choice({ type: 'openCatalogue' }, 'catalogue.open')],
  },
  openPromises: {
    ...keyed('screen', 'keys.openPromises', IN_ROOM),
    choices: ({ isLive }) => (isLive ? [choice({ type: 'openPromises' }, 'promise.open')] : []),
  },
  openHandover: {
    ...keyed('screen', 'keys.openHandover', IN_ROOM),
    choices: ({ isLive }) => (isLive ? [choice({ type: 'openHandover' }, 'handover.open')] : []),
  },
  openPart: { ...plain('screen'), choices: partChoices },
  openRoom: { ...plain('screen'), choices: roomChoices },
  openPanel: { ...plain('screen'), choices: panelChoices },
};
