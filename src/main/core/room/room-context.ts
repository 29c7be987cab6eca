import type { DeskEvent } from '#shared/contract/desk-event.ts';
import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';
import type { SliceName } from '#shared/contract/room-snapshot.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import type { Show } from '#shared/model/show.ts';
import type { ScreenRole } from '#shared/model/screen.ts';
import type { WritableDatabase } from '../database/database.ts';
import type { Ports } from '../ports.ts';

/** A fact without what every fact of the desk has in common. */
export type FactBody = {
  [K in DeskEvent['kind']]: Omit<
    Extract<DeskEvent, { kind: K }>,
    keyof ReturnType<typeof deskEnvelope>
  >;
}[DeskEvent['kind']];

/** What the services of one room share. */
export interface RoomContext {
  readonly roomId: RoomId;
  readonly db: WritableDatabase;
  readonly ports: Ports;
  show(): Show | null;
  /** Show time now (wall time without a show). */
  showNow(): number;
  /** Inside a commit: writes a fact of the current show into the log, returns its seq. */
  writeFact(body: FactBody): number;
  /** The same of any show of the room, at a show time of it. */
  writeFactOf(showId: ShowId, body: FactBody, eventTs: number): number;
  /**
   * Runs work in one transaction together with what waits; for effects that no command started.
   * Null when the store could not take it: nothing of it happened, and the desk says so.
   */
  commit<T>(work: () => T): T | null;
  /** A slice changed: screens get it with the next batch. */
  changed(slice: SliceName): void;
  /** Screens of this role that are connected now. */
  connectedCount(role: ScreenRole): number;
}

/** The part of the envelope that is the same for every fact of the desk. */
export function deskEnvelope(dedupeKey: string, receivedTs: number) {
  return {
    platform: 'cuedesk',
    source: 'desk',
    platformRoomId: null,
    dedupeKey,
    platformTs: null,
    receivedTs,
    test: false,
    historical: false,
    actor: null,
    schema: EVENT_SCHEMA,
  } as const;
}
