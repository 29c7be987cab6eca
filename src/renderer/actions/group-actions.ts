import { gatheredNumbers, scatteredGroups } from '#shared/rules/shelf-groups.ts';

import { choice } from './action-entry.ts';
import type { ActionChoice, ActionEntry } from './action-entry.ts';
import { IN_ROOM, keyed, plain, when } from './action-manners.ts';
import type { ActionSight } from './action-sight.ts';
import type { DeskAction } from './desk-action.ts';

type GroupActionType =
  | 'groupShelf'
  | 'ungroupShelf'
  | 'undoGroups'
  | 'showGroup'
  | 'foldGroups'
  | 'renameGroup'
  | 'gatherGroup'
  | 'dissolveGroup';
type Of<T extends GroupActionType> = Extract<DeskAction, { type: T }>;

/** The part of the table about groups of the shelf. */
export const GROUP_ACTIONS: { readonly [T in GroupActionType]: ActionEntry<Of<T>> } = {
  groupShelf: {
    ...keyed('product', 'keys.groupShelf', IN_ROOM),
    choices: ({ isLive, shelf }) =>
      when(isLive && shelf.items.length > 0, { type: 'groupShelf' }, 'palette.groupShelf'),
  },
  ungroupShelf: {
    ...plain('product'),
    choices: (sight) =>
      when(shownGroups(sight).length > 0, { type: 'ungroupShelf' }, 'palette.ungroupShelf'),
  },
  undoGroups: {
    ...plain('product'),
    choices: ({ isLive, shelf }) =>
      when(isLive && shelf.lastGroupChange !== null, { type: 'undoGroups' }, 'palette.undoGroups'),
  },
  showGroup: {
    ...plain('product'),
    choices: (sight) =>
      shownGroups(sight).map(({ id: groupId, name }) =>
        choice({ type: 'showGroup', groupId }, 'palette.showGroup', { name }),
      ),
  },
  foldGroups: {
    ...plain('product'),
    choices: (sight) => {
      if (shownGroups(sight).length === 0) return [];
      return [
        choice({ type: 'foldGroups', isFolded: true }, 'palette.foldGroups'),
        choice({ type: 'foldGroups', isFolded: false }, 'palette.unfoldGroups'),
      ];
    },
  },
  renameGroup: {
    ...plain('product'),
    choices: (sight) =>
      shownGroups(sight).map(({ id: groupId, name }) =>
        choice({ type: 'renameGroup', groupId }, 'palette.renameGroup', { name }),
      ),
  },
  gatherGroup: { ...plain('product'), choices: gatherChoices },
  dissolveGroup: {
    ...plain('product'),
    choices: (sight) =>
      shownGroups(sight).map(({ id: groupId, name }) =>
        choice({ type: 'dissolveGroup', groupId }, 'palette.dissolveGroup', { name }),
      ),
  },
};

function shownGroups({ isLive, shelf }: ActionSight): ActionSight['shelf']['groups'] {
  return isLive ? shelf.groups : [];
}

/** Groups that are scattered, each with how many link numbers change when it is gathered. */
function gatherChoices(sight: ActionSight): readonly ActionChoice<Of<'gatherGroup'>>[] {
  const { items } = sight.shelf;
  const scattered = scatteredGroups(items);
  return shownGroups(sight)
    .filter(({ id }) => scattered.has(id))
    .map(({ id: groupId, name }) => {
      const count = gatheredNumbers(items, groupId).length;
      return choice({ type: 'gatherGroup', groupId }, 'palette.gatherGroup', { name, count });
    });
}
