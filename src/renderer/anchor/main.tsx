import '#renderer/connection/zod-without-eval.ts';
import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import './page.css';

import { createRoot } from 'react-dom/client';

import { RoomProvider } from '#renderer/connection/client-context.tsx';
import { deviceName } from '#renderer/connection/device-name.ts';
import { pairByLink } from '#renderer/connection/pair-by-link.ts';
import { createRoomClient } from '#renderer/connection/room-client.ts';
import { createSocketTransport } from '#renderer/connection/socket-transport.ts';
import { I18nProvider } from '#renderer/i18n/i18n-context.tsx';
import { createRoomStore } from '#renderer/store/room-store.ts';
import { RoomId } from '#shared/model/ids.ts';

import { AnchorApp } from './AnchorApp.tsx';

async function open(): Promise<void> {
  const name = deviceName(navigator.userAgent, navigator.maxTouchPoints);
  const linkError = await pairByLink(window, name);
  const store = createRoomStore();
  const client = createRoomClient({
    transport: createSocketTransport('anchor'),
    roomId: RoomId.parse('main'),
    screenName: name,
    store,
  });
  client.start();
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(
    <I18nProvider initial={null}>
      <RoomProvider client={client} store={store}>
        <AnchorApp
          deviceName={name}
          linkError={linkError}
          onPaired={() => window.location.reload()}
        />
      </RoomProvider>
    </I18nProvider>,
  );
}

void open();
