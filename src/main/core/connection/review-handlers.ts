import { fail } from '#shared/contract/app-error.ts';
import type { reviewCommands } from '#shared/contract/review-commands.ts';
import { canOf } from '../feeds/registry.ts';
import { showLift } from '../lift/show-lift.ts';
import { askedAround } from '../review/asked-around.ts';
import { roomOfShow } from '../review/review.queries.ts';
import { getReview } from '../review/review.service.ts';
import type { Handler } from './handler.ts';

/** What a show came to. */
export const reviewHandlers: { readonly [N in keyof typeof reviewCommands]: Handler<N> } = {
  'review.get': {
    mode: 'read',
    run: ({ room }, { showId }) => getReview(room.db, room.roomId, showId, room.showNow(), canOf),
  },
  'review.asked': {
    mode: 'read',
    run: ({ room }, { showId }) => askedAround(room.db, room.roomId, showId, room.showNow(), canOf),
  },
  'review.lift': {
    mode: 'read',
    run: ({ room }, { showId }) => showLift(room.db, room.roomId, showId, room.showNow(), canOf),
  },
  'review.export': {
    mode: 'read',
    run: ({ room, transfers }, { showId, files }) =>
      roomOfShow(room.db, showId) === room.roomId
        ? transfers.saveReport(showId, files)
        : fail('unknown_show', { showId }),
  },
};
