import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { ReviewPage } from '#renderer/features/review/ReviewPage.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { Review } from '#shared/model/review.ts';
import { ShowId } from '#shared/model/ids.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';
import { sampleSlices, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

// The canvas is looked at in a browser; here the figures count.
vi.mock('uplot', () => import('#tests/support/no-plot.ts'));

class NoResize {
  observe(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', NoResize);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  useDeskStore.getState().showLive();
});

function renderReview(language: 'zh-CN' | 'en') {
  const { show } = sampleSlices(language);
  const ended = show.show === null ? null : { ...show.show, state: 'ended' as const };
  return renderWithRoom(<ReviewPage showId={ShowId.parse(7)} />, {
    language,
    snapshot: sampleSnapshot({ language, slices: { show: { ...show, show: ended } } }),
  });
}

async function renderReady(language: 'zh-CN' | 'en', patch: Parameters<typeof sampleReview>[1]) {
  const room = renderReview(language);
  const review = sampleReview(language, patch);
  await act(async () => {
    room.transport.reply('review.get', review);
    await Promise.resolve();
  });
  return { room, review };
}

function tile(label: string): HTMLElement {
  const found = screen.getByText(label, { selector: 'dt' }).parentElement;
  if (found === null) throw new Error(`no tile ${label}`);
  return found;
}

function cells(table: string, row: number): (string | null)[] {
  const rows = within(screen.getByRole('region', { name: table })).getAllByRole('row');
  return [...(rows[row]?.children ?? [])].map((cell) => cell.textContent);
}

describe('totals', () => {
  test('say the figures of the review, each with its note', async () => {
    const { review } = await renderReady('zh-CN', {});
    const sum = (pick: (minute: Review['minutes'][number]) => number): string =>
      review.minutes.reduce((total, minute) => total + pick(minute), 0).toLocaleString('zh-CN');
    expect(tile('已付订单').textContent).toContain(sum((minute) => minute.ordersPaid));
    expect(tile('弹幕').textContent).toContain(sum((minute) => minute.chats));
    expect(tile('成交额 已付').textContent).toBe('成交额 已付¥108,402上场 +25% · 中位 +25%');
    expect(tile('提示').textContent).toBe('提示3讲完 2，中位 18 s');
  });

  test('an unknown figure is a dash with its reason, never 0', async () => {
    await renderReady('zh-CN', {});
    expect(tile('场观').textContent).toContain('—');
    expect(tile('场观').textContent).toContain('平台不提供');
  });

  test('an approximate figure is marked and says who is left out', async () => {
    await renderReady('zh-CN', {});
    expect(tile('最高在线').textContent).toMatch(/≈1,\d{3}不含 Twitch/);
  });
});

describe('tables', () => {
  test('products are ordered by what they brought', async () => {
    await renderReady('zh-CN', {});
    expect(cells('商品', 1)).toEqual([
      '2亚麻衬衫 立领主推',
      '24:10',
      '2',
      '210',
      '210',
      '¥31,290',
      '¥1,295',
    ]);
    expect(cells('商品', 6)).toEqual(['8乐福鞋返场', '—', '0', '0', '0', '¥0', '—']);
  });

  test('pushes show how each target answered', async () => {
    await renderReady('en', {});
    expect(cells('Pins', 1)[4]).toBe('Shelf 42 msHost screen 310 msOverlay failed');
  });

  test('pushes show what came in around them; questions when they are counted', async () => {
    const span = (fromTs: number, chats: number) => ({
      fromTs,
      toTs: fromTs + 120_000,
      viewersMean: 80,
      chats,
      questions: null,
      clicks: null,
      ordersPaid: 2,
      paidMinor: 33_800,
    });
    const airing = { before: span(0, 20), during: span(120_000, 60), after: span(240_000, 10) };
    const [first, ...others] = sampleReview('en', {}).pushes;
    if (first === undefined) throw new Error('the sample has pushes');
    const pushes = [{ ...first, currency: 'CNY', airing }, ...others];
    const { room } = await renderReady('en', { pushes });
    const table = 'Around each pin: 3 min before → on → 3 min after';
    expect(cells(table, 1).slice(2)).toEqual([
      '80 → 80 → 80',
      '10 → 30 → 5',
      'counting…',
      '2 → 2 → 2',
      '¥338 → ¥338 → ¥338',
    ]);
    await act(async () => {
      const asked = { pushId: first.pushId, before: 3, during: 21, after: 0 };
      room.transport.reply('review.asked', { pushes: [asked] });
      await Promise.resolve();
    });
    expect(cells(table, 1)[4]).toBe('3 → 21 → 0');
    // Nobody knows clicks: their column is not drawn, and that is said.
    expect(screen.getAllByText('Columns with nothing in them are not shown: Clicks.').length).toBe(
      1,
    );
  });

  test('cues show state and delays', async () => {
    await renderReady('zh-CN', {});
    expect(cells('给主播的提示', 1).slice(1)).toEqual([
      '报价',
      '199，169，券后 149',
      '讲完了',
      '0.2 s',
      '14 s',
      '快卖完 · 照发',
    ]);
    expect(cells('给主播的提示', 3).slice(3)).toEqual(['已显示', '0.2 s', '—', '']);
  });

  test('gaps are said with their cause, in the header too', async () => {
    await renderReady('zh-CN', {});
    expect(cells('缺口', 1)).toEqual(['13:40–13:42', '2:00', '来源断线', 'Twitch', '不知道']);
    expect(screen.getByRole('banner').textContent).toContain(
      'Twitch（推流断 1 次 0:48；数据断 1 次 2:00）',
    );
  });

  test('warnings say what was said, their evidence and when they were seen', async () => {
    await renderReady('en', {});
    expect(cells('Platform warnings', 1)).toEqual([
      '13:58',
      'Douyin',
      'warning · noted by hand',
      'Contact details in the picture',
      'Screenshot in the team chat',
      '13:59',
    ]);
  });

  test('what was done in the chats says to whom and what came of it', async () => {
    await renderReady('en', {});
    expect(cells('Done in the chat', 2).slice(1)).toEqual([
      'Douyin',
      'timeout · 10 min',
      'deals_here',
      '—',
      'done',
    ]);
    expect(cells('Done in the chat', 3).slice(2)).toEqual([
      'reply',
      'Rain',
      'Black is in stock, link 2',
      'refused · too many lines, try again in 6 s',
    ]);
  });

  test('empty tables say so', async () => {
    const { review } = await renderReady('zh-CN', {
      products: [],
      pushes: [],
      cues: [],
      gaps: [],
      warnings: [],
      promises: [],
      acts: [],
      minutes: [],
    });
    expect(review.minutes).toHaveLength(0);
    for (const words of ['没有商品', '没有弹过讲解', '没有发过提示', '没有走势数据']) {
      expect(screen.getByText(words, { exact: false })).toBeTruthy();
    }
  });

  test('a table is copied for a spreadsheet, formulas disarmed', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue(undefined);
    vi.stubGlobal('isSecureContext', true);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    await renderReady('zh-CN', {});
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: '复制表格：给主播的提示' }));
      await Promise.resolve();
    });
    const lines = writeText.mock.calls[0]?.[0].split('\n') ?? [];
    expect(lines[0]).toBe('时间\t类型\t内容\t状态\t显示用时\t讲完用时\t由哪条规则提议');
    expect(lines[1]).toBe(
      '2025-10-18T13:26:00.000Z\t报价\t199，169，券后 149\t讲完了\t0.19\t14.2\t快卖完 · 照发',
    );
    expect(lines[3]).toContain("\t'=喝口水\t");
  });
});

test('the timeline has the same figures as a table, with its marks', async () => {
  const { review } = await renderReady('zh-CN', {});
  fireEvent.click(screen.getByRole('tab', { name: '表' }));
  const rows = within(screen.getByRole('tabpanel')).getAllByRole('row');
  expect(rows).toHaveLength(review.minutes.length + 1);
  const first = review.minutes[12];
  expect(rows[13]?.textContent).toBe(
    `12:12${String(first?.viewers)}${String(first?.chats)}${String(first?.ordersPaid)}弹讲解 1`,
  );
  expect(rows[101]?.textContent).toContain('—');
});

test('loading, then an error with a way to try again', async () => {
  const room = renderReview('zh-CN');
  expect(screen.getByText('正在算这一场…')).toBeTruthy();
  await act(async () => {
    room.transport.refuse('review.get', 'unknown_show');
    await Promise.resolve();
  });
  expect(screen.getByRole('alert').textContent).toContain('找不到这一场');
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  const asked = room.transport.commands.filter((command) => command.name === 'review.get');
  expect(asked).toHaveLength(2);
  expect(screen.getByText('正在算这一场…')).toBeTruthy();
});

test('the show just ended is left for a new one; a past one only goes back', async () => {
  const { room } = await renderReady('zh-CN', {});
  fireEvent.click(screen.getByRole('button', { name: '开新的一场' }));
  expect(room.transport.commands.some((command) => command.name === 'show.leave')).toBe(true);
  cleanup();

  const past = renderWithRoom(<ReviewPage showId={ShowId.parse(3)} />, {
    language: 'zh-CN',
    snapshot: sampleSnapshot({}),
  });
  useDeskStore.getState().showReview(ShowId.parse(3));
  fireEvent.click(screen.getByRole('button', { name: '返回' }));
  await vi.waitFor(() => expect(useDeskStore.getState().view).toEqual({ name: 'live' }));
  expect(past.transport.commands.some((command) => command.name === 'show.leave')).toBe(false);
});
