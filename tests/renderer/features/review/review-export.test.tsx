import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';

import { ExportMenu } from '#renderer/features/review/report/ExportMenu.tsx';
import { Findings } from '#renderer/features/review/findings/Findings.tsx';
import { TotalTiles } from '#renderer/features/review/TotalTiles.tsx';
import { readCells } from '#shared/rules/product-paste/paste-cells.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

type File = { readonly name: string; readonly text: string };
type Patch = Parameters<typeof sampleReview>[1];

/** By the list of the button, as everybody does it. */
function choose(kind: string): void {
  fireEvent.click(screen.getByRole('button', { name: '导出' }));
  fireEvent.click(screen.getByRole('menuitem', { name: new RegExp(`^${kind}`) }));
}

/** The core's answer with what is worked out after the page. */
async function whole(room: ReturnType<typeof renderWithRoom>, patch: Patch): Promise<void> {
  await act(async () => room.transport.reply('review.whole', sampleReview('zh-CN', patch)));
}

async function exportOf(
  kind: string,
  patch: Patch = {},
): Promise<{ files: readonly File[]; room: ReturnType<typeof renderWithRoom> }> {
  const room = renderWithRoom(<ExportMenu review={sampleReview('zh-CN', patch)} />, {
    language: 'zh-CN',
    snapshot: sampleSnapshot({ language: 'zh-CN', slices: {}, seq: 1 }),
  });
  choose(kind);
  await whole(room, patch);
  await vi.waitFor(() => expect(room.transport.commands.at(-1)?.name).not.toBe('review.whole'));
  const input = Object(room.transport.commands.at(-1)?.input);
  expect(input.showId).toBe(7);
  return { files: input.files, room };
}

function render(patch: Patch): void {
  const review = sampleReview('zh-CN', patch);
  renderWithRoom(
    <>
      <TotalTiles review={review} />
      <Findings review={review} />
    </>,
    { language: 'zh-CN', snapshot: null },
  );
}

const pageOf = (text: string): Document => new DOMParser().parseFromString(text, 'text/html');

test('tiles say the change against the show before and the median of those there are', () => {
  render({});
  const paid = screen.getByText('成交额 已付').parentElement;
  expect(paid?.textContent).toContain('上场 +25% · 中位 +25%');
  expect(screen.getByText('GPM').parentElement?.textContent).toContain('—');
  expect(screen.getByText(/最近的是“初秋上新 3”；中位数取最近 3 场/)).toBeTruthy();
});

test('three findings, each with its evidence, what to change and how to prove it', () => {
  render({});
  const cards = screen.getAllByRole('article').map((card) => card.textContent);
  expect(cards).toHaveLength(3);
  expect(cards[0]).toContain('货 · 讲解 18:20 · 26 单');
  expect(cards[0]).toContain('约 −¥6,100 到 −¥24,000');
  expect(cards[1]).toContain('约 +50 到 +98 单');
  expect(cards[1]).toContain('2 次对照');
  expect(cards[2]).toContain('来源断线，少了 2:00 的数据');
  for (const card of cards) expect(card).toMatch(/下场：.*验证：/);
});

test('fewer than three say why, and a demo is compared with nothing', () => {
  const { comparison } = sampleReview('zh-CN', {});
  render({
    findings: [],
    quiet: [{ detector: 'slow_product', reason: 'no_orders' }],
    comparison: { ...comparison, shows: [], reason: 'not_live' },
  });
  expect(screen.getByText('没有一件事有足够的依据。')).toBeTruthy();
  expect(screen.getByText('讲得久、卖得慢的商品：没有订单数据')).toBeTruthy();
  expect(screen.getByText('示例、重放和彩排不与以往的场次比较。')).toBeTruthy();
});

test('the page needs nothing but itself and says what the screen says', async () => {
  const { files } = await exportOf('网页');
  expect(files.map(({ name }) => name)).toEqual(['review.html']);
  const page = pageOf(files[0]?.text ?? '');
  expect(page.querySelectorAll('script,link,img,iframe,[src],[href]')).toHaveLength(0);
  expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain(
    "default-src 'none'",
  );
  expect(page.querySelector('h1')?.textContent).toBe('秋季亚麻专场 复盘');
  expect(page.querySelectorAll('article')).toHaveLength(3);
  const rowsOf = (title: string): number =>
    [...page.querySelectorAll('div.table')]
      .find((section) => section.querySelector('h3')?.textContent === title)
      ?.querySelectorAll('tbody tr').length ?? 0;
  expect(['商品', '弹讲解', '给主播的提示', '每分钟走势'].map(rowsOf)).toEqual([6, 2, 3, 163]);
  expect(page.body.textContent).toContain('¥108,402');
  expect(page.body.textContent).toContain('货架 42 ms; 主播屏 310 ms');
});

test('what strangers wrote is only ever text in it', async () => {
  const hostile = '<img src=x onerror=canary(1)>"\'&</style><script>canary(1)</script>';
  const { show, cues } = sampleReview('zh-CN', {});
  const { files } = await exportOf('网页', {
    show: { ...show, title: hostile },
    cues: cues.map((cue) => ({ ...cue, text: hostile })),
    marks: [{ seq: 1, ts: show.startedTs ?? 0, kind: 'bookmark', label: hostile }],
  });
  const page = pageOf(files[0]?.text ?? '');
  expect(page.querySelectorAll('script,img')).toHaveLength(0);
  expect(page.querySelector('h1')?.textContent).toBe(`${hostile} 复盘`);
});

test('each table is a CSV with raw numbers and guarded texts', async () => {
  const { files } = await exportOf('CSV 表格');
  const names = files.map(({ name }) => name);
  for (const name of ['scorecard.csv', 'products.csv', 'pushes.csv']) expect(names).toContain(name);
  expect(names).toContain('minutes.csv');
  expect(new Set(names).size).toBe(names.length);
  expect(files.every(({ text }) => text.startsWith('\uFEFF"'))).toBe(true);
  const textOf = (file: string): string => files.find(({ name }) => name === file)?.text ?? '';
  const products = readCells(textOf('products.csv')).map(({ cells }) => cells);
  expect(products[0]).toEqual(['商品', '讲解', '次数', '订单', '件', '成交额', '每分钟']);
  expect(products[1]).toEqual(['2 亚麻衬衫 立领', '1450', '2', '210', '210', '31290', '1294.76']);
  expect(textOf('cues.csv')).toContain('"\'=喝口水"');
});

test('photos of marks are in the page itself, and what cannot be read is left out', async () => {
  const [kept, gone] = ['a'.repeat(64), 'b'.repeat(64)];
  const answers = vi.fn((path: string) =>
    Promise.resolve({
      ok: path.includes(kept),
      blob: () => Promise.resolve(new Blob(['picture'], { type: 'image/webp' })),
    }),
  );
  vi.stubGlobal('fetch', answers);
  const { show } = sampleReview('zh-CN', {});
  const at = { ts: show.startedTs ?? 0, writtenTs: 1, note: '灯太暗 <b>' };
  const { files } = await exportOf('网页', {
    notes: [
      { ...at, seq: 1, imageId: kept },
      { ...at, seq: 2, imageId: gone },
    ],
  });
  vi.unstubAllGlobals();
  const photos = pageOf(files[0]?.text ?? '').querySelectorAll('figure');
  expect(photos).toHaveLength(1);
  expect(photos[0]?.querySelector('img')?.src).toBe(`data:image/webp;base64,${btoa('picture')}`);
  expect(photos[0]?.querySelector('figcaption')?.textContent).toContain('灯太暗 <b>');
});

test('where it lies is said and can be copied; a refusal is said', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue(undefined);
  vi.stubGlobal('isSecureContext', true);
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  const { room } = await exportOf('网页');
  await act(async () => room.transport.reply('review.export', { path: '/data/exports/a.html' }));
  expect(screen.getByRole('status').textContent).toContain('/data/exports/a.html');
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '复制路径' })));
  expect(writeText).toHaveBeenCalledWith('/data/exports/a.html');
  choose('CSV 表格');
  await whole(room, {});
  await act(async () => room.transport.refuse('review.export', 'store_full'));
  expect(screen.getByRole('alert').textContent).toContain('磁盘已满');
  vi.unstubAllGlobals();
});
