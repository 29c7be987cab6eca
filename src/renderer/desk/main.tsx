import '#renderer/connection/zod-without-eval.ts';
import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import './desk.css';

import { createRoot } from 'react-dom/client';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { RoomProvider } from '#renderer/connection/client-context.tsx';
import { partOfPage } from '#renderer/connection/part-window.ts';
import { createRoomClient } from '#renderer/connection/room-client.ts';
import { I18nProvider } from '#renderer/i18n/i18n-context.tsx';
import { screenLanguage } from '#renderer/i18n/language-preference.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { createRoomStore } from '#renderer/store/room-store.ts';
import { FIRST_ROOM_ID, RoomId } from '#shared/model/ids.ts';

import { Desk } from './Desk.tsx';
import { followTextSize } from './follow-text-size.ts';
import { followTheme } from './follow-theme.ts';
import { noteReturn } from './note-return.ts';
import { noteSystem } from './note-system.ts';
import { openTransport } from './open-transport.ts';
import { warmUp } from './warm-up.tsx';
import { whenTold } from './when-told.ts';

/** `?room=ID` opens another room of the same core. */
function roomOf(search: string): RoomId {
  const parsed = RoomId.safeParse(new URLSearchParams(search).get('room'));
  return parsed.success ? parsed.data : FIRST_ROOM_ID;
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

noteSystem(window);
followTheme(window);
followTextSize(window);
noteReturn(window, Date.now());
useDeskStore.setState({ part: partOfPage(window) });
const { transport, screenName, ready } = openTransport(window);
const store = createRoomStore();
const roomId = roomOf(window.location.search);
const client = createRoomClient({
  transport,
  roomId,
  screenName,
  language: screenLanguage,
  store,
});
const stopWarmUp = warmUp(document);
whenTold(store, () => {
  stopWarmUp();
  createRoot(root).render(
    <I18nProvider initial={null}>
      <RoomProvider client={client} store={store}>
        <DeskActionsProvider>
          <Desk />
        </DeskActionsProvider>
      </RoomProvider>
    </I18nProvider>,
  );
});
void ready.then(() => client.start());
