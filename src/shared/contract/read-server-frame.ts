import type { z } from 'zod';

import { isStoredFeedEvent } from './event-guard.ts';
import { ServerFrame } from './frames.ts';
import { RoomEvent } from './room-event.ts';

/**
 * What `ServerFrame.safeParse` says of a frame, several times as fast where it brings many events: in
 * a flood a screen reads thousands of them a second.
 */
export function readServerFrame(raw: unknown): z.ZodSafeParseResult<ServerFrame> {
  if (!isRecord(raw)) return ServerFrame.safeParse(raw);
  const { batch, snapshot } = raw;
  const events = eventsOf(isRecord(batch) ? batch['events'] : null);
  if (events !== null) {
    const frame = ServerFrame.safeParse({ ...raw, batch: { ...Object(batch), events: [] } });
    if (frame.success && frame.data.type === 'batch') {
      return { success: true, data: { ...frame.data, batch: { ...frame.data.batch, events } } };
    }
  }
  const recent = eventsOf(isRecord(snapshot) ? snapshot['recent'] : null);
  if (recent !== null) {
    const frame = ServerFrame.safeParse({ ...raw, snapshot: { ...Object(snapshot), recent: [] } });
    if (frame.success && frame.data.type === 'snapshot') {
      return {
        success: true,
        data: { ...frame.data, snapshot: { ...frame.data.snapshot, recent } },
      };
    }
  }
  return ServerFrame.safeParse(raw);
}

/** The events when all of them are such. */
function eventsOf(events: unknown): RoomEvent[] | null {
  if (!Array.isArray(events)) return null;
  const read: RoomEvent[] = [];
  for (const event of events) {
    if (isStoredFeedEvent(event)) {
      read.push(event);
      continue;
    }
    const parsed = RoomEvent.safeParse(event);
    if (!parsed.success) return null;
    read.push(parsed.data);
  }
  return read;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
