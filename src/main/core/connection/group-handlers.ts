import type { groupCommands } from '#shared/contract/group-commands.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about groups of the shelf. */
export const groupHandlers: { readonly [N in keyof typeof groupCommands]: Handler<N> } = {
  'shelf.makeGroup': {
    mode: 'write',
    run: ({ room }, { groupName, productIds }) => room.catalogue.groups.make(groupName, productIds),
  },
  'shelf.renameGroup': {
    mode: 'write',
    run: ({ room }, { groupId, groupName }) => room.catalogue.groups.rename(groupId, groupName),
  },
  'shelf.dissolveGroup': {
    mode: 'write',
    run: ({ room }, { groupId }) => room.catalogue.groups.dissolve(groupId),
  },
  'shelf.assignGroup': {
    mode: 'write',
    run: ({ room }, { groupId, productIds }) => room.catalogue.groups.assign(groupId, productIds),
  },
  'shelf.gatherGroup': {
    mode: 'write',
    run: ({ room }, { groupId, renumbered }) => room.catalogue.groups.gather(groupId, renumbered),
  },
  'shelf.undoGroups': {
    mode: 'write',
    run: ({ room }, { changeId }) => room.catalogue.groups.undo(changeId),
  },
};
