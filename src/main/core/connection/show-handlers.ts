import { ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandName } from '#shared/contract/contract.ts';
import { canOf } from '../feeds/registry.ts';
import { listShows } from '../review/review.service.ts';
import { closeSources, endShow, leaveShow, switchShow } from '../room/show-changes.ts';
import { keepFigures } from '../shows/keep-figures.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about a show from its first name to its end. */
export const showHandlers: {
  readonly [N in Extract<CommandName, `show.${string}`>]: Handler<N>;
} = {
  'show.create': {
    mode: 'write',
    run: ({ room }, { title, origin, currency }) => room.shows.create(title, origin, currency),
    after: ({ room }) => switchShow(room),
  },
  'show.edit': {
    mode: 'write',
    run: ({ room }, { title, currency }) => room.shows.edit(title, currency),
  },
  'show.start': {
    mode: 'write',
    run: ({ room }) => {
      const started = room.shows.advance('start');
      if (started.ok) room.blocks.showStarted();
      return plain(started);
    },
  },
  'show.pause': { mode: 'write', run: ({ room }) => plain(room.shows.advance('pause')) },
  'show.resume': { mode: 'write', run: ({ room }) => plain(room.shows.advance('resume')) },
  'show.end': {
    mode: 'write',
    run: ({ room }) => endShow(room),
    after: async ({ room, keeper }) => {
      await closeSources(room);
      keeper.showEnded(room.show(), (showId) => keepFigures(room, showId, canOf));
    },
  },
  'show.leave': {
    mode: 'write',
    run: ({ room }) => leaveShow(room),
    after: ({ room }) => switchShow(room),
  },
  'show.list': {
    mode: 'read',
    run: ({ room }, { limit }) => ok({ shows: [...listShows(room.db, room.roomId, limit)] }),
  },
};

/** A command without a value of its own answers with nothing. */
function plain(result: Result<unknown>): Result<Record<string, never>> {
  return result.ok ? ok({}) : result;
}
