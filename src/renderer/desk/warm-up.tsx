import { Activity } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { RoomProvider } from '#renderer/connection/client-context.tsx';
import type { RoomClient } from '#renderer/connection/room-client.ts';
import { I18nProvider } from '#renderer/i18n/i18n-context.tsx';
import { createRoomStore } from '#renderer/store/room-store.ts';
import { readServerFrame } from '#shared/contract/read-server-frame.ts';
import { tagLine } from '#shared/rules/chat-tags/tag-line.ts';

import { LiveView } from './LiveView.tsx';

/** Lines of every kind the rules tell apart, in the languages they read. */
const LINES = [
  '这个怎么卖？多少钱，加微信',
  '太好看了，已经拍了，什么时候发货',
  'how much is it? love it',
];
/** A message as the stored ones are, in a frame that is none. */
const SNAPSHOT = { type: 'snapshot', snapshot: { recent: [{ kind: 'chat', seq: 1 }] } };
/** Sizes and weights that the desk writes in, and letters that its fonts are looked up for. */
const SIZES = ['--fs-1', '--fs-2', '--fs-3', '--fs-4'];
const WEIGHTS = [400, 550, 600];
const LETTERS = 'Aa 0:9 ¥ 场控 · “”';

/**
 * What the first picture would wait for, done while the core has none yet, in steps between which the
 * picture may come: the schemas of a frame, the view's own code (drawn once of an empty room, outside
 * the page), the rules of chat lines, the fonts. Nothing of it is seen, kept or sent.
 *
 * @returns Leaves the rest undone.
 */
export function warmUp(page: Document): () => void {
  const drawn = createRoot(page.createElement('div'));
  const steps = [
    () => void readServerFrame(SNAPSHOT),
    () => findFonts(page),
    () => drawn.render(<EmptyRoom />),
    ...LINES.map((line) => () => void tagLine(line)),
  ];
  let timer = setTimeout(next, 0);
  function next(): void {
    steps.shift()?.();
    if (steps.length > 0) timer = setTimeout(next, 0);
  }
  return () => {
    clearTimeout(timer);
    drawn.unmount();
  };
}

/** Hidden, so that React draws it when there is nothing better to do and runs none of its effects. */
function EmptyRoom(): ReactElement {
  return (
    <Activity mode="hidden">
      <I18nProvider initial={null}>
        <RoomProvider client={NO_CORE} store={createRoomStore()}>
          <DeskActionsProvider>
            <LiveView />
          </DeskActionsProvider>
        </RoomProvider>
      </I18nProvider>
    </Activity>
  );
}

const NO_CORE: RoomClient = {
  start: () => undefined,
  run: () => new Promise(() => undefined),
  doubt: () => undefined,
  close: () => undefined,
};

/** The system is asked for a font when a text in it is first laid out. */
function findFonts(page: Document): void {
  const text = page.createElement('div');
  text.setAttribute('aria-hidden', 'true');
  text.style.cssText = 'position:absolute;visibility:hidden;white-space:nowrap';
  for (const size of SIZES) {
    for (const weight of WEIGHTS) {
      const part = page.createElement('span');
      part.style.font = `${weight} var(${size}) / 1.45 var(--font)`;
      part.textContent = LETTERS;
      text.append(part);
    }
  }
  page.body.append(text);
  text.getBoundingClientRect();
  text.remove();
}
