import { act, fireEvent } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { ACTION_TABLE } from '#renderer/actions/action-table.ts';
import type { OfferedType } from '#renderer/actions/action-entry.ts';
import { CommandPalette } from '#renderer/features/palette/CommandPalette.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { DeskPanel } from '#renderer/store/desk-store.ts';
import { commands, type CommandName } from '#shared/contract/contract.ts';
import { KEY_ACTIONS } from '#shared/model/key-binding.ts';
import { ShowId } from '#shared/model/ids.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { SAMPLE_NOW, sampleSlices } from '#tests/support/sample-snapshot.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';

useSampleTime();

/** Desk commands that a line of the palette does not do by itself: where it leads to instead. */
const BY_A_SHEET: Partial<Record<CommandName, DeskPanel>> = {
  'source.add': 'sources',
  'source.remove': 'sources',
  'source.setLogin': 'sources',
  'source.removeLogin': 'sources',
  'screens.listen': 'screens',
  'screens.close': 'screens',
  'screens.offer': 'screens',
  'screens.cancelOffer': 'screens',
  'screens.revoke': 'screens',
  'store.backups': 'store',
  'store.restore': 'store',
  'store.acknowledge': 'store',
  'person.find': 'data',
  'person.erase': 'data',
  'data.export': 'data',
  'data.import': 'data',
  'data.cancel': 'data',
  'shelf.catalogue': 'products',
  'shelf.putProducts': 'products',
};

/** What the desk does by itself, and what stands on the page that is open when nothing else is. */
const NOT_CHOSEN: Partial<Record<CommandName, string>> = {
  'room.create': 'another room is opened by its address',
  'room.list': 'asked by programs',
  'show.create': 'the form of the start page',
  'show.list': 'read by the start page',
  'replay.start': 'past shows on the start page',
  'chat.page': 'read by the chat as it scrolls',
  'review.get': 'read by the review',
  'settings.acknowledge': 'the button of the band that is shown',
  'data.decline': 'the button of the band that is shown',
  'settings.export': 'the sheet of settings',
  'settings.import': 'the sheet of settings',
  'shelf.putProduct': 'the form of the shelf, found by its filter',
  'shelf.removeProduct': 'the form of the shelf, found by its filter',
  'shelf.reorder': 'Alt with arrows on the shelf, found by its filter',
  'cue.putCard': 'the form of the deck',
  'cue.removeCard': 'the form of the deck',
};

const sample = sampleSlices('en');
const live = sample.show.show;
const push = sample.shelf.current;
if (live === null || push === null) throw new Error('the sample has a show and a push');
const shelf: SliceInputs['shelf'] = {
  ...sample.shelf,
  armed: sample.shelf.armed ?? {
    productId: sample.shelf.items[1]?.productId ?? 0,
    linkNumber: 2,
    expiresTs: SAMPLE_NOW + 20_000,
    preview: [],
    warnings: [],
    linkedCueText: null,
  },
  lastPaste: { pasteId: 7, added: 57, changed: 3 },
  lastPush: { ...push, state: 'on_shelf', undoUntilTs: SAMPLE_NOW + 5_000 },
};
const cue: SliceInputs['cues']['current'] = {
  id: 90,
  kind: 'free',
  text: 'Slower',
  sentTs: SAMPLE_NOW,
  state: 'sent',
  shownDelayMs: null,
  doneDelayMs: null,
};
const request = {
  id: '0123456789abcdef',
  role: 'anchor' as const,
  name: 'iPad',
  address: '10.0.0.9',
  check: '4711',
  sinceTs: SAMPLE_NOW,
  expiresTs: SAMPLE_NOW + 60_000,
};
const shown = (change: Partial<typeof live>, isDemo: boolean): SliceInputs['show'] => ({
  ...sample.show,
  show: { ...live, ...change },
  playback: isDemo ? { speed: 1, isFinished: false, progress: null } : null,
});
const full: Partial<SliceInputs> = {
  shelf,
  cues: { ...sample.cues, current: cue },
  screens: { ...sample.screens, requests: [request] },
};

/** Desks in every state that has actions of its own. */
const DESKS: Readonly<Record<string, { readonly slices: Partial<SliceInputs>; review?: true }>> = {
  'on air': { slices: full },
  'a demo on air': { slices: { ...full, show: shown({ origin: 'demo' }, true) } },
  planned: { slices: { show: shown({ state: 'planned', startedTs: null }, false) } },
  paused: { slices: { show: shown({ state: 'paused' }, false) } },
  ended: { slices: { show: shown({ state: 'ended', endedTs: SAMPLE_NOW }, false) } },
  'no show': { slices: { show: { show: null, clock: null, playback: null } } },
  'a review': { slices: full, review: true },
};

type Seen = {
  readonly kinds: Set<string>;
  readonly sent: Set<string>;
  readonly panels: Set<string>;
};

function openDesk(name: string): DeskUnderTest {
  const { slices = {}, review } = DESKS[name] ?? {};
  const under = renderDesk(<CommandPalette />, { language: 'en', slices });
  if (review) act(() => useDeskStore.getState().showReview(ShowId.parse(7)));
  return under;
}

/** By the document itself: one of the lines changes the language. */
const lines = (): readonly HTMLButtonElement[] => [
  ...document.querySelectorAll<HTMLButtonElement>('button[data-action]'),
];
const openPalette = (): void => act(() => useDeskStore.getState().setPaletteOpen(true));

/** Presses a line of each action that was not pressed yet, grave ones twice, and notes what came of it. */
function pressAll(name: string, seen: Seen): void {
  const { sent, unmount } = openDesk(name);
  const isReview = DESKS[name]?.review === true;
  openPalette();
  const count = lines().length;
  for (let index = 0; index < count; index += 1) {
    openPalette();
    const line = lines()[index];
    const type = line?.dataset['action'] ?? '';
    // Every panel is a line of its own.
    const kind = type === 'openPanel' ? `${type} ${line?.textContent}` : type;
    if (line === undefined || seen.kinds.has(kind)) continue;
    seen.kinds.add(kind);
    fireEvent.click(line);
    const asking = lines().find((each) => each.dataset['isAsking'] === 'true');
    if (asking !== undefined) fireEvent.click(asking);
    seen.panels.add(String(useDeskStore.getState().panel));
    act(() => {
      if (isReview) useDeskStore.getState().showReview(ShowId.parse(7));
      else useDeskStore.getState().showLive();
    });
  }
  for (const { name: command } of sent()) seen.sent.add(command);
  unmount();
}

describe('the palette', () => {
  test('does every command that a desk may give, or opens the sheet that does', () => {
    const seen: Seen = { kinds: new Set(), sent: new Set(), panels: new Set() };
    for (const name of Object.keys(DESKS)) pressAll(name, seen);
    const missing = Object.entries(commands).flatMap(([name, { callers }]) => {
      const isForDesk = callers.some((caller) => caller === 'desk');
      const sheet = BY_A_SHEET[name as CommandName];
      const isReached =
        seen.sent.has(name) ||
        (sheet !== undefined && seen.panels.has(String(sheet))) ||
        NOT_CHOSEN[name as CommandName] !== undefined;
      return isForDesk && !isReached ? [name] : [];
    });
    expect(missing).toEqual([]);
    // No exception outlives its reason.
    const needless = [...Object.keys(BY_A_SHEET), ...Object.keys(NOT_CHOSEN)].filter((name) =>
      seen.sent.has(name),
    );
    expect(needless).toEqual([]);
  });
});

describe('the table of actions', () => {
  test('offers each of its actions in some state of the desk, but for the palette itself', () => {
    const sights = Object.keys(DESKS).flatMap((name) => {
      const under = openDesk(name);
      openPalette();
      const types = lines().map((line) => line.dataset['action'] ?? '');
      under.unmount();
      return types;
    });
    const never = Object.keys(ACTION_TABLE).filter((type) => !sights.includes(type));
    expect(never).toEqual(['togglePalette', 'undoSettings'] satisfies OfferedType[]);
  });

  test('gives a key to exactly those actions that keys can be chosen for', () => {
    const keyed = Object.entries(ACTION_TABLE).filter(([, { key }]) => key !== null);
    expect(keyed.map(([type]) => type).toSorted()).toEqual([...KEY_ACTIONS].toSorted());
  });
});
