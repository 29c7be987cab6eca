import { ok } from '#shared/contract/app-error.ts';
import type { showsCommands } from '#shared/contract/shows-commands.ts';
import { canOf } from '../feeds/registry.ts';
import { switchShow } from '../room/show-changes.ts';
import { comparedShows, productRows } from '../shows/compare-shows.ts';
import { keepMissing } from '../shows/keep-figures.ts';
import { listedShows } from '../shows/list-shows.ts';
import {
  eraseShowsOf,
  removeShowsOf,
  renameShowOf,
  restoreShowsOf,
  setWordsOf,
} from '../shows/manage-shows.ts';
import type { CommandContext } from './command-context.ts';
import type { Handler } from './handler.ts';

/** All shows of a room: found, compared, put away. */
export const showsHandlers: { readonly [N in keyof typeof showsCommands]: Handler<N> } = {
  'shows.list': {
    mode: 'read',
    run: async ({ room }) => {
      await keepMissing(room, currentOf(room), canOf);
      return ok(listedShows(room.db, room.roomId, currentOf(room), canOf));
    },
  },
  'shows.rename': {
    mode: 'write',
    run: ({ room }, { showId, title }) => renameShowOf(room, showId, title),
    after: async ({ rooms }) => rooms.tellOfRooms(),
  },
  'shows.setWords': { mode: 'write', run: ({ room }, input) => setWordsOf(room, input) },
  'shows.remove': {
    mode: 'write',
    run: ({ room }, { showIds }) => removeShowsOf(room, showIds),
    after: async ({ room }) => {
      // It was on the desk: that is free for the next one.
      if (room.show() === null) await switchShow(room);
    },
  },
  'shows.restore': {
    mode: 'write',
    run: ({ room }, { showIds }) => restoreShowsOf(room, showIds),
  },
  'shows.erase': {
    mode: 'write',
    run: ({ room }, { showIds }) => eraseShowsOf(room, showIds),
    after: async ({ showErasures }) => showErasures.begin(),
  },
  'shows.compare': {
    mode: 'read',
    run: ({ room }, { showIds }) =>
      comparedShows(room.db, room.roomId, showIds, currentOf(room), canOf),
  },
  'shows.merge': {
    mode: 'read',
    run: ({ room, showMerges }, { showIds }) => showMerges.merge(room, showIds),
  },
  'shows.split': {
    mode: 'read',
    run: ({ room, showMerges }, { showId }) => showMerges.split(room, showId),
  },
  'shows.joining': {
    mode: 'read',
    run: ({ showMerges }) => ok({ fraction: showMerges.fraction() }),
  },
  'shows.products': {
    mode: 'read',
    run: async ({ room }, { productIds }) => {
      await keepMissing(room, currentOf(room), canOf);
      return ok({ rows: productRows(room.db, room.roomId, productIds) });
    },
  },
};

function currentOf(room: CommandContext['room']): number | null {
  return room.show()?.id ?? null;
}
