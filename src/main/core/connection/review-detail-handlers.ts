import type { reviewDetailCommands } from '#shared/contract/review-detail-commands.ts';
import { reviewSeconds } from '../review/review-seconds.ts';
import { reviewVoice } from '../review/review-voice.ts';
import type { Handler } from './handler.ts';

/** What a review asks for after it is there. */
export const reviewDetailHandlers: {
  readonly [N in keyof typeof reviewDetailCommands]: Handler<N>;
} = {
  'review.seconds': {
    mode: 'read',
    run: ({ room }, { showId, fromTs, toTs }) =>
      reviewSeconds(room.db, room.roomId, showId, { fromTs, toTs }),
  },
  'review.voice': {
    mode: 'read',
    run: ({ room }, { showId }) => reviewVoice(room.db, room.roomId, showId),
  },
};
