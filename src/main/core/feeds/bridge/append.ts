import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { Room } from '../../room/room.ts';
import type { BridgeKey } from '../source-lists.rules.ts';
import { EVENT_TEXT_MAX, findLongText } from './text-limit.rules.ts';

/**
 * Events of another program, in the transaction of its command: what is answered as stored is on
 * disk. A resent batch is told apart by its commandId, a repeated event by its dedupeKey.
 */
export function appendFromBridge(
  room: Room,
  key: BridgeKey,
  events: readonly FeedEvent[],
): Result<{ stored: number; duplicates: number; seq: number }> {
  const long = findLongText(events);
  if (long !== null) {
    return fail('bad_request', { ...long, problem: 'too_big', max: EVENT_TEXT_MAX });
  }
  const show = room.show();
  if (show === null || show.state === 'ended') return fail('show_not_running', {});
  // All or nothing: what is refused is sent again by its sender, so that nothing of it is lost.
  if (!room.ingest.hasPlacesFor(events.length)) {
    return fail('store_unwritable', { folder: '', reason: 'queue' });
  }
  // The source's own first words (its link) are not the sender's events.
  const platforms = new Set(events.map(({ platform }) => platform));
  if (!room.sources.bridges.open(key, platforms)) {
    return fail('source_switched_off', { channel: key.sender });
  }
  room.ingest.writePending();
  const before = room.ingest.batchCounts();
  room.sources.bridges.accept(key, events);
  room.ingest.writePending();
  const after = room.ingest.batchCounts();
  return ok({
    stored: after.stored - before.stored,
    duplicates: after.duplicates - before.duplicates,
    seq: room.ingest.lastWrittenSeq(),
  });
}
