import { RoomEvent } from '#shared/contract/room-event.ts';

/** A fact of the desk as the log has it, `seq` milliseconds into a show. */
export function deskFact(seq: number, body: object): RoomEvent {
  return RoomEvent.parse({
    platform: 'cuedesk',
    source: 'desk',
    platformRoomId: null,
    dedupeKey: `t${seq}`,
    platformTs: null,
    receivedTs: 1_000 + seq,
    test: false,
    historical: false,
    actor: null,
    schema: 1,
    seq,
    roomId: 'main',
    showId: 1,
    eventTs: 1_000 + seq,
    ...body,
  });
}
