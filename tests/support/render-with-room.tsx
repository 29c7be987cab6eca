import { act, render, type RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';

import { RoomProvider } from '#renderer/connection/client-context.tsx';
import { createRoomClient } from '#renderer/connection/room-client.ts';
import { I18nProvider } from '#renderer/i18n/i18n-context.tsx';
import type { Language } from '#renderer/i18n/messages.ts';
import { createRoomStore, type RoomStore } from '#renderer/store/room-store.ts';
import type { RoomBatch, RoomSnapshot } from '#shared/contract/room-snapshot.ts';
import { RoomId } from '#shared/model/ids.ts';

import { createFakeTransport, type FakeTransport } from './fake-transport.ts';

interface RoomUnderTest extends RenderResult {
  readonly store: RoomStore;
  readonly transport: FakeTransport;
  /** A batch as the core sends it, applied at once. */
  receive(batch: RoomBatch): void;
}

interface RenderOptions {
  readonly language: Language;
  /** Null: nothing has come from the core yet. */
  readonly snapshot: RoomSnapshot | null;
}

/**
 * Renders with the real store and client; the other end of the connection is a fake transport.
 * Frames are applied at once instead of with the next animation frame.
 */
export function renderWithRoom(element: ReactElement, options: RenderOptions): RoomUnderTest {
  const store = createRoomStore();
  const transport = createFakeTransport();
  const client = createRoomClient(
    { transport, store, roomId: RoomId.parse('main'), screenName: 'test', language: () => null },
    {
      scheduleFrame: (run) => {
        run();
        return () => undefined;
      },
      reloadPage: () => undefined,
      every: () => () => undefined,
      wallNow: () => Date.now(),
    },
  );
  client.start();
  const { snapshot, language } = options;
  if (snapshot !== null) {
    transport.connect();
    transport.receive({ type: 'snapshot', snapshot });
  }
  const result = render(
    <I18nProvider initial={language}>
      <RoomProvider client={client} store={store}>
        {element}
      </RoomProvider>
    </I18nProvider>,
  );
  return {
    ...result,
    store,
    transport,
    receive: (batch) => act(() => transport.receive({ type: 'batch', batch })),
  };
}
