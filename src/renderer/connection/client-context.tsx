import { createContext, useContext, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';

import type { RoomStore } from '#renderer/store/room-store.ts';

import type { RoomClient } from './room-client.ts';

interface Room {
  readonly client: RoomClient;
  readonly store: RoomStore;
}

const RoomContext = createContext<Room | null>(null);

interface RoomProviderProps extends Room {
  readonly children: ReactNode;
}

export function RoomProvider({ client, store, children }: RoomProviderProps): ReactElement {
  const room = useMemo(() => ({ client, store }), [client, store]);
  return <RoomContext value={room}>{children}</RoomContext>;
}

function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('a room is needed: RoomProvider is missing above');
  return room;
}

/** For selectors only: components read the named hooks of store/selectors.ts. */
export function useRoomStore(): RoomStore {
  return useRoom().store;
}

/** `const run = useCommand(); const result = await run('shelf.arm', { linkNumber: 3 })`. */
export function useCommand(): RoomClient['run'] {
  return useRoom().client.run;
}
