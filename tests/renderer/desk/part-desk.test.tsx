import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { Desk } from '#renderer/desk/Desk.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { DeskPart } from '#shared/model/desk-part.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW, sampleSlices } from '#tests/support/sample-snapshot.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

// uPlot asks for it while it is loaded.
vi.hoisted(() => {
  window.matchMedia = (media) => Object.assign(new EventTarget(), matchMediaFields(media));
  function matchMediaFields(media: string) {
    return { media, matches: false, onchange: null, addListener() {}, removeListener() {} };
  }
});

useSampleTime();
beforeEach(() => stubLayout());

/** A window that shows this part alone; its keys are the desk's own. */
function partWindow(part: DeskPart, slices: Partial<SliceInputs> = {}): DeskUnderTest {
  useDeskStore.setState({ part });
  return renderDesk(<Desk />, { language: 'en', slices });
}
const commandsOf = (desk: DeskUnderTest): readonly string[] =>
  desk
    .sent()
    .map(({ name }) => name)
    .filter((name) => name !== 'settings.change');
const shelf = sampleSlices('en').shelf;
const third = shelf.items[2];
if (third === undefined) throw new Error('the sample has three products');
const armed: SliceInputs['shelf']['armed'] = {
  productId: third.productId,
  linkNumber: third.linkNumber,
  expiresTs: SAMPLE_NOW + 20_000,
  preview: [],
  warnings: [],
  linkedCueText: null,
};

describe('a window of one part', () => {
  test('shows the part, the show clock and its keys, and nothing else of the desk', () => {
    partWindow('chat');
    expect(screen.getByRole('heading', { name: 'Chat' })).toBeDefined();
    expect(screen.getByRole('timer', { name: 'Time on air' })).toBeDefined();
    expect(screen.queryByRole('heading', { name: 'Shelf' })).toBeNull();
    expect(screen.queryByRole('button', { name: /in its own window/ })).toBeNull();
    expect(document.title).toBe('Chat – Cuedesk');
  });

  test('the shelf arms by digits and GO is Enter, as on the desk', async () => {
    const desk = partWindow('shelf');
    const list = screen.getByRole('list', { name: /^Products of this show/ });
    expect(within(list).getAllByRole('listitem')).toHaveLength(shelf.items.length);
    await desk.user.keyboard('3');
    await desk.pass(700);
    expect(desk.sent().at(-1)).toEqual({ name: 'shelf.arm', input: { linkNumber: 3 } });
  });

  test('the chat says what is armed before Enter sends it, and what came of it', async () => {
    const desk = partWindow('chat', { shelf: { ...shelf, armed, lastPush: null } });
    const line = screen.getByRole('region', { name: 'Arm and pin' });
    expect(line.textContent).toContain(third?.name);
    await desk.user.keyboard('{Enter}');
    expect(commandsOf(desk)).toEqual(['shelf.go']);
  });

  test('keys of what it does not show do nothing there', async () => {
    const desk = partWindow('chat');
    await desk.user.keyboard('yxws');
    expect(commandsOf(desk)).toEqual([]);
    await desk.user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Search the chat/ }));
  });

  test('a cue and a block that are sent from it say so', async () => {
    const desk = partWindow('shelf');
    await desk.user.keyboard('{F1}');
    await desk.reply('cue.sendCard', { cueId: 1 });
    expect(screen.getByText(/Sent to the host:/)).toBeDefined();
  });

  test('follows theme and language of the other windows', () => {
    const desk = partWindow('shelf');
    desk.change({ settings: { ...NO_SETTINGS, damaged: null, theme: 'light', language: 'zh-CN' } });
    expect(useDeskStore.getState().theme).toBe('light');
    expect(screen.getByRole('heading', { name: '货架' })).toBeDefined();
  });

  test('waits calmly while there is no show', () => {
    partWindow('shelf', { show: { show: null, clock: null, playback: null } });
    expect(screen.getByText('No show yet')).toBeDefined();
  });
});
