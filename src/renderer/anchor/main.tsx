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

import { AnchorApp } from './AnchorApp.tsx';
import { DEFAULT_ANSWERS, readViewingAnswers } from './viewing-place.ts';

async function open(): Promise<void> {
  // Also while this device is not in: what was chosen for it holds for every page.
  const { theme } = readViewingAnswers(window.localStorage) ?? DEFAULT_ANSWERS;
  document.documentElement.dataset['theme'] = theme;
  const name = deviceName(navigator.userAgent, navigator.maxTouchPoints);
  const first = await pairByLink(window, name);
  const store = createRoomStore();
  const client = createRoomClient({
    transport: createSocketTransport('anchor'),
    roomId: null,
    screenName: name,
    language: () => null,
    store,
  });
  // A device that has just asked to be let in waits for the operator, not for the socket.
  const isWaiting = first?.ok === true && first.value.state === 'waiting';
  if (!isWaiting) client.start();
  window.addEventListener('offline', () => client.doubt());
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(
    <I18nProvider initial={null}>
      <RoomProvider client={client} store={store}>
        <AnchorApp deviceName={name} first={first} onPaired={() => window.location.reload()} />
      </RoomProvider>
    </I18nProvider>,
  );
}

void open();
