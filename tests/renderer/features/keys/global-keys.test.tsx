import { act, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';

import { GlobalKeyNote } from '#renderer/features/keys/GlobalKeyNote.tsx';
import { useGlobalKeys } from '#renderer/features/keys/use-global-keys.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { ShowId } from '#shared/model/ids.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleSlices, SAMPLE_NOW } from '#tests/support/sample-snapshot.ts';

useSampleTime();

function Listening(): ReactElement {
  useGlobalKeys(useDeskStore(({ view }) => view.name === 'live'));
  return <GlobalKeyNote />;
}

const desk = (slices: Parameters<DeskUnderTest['change']>[0] = {}): DeskUnderTest =>
  renderDesk(<Listening />, { language: 'en', slices });

/** As the preload says it. */
function arrives(detail: unknown, source: Window | null = window): void {
  act(() => {
    const data = { type: 'cuedesk-global-key', detail };
    window.dispatchEvent(new MessageEvent('message', { data, source }));
  });
}

const commands = ({ sent }: DeskUnderTest): readonly unknown[] => sent();
const named = (name: string): Parameters<DeskUnderTest['change']>[0] => ({
  rooms: { rooms: [{ roomId: 'main', name, show: null }] },
});
const note = (): string => screen.getByRole('status').textContent;

describe('a key while another program has the focus', () => {
  test('arms, and says in which room', async () => {
    const under = desk(named('Studio B'));
    arrives('3');
    expect(commands(under)).toEqual([{ name: 'shelf.arm', input: { linkNumber: 3 } }]);
    expect(note()).toBe('Global key Ctrl+Alt+3 → Studio B · Autumn linen nightarm 3');
    await under.pass(6_000);
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('the first room, which has no name, is called so', () => {
    desk(named(''));
    arrives('3');
    expect(note()).toContain('→ Main room · Autumn linen night');
  });

  test('two digits make one number, and an unknown one is said', async () => {
    const { items } = sampleSlices('en').shelf;
    const twelfth = items.map((item, index) => (index === 7 ? { ...item, linkNumber: 12 } : item));
    const under = desk({ shelf: { ...sampleSlices('en').shelf, items: twelfth } });
    arrives('1');
    arrives('2');
    expect(commands(under)).toEqual([{ name: 'shelf.arm', input: { linkNumber: 12 } }]);
    expect(note()).toContain('Ctrl+Alt+12');
    arrives('9');
    expect(commands(under)).toHaveLength(1);
    expect(note()).toContain('there is no link 9');
    arrives('1');
    await under.pass(600);
    expect(commands(under)[1]).toEqual({ name: 'shelf.arm', input: { linkNumber: 1 } });
  });

  test('GO goes with what is armed on this screen, and says so where nothing is', () => {
    const shelf = sampleSlices('en').shelf;
    const productId = shelf.items[1]?.productId ?? 0;
    const armed = {
      productId,
      linkNumber: 2,
      expiresTs: SAMPLE_NOW + 20_000,
      linkedCueText: null,
      preview: [],
      warnings: [],
    };
    const under = desk({ shelf: { ...shelf, armed: null } });
    arrives('go');
    expect(note()).toContain('nothing is armed, nothing was pinned');
    under.change({ shelf: { ...shelf, armed } });
    arrives('go');
    expect(commands(under)).toEqual([{ name: 'shelf.go', input: { productId } }]);
    expect(note()).toContain('Ctrl+Alt+Enter');
  });

  test('does nothing where the live room is not on screen, and nothing from elsewhere', () => {
    const under = desk();
    act(() => useDeskStore.setState({ view: { name: 'review', showId: ShowId.parse(7) } }));
    arrives('3');
    expect(note()).toContain('not done: the live room is not on screen');
    act(() => useDeskStore.getState().showLive());
    arrives('3', null);
    arrives('33');
    arrives({ press: '3' });
    expect(commands(under)).toEqual([]);
  });
});
