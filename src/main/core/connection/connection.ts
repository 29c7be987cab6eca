import type { ServerFrame } from '#shared/contract/frames.ts';
import type { RoomId, ScreenId } from '#shared/model/ids.ts';
import type { ScreenRole } from '#shared/model/screen.ts';

/**
 * One screen's two-way line to the core, whatever carries it: a MessagePort in the app, socket.io
 * elsewhere. Frames that arrive are unknown until they are parsed.
 */
export interface Connection {
  /** Sends or, when the line is closed, does nothing. Frames keep their order. */
  send(frame: ServerFrame): void;
  onFrame(listener: (frame: unknown) => void): void;
  /** Called once, also when the core closed it. */
  onClose(listener: () => void): void;
  close(): void;
  /** Bytes or frames handed over but not yet taken by the other side; 0 where it cannot be known. */
  backlog(): number;
}

/** Who is on the line: known from how it was authenticated, never from what it says. */
export type Identity = {
  readonly role: ScreenRole;
  /** The paired device; null for the app's own desk window. */
  readonly screenId: ScreenId | null;
  /** The only room it may read and command; null for desks and local programs, which have all. */
  readonly roomId: RoomId | null;
};
