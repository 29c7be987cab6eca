import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { MetricStrip } from '#renderer/features/metrics/MetricStrip.tsx';
import { sparklinePath } from '#renderer/features/metrics/sparkline-path.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleAlerts, SAMPLE_USUAL } from '#tests/support/sample-alerts.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import {
  SAMPLE_NOW,
  sampleMetrics,
  sampleSlices,
  sampleSnapshot,
} from '#tests/support/sample-snapshot.ts';

const STRIP = (
  <DeskActionsProvider>
    <MetricStrip />
  </DeskActionsProvider>
);

type Metrics = NonNullable<SliceInputs['metrics']>;

function open(patch: Partial<Metrics>, language: 'zh-CN' | 'en' = 'zh-CN') {
  const metrics = { ...sampleMetrics(), ...patch };
  return renderWithRoom(STRIP, {
    language,
    snapshot: sampleSnapshot({ language, slices: { metrics } }),
  });
}

const tile = (name: string) => screen.getByRole('listitem', { name });

describe('metric tiles', () => {
  it('shows eight figures, grouped, with what belongs to them', () => {
    open({});
    expect(screen.getAllByRole('listitem')).toHaveLength(8);
    expect(tile('在线人数').textContent).toBe('在线人数1,284最高 1,652');
    expect(tile('成交额（已付）').textContent).toBe('成交额（已付）¥65,056客单 ¥46.54');
  });

  it('shows what was chosen, in that order, each with its formula at hand', () => {
    renderWithRoom(STRIP, {
      language: 'zh-CN',
      snapshot: sampleSnapshot({
        language: 'zh-CN',
        slices: {
          settings: { ...NO_SETTINGS, damaged: null, tiles: ['gpm', 'viewers', 'averageWatch'] },
        },
      }),
    });
    const names = screen.getAllByRole('listitem').map((each) => within(each).getByRole('heading'));
    expect(names.map(({ textContent }) => textContent)).toEqual([
      'GPM 千次观看成交',
      '在线人数',
      '平均停留时长',
    ]);
    act(() => within(tile('GPM 千次观看成交')).getByRole('button').focus());
    expect(tile('GPM 千次观看成交').textContent).toContain(
      '已付金额 × 1000 ÷ 场观，只算两样都给的来源',
    );
  });

  it('stands beside the room’s own median, with where half of the past shows lie', () => {
    const alerts = { ...sampleAlerts(), usual: SAMPLE_USUAL };
    renderWithRoom(STRIP, {
      language: 'en',
      snapshot: sampleSnapshot({ language: 'en', slices: { alerts } }),
    });
    expect(tile('Viewers').textContent).toBe('Viewers1,284+9% to 5 shows');
    act(() => within(tile('Viewers')).getByRole('button').focus());
    expect(tile('Viewers').textContent).toContain(
      'Median of your own 5 past shows at minute 45: 1,180; half lie between 1,020 and 1,300',
    );
    // Nothing is known of follows: the tile says what it said before.
    expect(tile('Follows').textContent).toContain('this show');
  });

  it('an alert about a figure is said by a sign and in words, not by its colour alone', () => {
    renderWithRoom(STRIP, {
      language: 'en',
      snapshot: sampleSnapshot({ language: 'en', slices: { alerts: sampleAlerts() } }),
    });
    const sign = 'an alert about it waits for an answer';
    expect(within(tile('Entries / 5 min')).getByTitle(sign).textContent).toBe('!');
    expect(within(tile('Viewers')).queryByTitle(sign)).toBeNull();
  });

  it('is compared with nothing while a source is left out: that would be unlike things', () => {
    const alerts = { ...sampleAlerts(), usual: SAMPLE_USUAL };
    const viewers = { known: true as const, value: 900, isApprox: false, without: ['kuaishou'] };
    const metrics = { ...sampleMetrics(), viewers };
    renderWithRoom(STRIP, {
      language: 'en',
      snapshot: sampleSnapshot({ language: 'en', slices: { alerts, metrics } }),
    });
    expect(tile('Viewers').textContent).not.toContain('to 5 shows');
  });

  it('a currency of gifts that has no room is counted, and all of them stand in the detail', () => {
    const giftValues = [
      { unit: 'diamond', quantity: 104_504 },
      { unit: 'bits', quantity: 2_370 },
      { unit: 'battery', quantity: 1_204 },
    ];
    const top = vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get');
    // What falls into a second line lies below the first.
    top.mockImplementation(function offsetTop(this: HTMLElement) {
      return this.textContent?.includes('电池') === true ? 17 : 0;
    });
    open({ giftValues });
    const more = () => within(tile('礼物')).getByText('+1').dataset['isEmpty'];
    expect(more()).toBe('false');
    act(() => within(tile('礼物')).getByRole('button').focus());
    within(tile('礼物')).getByText('104,504 钻石 · 2,370 Bits · 1,204 电池');
    cleanup();
    top.mockReturnValue(0);
    open({ giftValues });
    expect(more()).toBe('true');
    top.mockRestore();
  });

  it.each([
    ['source_cannot', '平台不提供'],
    ['no_source', '没有数据来源'],
    ['source_silent', '来源没数据'],
    ['nothing_yet', '还没有数据'],
    ['not_on_air', '未开播'],
  ] as const)('an unknown figure is a dash with its reason, never 0: %s', (reason, words) => {
    open({ viewers: { known: false, reason } });
    expect(tile('在线人数').textContent).toBe(`在线人数—${words}`);
  });

  it('a known 0 is 0', () => {
    open({ follows: { known: true, value: 0, isApprox: false, without: [] } });
    expect(tile('新增关注').textContent).toContain('0');
  });

  it('marks what is approximate and names what is left out', () => {
    open({
      viewers: { known: true, value: 900, isApprox: true, without: ['kuaishou', 'unheard-of'] },
    });
    expect(within(tile('在线人数')).getByLabelText('约数')).toBeTruthy();
    expect(tile('在线人数').textContent).toContain('不含快手、unheard-of');
  });

  it('money is unknown as long as orders are, and each currency stays apart', () => {
    open({ ordersPaid: { known: false, reason: 'source_cannot' }, paid: [] });
    expect(tile('成交额（已付）').textContent).toBe('成交额（已付）—平台不提供');
  });

  it('says how many orders told no amount instead of a mean', () => {
    const [first] = sampleMetrics().bySource;
    open({ bySource: first === undefined ? [] : [{ ...first, ordersUnpriced: 2 }] });
    expect(tile('成交额（已付）').textContent).toContain('另有 2 单没报金额');
  });

  it('adds no currencies up', () => {
    open({
      paid: [
        { currency: 'USD', exponent: 2, amountMinor: 12_050 },
        { currency: 'CNY', exponent: 2, amountMinor: 500_000 },
      ],
    });
    expect(tile('成交额（已付）').textContent).toBe('成交额（已付）¥5,000+ $120.50');
  });

  it('says that there is no show when no figures come at all', () => {
    const show = { show: null, clock: null, playback: null };
    renderWithRoom(STRIP, {
      language: 'en',
      snapshot: sampleSnapshot({ language: 'en', slices: { metrics: null, show } }),
    });
    expect(tile('Viewers').textContent).toBe('Viewers—not on air');
  });

  it('says that a show’s figures are being read, right after a start', () => {
    renderWithRoom(STRIP, {
      language: 'en',
      snapshot: sampleSnapshot({ language: 'en', slices: { metrics: null } }),
    });
    expect(tile('Viewers').textContent).toBe('Viewers—being read');
  });

  it('says that nothing of the moment is counted while the store takes nothing', () => {
    const { store } = sampleSlices('en');
    const error = { code: 'store_full' as const, params: {} };
    renderWithRoom(STRIP, {
      language: 'en',
      snapshot: sampleSnapshot({
        language: 'en',
        slices: { store: { ...store, state: 'failing', error } },
      }),
    });
    expect(tile('Chat / min').textContent).toContain('—not being stored');
    expect(tile('Viewers').textContent).toBe('Viewers1,284not all is stored');
    expect(tile('Paid orders').textContent).toContain('not all is stored');
  });
});

describe('what stands behind a tile', () => {
  const detail = async (name: string) => {
    open({});
    await userEvent.click(within(tile(name)).getByRole('button'));
    return within(tile(name));
  };
  const rowsOf = (open: Awaited<ReturnType<typeof detail>>) =>
    open.getAllByRole('row').map((row) => row.textContent);

  it('each platform’s part, a silent one apart with since when, and the sum', async () => {
    const time = new Intl.DateTimeFormat('zh-CN', {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(SAMPLE_NOW - 124_000);
    const opened = await detail('在线人数');
    expect(rowsOf(opened)).toEqual([
      '抖抖音1,284',
      'TTwitch— 平台不提供',
      `快快手— 来源没数据${time} 起没数据`,
      '合计1,284',
    ]);
    expect(opened.getByText('没数据的平台两边都不算。')).toBeTruthy();
  });

  it('rates of platforms are never added up', async () => {
    renderWithRoom(STRIP, {
      language: 'en',
      snapshot: sampleSnapshot({
        language: 'en',
        slices: { settings: { ...NO_SETTINGS, damaged: null, tiles: ['averageOrder'] } },
      }),
    });
    act(() => within(tile('Average order')).getByRole('button').focus());
    const opened = within(tile('Average order'));
    expect(rowsOf(opened)).toHaveLength(3);
    expect(opened.getByText(/^Rates are not added up/)).toBeTruthy();
    expect(tile('Average order').textContent).toContain('¥52.28');
    expect(tile('Average order').textContent).toContain('without Twitch, Kuaishou');
  });

  it('one stop of the Tab key, arrows between the tiles, Esc closes', async () => {
    open({});
    const user = userEvent.setup();
    await user.tab();
    expect(tile('在线人数').querySelector('table')).toBeTruthy();
    await user.keyboard('{ArrowRight}');
    expect(tile('在线人数').querySelector('table')).toBeNull();
    expect(tile('进人/5 分钟').querySelector('table')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(tile('进人/5 分钟').querySelector('table')).toBeNull();
    await user.keyboard('{End}{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('成交额（已付）');
    await user.tab();
    expect(document.activeElement?.textContent).toBe('手填数据');
    await user.tab();
    expect(document.activeElement?.textContent).toBe('本场目标');
    await user.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('figures that do not agree are marked, and both are named', () => {
    const off = { name: 'ordersPaid', value: 9_820, sourceId: 1, currency: 'CNY', how: 'typed' };
    const entered = { ...off, asOfTs: SAMPLE_NOW, screenId: null, seq: 9, enteredTs: SAMPLE_NOW };
    const bySource = sampleMetrics().bySource.slice(0, 1);
    open({ bySource, entered: [{ ...entered, name: 'ordersPaid', how: 'typed' }] });
    expect(within(tile('已付订单')).getByLabelText('有数对不上')).toBeTruthy();
    expect(within(tile('在线人数')).queryByLabelText('有数对不上')).toBeNull();
    act(() => within(tile('已付订单')).getByRole('button').focus());
    expect(tile('已付订单').textContent).toContain(
      '对不上：手填的已付订单 9,820，平台报的已付订单 982，差 90%（容许 3%）',
    );
  });

  it('a total says until when a silent platform counts', () => {
    const follows = { known: true, value: 318, isApprox: false, without: ['kuaishou'] } as const;
    open({ follows: { ...follows, without: [...follows.without] } });
    expect(tile('新增关注').textContent).toMatch(/^新增关注318快手 \d\d:\d\d 起没数据$/);
  });
});

describe('sparklinePath', () => {
  const point = (ts: number, viewers: number | null) => ({
    ts,
    viewers,
    chatPerMinute: null,
    ordersPerMinute: null,
  });

  it('lifts the pen where a value is unknown', () => {
    const series = [point(0, 10), point(1, 20), point(2, null), point(3, 20), point(4, 10)];
    const path = sparklinePath(series, 'viewers', 40, 20);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path).not.toContain('NaN');
  });

  it('draws nothing of nothing', () => {
    expect(sparklinePath([], 'viewers', 40, 20)).toBe('');
    expect(sparklinePath([point(0, 1)], 'viewers', 40, 20)).toBe('');
    expect(sparklinePath([point(0, null), point(1, null)], 'viewers', 40, 20)).toBe('');
  });
});
