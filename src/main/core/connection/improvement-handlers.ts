import type { improvementCommands } from '#shared/contract/improvement-commands.ts';
import { canOf } from '../feeds/registry.ts';
import {
  baselineOf,
  improvementCourses,
  improvementsOf,
  type ReviewReading,
} from '../review/improvements.ts';
import type { Room } from '../room/room.ts';
import type { Handler } from './handler.ts';

function reading(room: Room): ReviewReading {
  return { db: room.db, roomId: room.roomId, nowTs: room.showNow(), canOf };
}

/** Handlers of the commands about what a review asks to be done otherwise. */
export const improvementHandlers: {
  readonly [N in keyof typeof improvementCommands]: Handler<N>;
} = {
  'improvement.ofShow': {
    mode: 'read',
    run: ({ room }, { showId }) => improvementsOf(reading(room), showId),
  },
  'improvement.list': { mode: 'read', run: ({ room }) => improvementCourses(reading(room)) },
  'improvement.put': {
    mode: 'write',
    run: ({ room }, input) => {
      const baseline = baselineOf(reading(room), input);
      return baseline.ok ? room.blocks.improvements.put(input, baseline.value) : baseline;
    },
  },
  'improvement.setState': {
    mode: 'write',
    run: ({ room }, input) => room.blocks.improvements.setState(input),
  },
  'improvement.undo': {
    mode: 'write',
    run: ({ room }, { changeId }) => room.blocks.improvements.undo(changeId),
  },
};
