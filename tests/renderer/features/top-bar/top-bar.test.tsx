import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { Bands } from '#renderer/features/top-bar/Bands.tsx';
import { TopBar } from '#renderer/features/top-bar/TopBar.tsx';
import { patchLink } from '#renderer/store/room-reducer.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import {
  SAMPLE_NOW,
  sampleBatch,
  sampleSlices,
  sampleSnapshot,
  sampleSource,
} from '#tests/support/sample-snapshot.ts';

type ShowInput = NonNullable<SliceInputs['show']['show']>;

beforeEach(() => {
  vi.useFakeTimers({ now: SAMPLE_NOW });
  useDeskStore.setState({ view: { name: 'live' }, panel: null, returnedTs: null });
  return () => vi.useRealTimers();
});

function open(patch: Partial<SliceInputs>) {
  return renderWithRoom(
    <DeskActionsProvider>
      <Bands />
      <TopBar />
    </DeskActionsProvider>,
    { language: 'en', snapshot: sampleSnapshot({ language: 'en', slices: patch }) },
  );
}

function showSlice(patch: Partial<ShowInput>, speed = 1): SliceInputs['show'] {
  const { show } = sampleSlices('en');
  if (show.show === null) throw new Error('the sample has a show');
  return {
    show: { ...show.show, ...patch },
    clock: { anchorShowTs: SAMPLE_NOW, anchorWallTs: SAMPLE_NOW, speed },
    playback: patch.origin === 'demo' ? { speed, isFinished: false, progress: 0.1 } : null,
  };
}

function sources(...patches: Parameters<typeof sampleSource>[0][]): Partial<SliceInputs> {
  const list = patches.map((patch) => sampleSource(patch));
  return { sources: { sources: list, secretProtection: 'system', warnings: [] } };
}

/** Show seconds pass; the clocks tick four times a second. */
function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

describe('the bands', () => {
  it('say that the core holds the line and does not answer, and since when', () => {
    const { store } = open({});
    act(() => patchLink(store, { state: 'silent', sinceTs: SAMPLE_NOW - 8_000, waitingCount: 1 }));
    expect(screen.getByRole('alert').textContent).toMatch(/^The core has not answered for 0:08/);
    expect(screen.getByText('1 action is waiting')).toBeTruthy();
  });

  it('say for a while that the window was loaded anew', () => {
    open({});
    act(() => useDeskStore.setState({ returnedTs: Date.now() }));
    const line = 'This window failed and was loaded anew; all data is intact';
    expect(screen.getByText(line)).toBeTruthy();
    pass(13_000);
    expect(screen.queryByText(line)).toBeNull();
  });
});

describe('a platform’s warning', () => {
  const warning = (seq: number, text: string, isCut = false) => ({
    seq,
    ts: SAMPLE_NOW,
    platform: 'bilibili',
    text,
    isCut,
    isTyped: false,
    note: '',
  });

  it('stands there, the newest first and the others counted, until it was seen', () => {
    const { transport } = open({
      sources: {
        sources: [],
        secretProtection: 'system',
        warnings: [warning(5, 'No contact details'), warning(9, 'Smoking on air', true)],
      },
    });
    expect(screen.getByRole('alert').textContent).toMatch(
      /^Bilibili has cut the stream off, .+: Smoking on air1 more warning/,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Seen' }));
    expect(transport.sent.at(-1)).toMatchObject({
      type: 'command',
      name: 'warning.acknowledge',
      input: { seq: 9 },
    });
  });
});

describe('clocks', () => {
  it('counts the time on air at the speed of the show, without pauses', () => {
    open({
      show: showSlice({ origin: 'demo', onAirBeforeMs: 60_000, onAirSinceTs: SAMPLE_NOW }, 10),
    });
    expect(screen.getByRole('timer', { name: 'Time on air' }).textContent).toBe('00:01:00');
    pass(2_000);
    expect(screen.getByRole('timer', { name: 'Time on air' }).textContent).toBe('00:01:20');
  });

  it('stands still while paused', () => {
    open({ show: showSlice({ state: 'paused', onAirBeforeMs: 60_000, onAirSinceTs: null }) });
    pass(5_000);
    expect(screen.getByRole('timer', { name: 'Time on air' }).textContent).toBe('00:01:00');
    expect(screen.getByText('Paused')).toBeTruthy();
  });

  it('the block counts down, warns in its last minute, and counts up once it is over', () => {
    const { container } = open({ show: showSlice({}) });
    const phase = () => container.querySelector('[data-phase]')?.getAttribute('data-phase');
    expect(screen.getByText('3:52 left')).toBeTruthy();
    expect(phase()).toBe('running');
    pass(171_000);
    expect(screen.getByText('1:01 left')).toBeTruthy();
    expect(phase()).toBe('running');
    pass(1_000);
    expect(screen.getByText('1:00 left')).toBeTruthy();
    expect(phase()).toBe('ending');
    pass(65_000);
    expect(screen.getByText('0:05 over')).toBeTruthy();
    expect(phase()).toBe('over');
  });
});

describe('what kind of show', () => {
  it.each([
    ['demo', 'Demo', 'Running'],
    ['replay', 'Replay', 'Running'],
    ['rehearsal', 'Rehearsal', 'Running'],
  ] as const)('%s is unmistakable and never “on air”', (origin, badge, state) => {
    open({ show: showSlice({ origin }) });
    expect(screen.getByText(badge)).toBeTruthy();
    expect(screen.getByText(state)).toBeTruthy();
    expect(screen.queryByText('On air')).toBeNull();
  });

  it('offers the playback speeds of a demo, none for a live show', () => {
    const room = open({ show: showSlice({ origin: 'demo' }, 5) });
    fireEvent.change(screen.getByRole('combobox', { name: 'Playback speed' }), {
      target: { value: '20' },
    });
    expect(room.transport.commands.at(-1)).toMatchObject({
      name: 'playback.setSpeed',
      input: { speed: 20 },
    });
    room.unmount();
    open({});
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});

describe('ending', () => {
  it('asks for a second press in place and opens the review', async () => {
    const room = open({});
    fireEvent.click(screen.getByRole('button', { name: 'End' }));
    expect(room.transport.commands).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: 'Press again' }));
    expect(room.transport.commands.at(-1)?.name).toBe('show.end');
    await act(async () => room.transport.reply('show.end', { showId: 7 }));
    expect(useDeskStore.getState().view).toEqual({ name: 'review', showId: 7 });
  });

  it('forgets the first press after four seconds', () => {
    const room = open({});
    fireEvent.click(screen.getByRole('button', { name: 'End' }));
    pass(4_000);
    fireEvent.click(screen.getByRole('button', { name: 'End' }));
    expect(room.transport.commands).toHaveLength(0);
  });

  it('says what was refused', async () => {
    const room = open({});
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    await act(async () => room.transport.refuse('show.pause', 'show_wrong_state'));
    expect(screen.getByRole('alert').textContent).toContain('present state');
  });
});

describe('sources', () => {
  it.each([
    [{ link: 'ready', lastDataTs: SAMPLE_NOW - 1_000 }, 'Twitchlive'],
    [{ link: 'ready', lastDataTs: SAMPLE_NOW - 90_000 }, 'Twitchlivesilent 1:30'],
    [{ lastDataTs: null, linkSinceTs: SAMPLE_NOW - 20_000 }, 'Twitchlive'],
    [{ lastDataTs: null, linkSinceTs: SAMPLE_NOW - 75_000 }, 'Twitchliveno data yet 1:15'],
    [{ link: 'reconnecting', linkSinceTs: SAMPLE_NOW - 124_000 }, 'Twitchliveno data 2:04'],
    [{ link: 'failed', stream: 'unknown' }, 'Twitchfailed'],
    [{ link: 'connecting', stream: 'offline' }, 'Twitchofflineconnecting'],
    [{ link: 'off', isEnabled: false, stream: 'unknown' }, 'Twitchoff'],
  ] as const)('tells our data and their stream apart: %j', (patch, words) => {
    open(sources(patch));
    expect(screen.getByRole('button', { name: /^Twitch/ }).textContent).toBe(words);
  });

  it('waits for the first call of a bridge that was never heard, and says what to look at', () => {
    const link = { link: 'connecting', reason: 'bridge_waiting' } as const;
    open(sources({ ...link, platform: 'bridge', stream: 'unknown' }));
    const chip = screen.getByRole('button', { name: /first call/ });
    expect(chip.textContent).toMatch(/waiting for its first call$/);
    expect(chip.title).toContain('Check the address and the token that your system uses.');
  });

  it('hides what is fine first when there are many', () => {
    open(
      sources(
        { id: 1, platform: 'douyin' },
        { id: 2, platform: 'bilibili' },
        { id: 3, platform: 'twitch' },
        { id: 4, platform: 'kuaishou', link: 'reconnecting' },
      ),
    );
    expect(screen.getByRole('button', { name: /Kuaishou/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Twitch/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '1 more' }));
    expect(useDeskStore.getState().panel).toBe('sources');
  });

  it('names the channel where a platform alone does not tell which', () => {
    open(sources({ id: 1, channel: 'first' }, { id: 2, channel: 'second', link: 'failed' }));
    const chips = screen.getAllByRole('button', { name: /^Twitch/ });
    expect(chips.map((chip) => chip.textContent)).toEqual([
      'Twitchsecondlivefailed',
      'Twitchfirstlive',
    ]);
  });

  it('puts trouble first, where a small screen still shows it', () => {
    open(
      sources(
        { id: 1, platform: 'douyin' },
        { id: 2, platform: 'bilibili', lastDataTs: SAMPLE_NOW - 90_000 },
      ),
    );
    const chips = screen.getAllByRole('button', { name: /Douyin|Bilibili/ });
    expect(chips.map((chip) => chip.textContent)).toEqual([
      expect.stringContaining('Bilibili'),
      expect.stringContaining('Douyin'),
    ]);
  });

  it('says what to do on the chip too', () => {
    open(sources({ link: 'failed', reason: 'channel_unknown' }));
    const chip = screen.getByRole('button', { name: /^Twitch/ });
    expect(chip.title).toContain('Their stream: On air\nOur data: Failed');
    expect(chip.title).toContain('There is no such channel\nCheck the name');
  });

  it.each([
    [5 * 60_000 + 4_000, 'about 5 minutes ahead'],
    [-61_000, 'about 1 minute behind'],
    [-3_600_000, 'about 60 minutes behind'],
  ])('a wrong clock of this computer is said: %d ms', (clockAheadMs, words) => {
    open(sources({ clockAheadMs }));
    expect(screen.getByText(/This computer’s clock is/).textContent).toContain(words);
  });

  it.each([
    ['zh-CN', Date.UTC(2000, 0, 1), undefined, '明显不对'],
    ['en', Date.UTC(2000, 0, 1), undefined, 'which cannot be right'],
    ['zh-CN', SAMPLE_NOW, SAMPLE_NOW + 2 * 86_400_000, '可最新的数据是'],
    ['en', SAMPLE_NOW, SAMPLE_NOW + 2 * 86_400_000, 'but the newest data is of'],
  ] as const)(
    'a clock that cannot be right is said once, in %s',
    (language, wallTs, newest, words) => {
      const times = newest === undefined ? { wallTs } : { wallTs, storeNewestTs: newest };
      const slices = sources({ clockAheadMs: -3_600_000 });
      renderWithRoom(
        <DeskActionsProvider>
          <Bands />
        </DeskActionsProvider>,
        { language, snapshot: sampleSnapshot({ language, slices, ...times }) },
      );
      const said = screen.getAllByText(/This computer’s clock|这台电脑的时钟/);
      expect(said).toHaveLength(1);
      expect(said[0]?.textContent).toContain(words);
      expect(said[0]?.textContent).toMatch(/no data is lost|数据没有丢/);
    },
  );

  it('one platform among several that disagrees has a wrong clock itself', () => {
    open(sources({ id: 1, clockAheadMs: 240_000 }, { id: 2, clockAheadMs: 300 }));
    expect(screen.queryByText(/This computer’s clock is/)).toBeNull();
  });

  it('a stream that is down stays in a red band until it was seen', () => {
    const down = { stream: 'offline', streamSinceTs: SAMPLE_NOW - 60_000 } as const;
    const room = open(sources(down));
    expect(screen.getByRole('alert').textContent).toContain(
      'The stream on Twitch is down since 13:41',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Seen' }));
    expect(screen.queryByRole('alert')).toBeNull();
    // It came back and broke once more: that has not been seen.
    const again = sources({ ...down, streamSinceTs: SAMPLE_NOW - 5_000 });
    room.receive(sampleBatch({ afterSeq: 38_412, seq: 38_413, slices: again }));
    expect(screen.getByRole('alert').textContent).toContain('since 13:42');
  });
});

describe('the link to the core', () => {
  it('says since when it is lost and how many actions wait', () => {
    const room = open({});
    act(() => room.transport.lose('lost'));
    pass(3_000);
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    const words = screen.getByRole('alert').textContent;
    expect(words).toContain('No connection to the core for 0:03; figures stand at 13:42');
    expect(words).toContain('1 action is waiting');
  });

  it('says for a while that the core was restarted', () => {
    const room = open({});
    act(() => {
      room.transport.connect();
      room.transport.receive({
        type: 'snapshot',
        snapshot: sampleSnapshot({ language: 'en', coreRun: 'run-2' }),
      });
    });
    expect(screen.getByText('The core was restarted; all data is intact')).toBeTruthy();
    pass(13_000);
    expect(screen.queryByText('The core was restarted; all data is intact')).toBeNull();
  });

  it('says how much could not be kept while the store failed', () => {
    const { store } = sampleSlices('en');
    const error = { code: 'store_full', params: {} } as const;
    open({ store: { ...store, state: 'failing', error, dropped: 1_204 } });
    expect(screen.getByRole('alert').textContent).toContain('1,204 events could not be kept');
  });

  it('says why the store fails', () => {
    const { store } = sampleSlices('en');
    open({ store: { ...store, state: 'failing', error: { code: 'store_full', params: {} } } });
    expect(screen.getByRole('alert').textContent).toContain('The disk is full');
    expect(screen.getByText('Saving fails')).toBeTruthy();
  });
});

describe('the chip of second screens', () => {
  function screens(patch: { isConnected: boolean; lastSeenTs: number }): Partial<SliceInputs> {
    const { screens: held } = sampleSlices('en');
    const [anchor] = held.screens;
    if (anchor === undefined) throw new Error('the sample has a screen');
    return { screens: { ...held, screens: [{ ...anchor, ...patch }] } };
  }

  it('says that the host’s screen is lost and since when, on air alone', () => {
    open(screens({ isConnected: false, lastSeenTs: SAMPLE_NOW - 11_000 }));
    expect(screen.getByRole('button', { name: 'Host lost 0:11' })).toBeTruthy();
    pass(2_000);
    expect(screen.getByRole('button', { name: 'Host lost 0:13' })).toBeTruthy();
  });

  it('says nothing of a screen that was not there in this show, or when the show is over', () => {
    open(screens({ isConnected: false, lastSeenTs: 1 }));
    expect(screen.getByRole('button', { name: 'No screens' })).toBeTruthy();
    open({
      ...screens({ isConnected: false, lastSeenTs: SAMPLE_NOW - 11_000 }),
      show: showSlice({ state: 'ended' }),
    });
    expect(screen.queryByRole('button', { name: /Host lost/ })).toBeNull();
  });
});
