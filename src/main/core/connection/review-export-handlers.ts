import { fail, type Result } from '#shared/contract/app-error.ts';
import type { reviewExportCommands } from '#shared/contract/review-export-commands.ts';
import type { ShowId } from '#shared/model/ids.ts';
import { canOf } from '../feeds/registry.ts';
import { wholeReview } from '../lift/whole-review.ts';
import { roomOfShow } from '../review/review.queries.ts';
import { workbookOf } from '../transfer/workbook.ts';
import type { CommandContext } from './command-context.ts';
import type { Handler } from './handler.ts';

/** Files that are made of a show's review. */
export const reviewExportHandlers: {
  readonly [N in keyof typeof reviewExportCommands]: Handler<N>;
} = {
  'review.whole': {
    mode: 'read',
    run: ({ room }, { showId, withId }) =>
      wholeReview(room.db, room.roomId, showId, withId, room.showNow(), canOf),
  },
  'review.saveTables': {
    mode: 'read',
    run: (context, { showId, sheets, timeZone }) =>
      strangerShow(context, showId) ??
      context.transfers.saveShowFile(showId, 'xlsx', workbookOf(sheets, { timeZone })),
  },
  'review.print': {
    mode: 'read',
    run: (context, { showId, kind, html, footer }) =>
      strangerShow(context, showId) ??
      context.transfers.printShow(showId, kind === 'pdf' ? { kind, html, footer } : { kind, html }),
  },
  'review.saveFacts': {
    mode: 'read',
    run: (context, { showId, withId }) => {
      const { room, transfers } = context;
      const nowTs = room.showNow();
      return (
        strangerShow(context, showId) ??
        transfers.saveFacts(room.db, { roomId: room.roomId, showId, withId, nowTs, canOf })
      );
    },
  },
};

/** The refusal where the show is none of this room; null where it is. */
function strangerShow({ room }: CommandContext, showId: ShowId): Result<never> | null {
  return roomOfShow(room.db, showId) === room.roomId ? null : fail('unknown_show', { showId });
}
