import { useDeskStore } from '#renderer/store/desk-store.ts';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { CuePanel } from '#renderer/features/cues/CuePanel.tsx';
import { ArmedCard } from '#renderer/features/shelf/ArmedCard.tsx';
import { ShelfPanel } from '#renderer/features/shelf/ShelfPanel.tsx';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleShelf, type SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW, sampleSnapshot } from '#tests/support/sample-snapshot.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

beforeEach(stubLayout);

useSampleTime();

type Shelf = SliceInputs['shelf'];

const ARMED: NonNullable<Shelf['armed']> = {
  productId: 3,
  linkNumber: 3,
  expiresTs: SAMPLE_NOW + 14_000,
  linkedCueText: null,
  preview: [
    { target: 'shelf', isConnected: true },
    { target: 'anchor', isConnected: true },
    { target: 'overlay', isConnected: false },
    { target: 'cue', isConnected: true },
  ],
  warnings: [],
};

const PUSH: NonNullable<Shelf['lastPush']> = {
  id: 9,
  productId: 3,
  linkNumber: 3,
  goTs: SAMPLE_NOW,
  undoUntilTs: SAMPLE_NOW + 5_000,
  state: 'on_shelf',
  cueId: null,
  targets: [
    { target: 'shelf', state: 'ok', reason: null, delayMs: 40 },
    { target: 'anchor', state: 'waiting', reason: null, delayMs: null },
    { target: 'overlay', state: 'none', reason: null, delayMs: null },
    { target: 'cue', state: 'failed', reason: 'no_answer', delayMs: null },
  ],
};

function desk(patch: Partial<Shelf>): DeskUnderTest {
  return renderDesk(
    <>
      <ArmedCard />
      <ShelfPanel />
      <CuePanel alerts={null} />
    </>,
    { language: 'zh-CN', slices: { shelf: { ...sampleShelf('zh-CN'), ...patch } } },
  );
}

const card = (): HTMLElement => screen.getByRole('region', { name: '备品与弹讲解' });
const goButton = (): HTMLElement => screen.getByRole('button', { name: /弹讲解 GO/ });

describe('arming', () => {
  test('a digit arms the product with that link number at once', async () => {
    const { user, sent } = desk({});
    await user.keyboard('3');
    expect(sent()).toEqual([{ name: 'shelf.arm', input: { linkNumber: 3 } }]);
  });

  test('two digits arm from 10 on; a single one waits for its window', async () => {
    const items = Array.from({ length: 12 }, (_, index) => ({
      ...sampleShelf('zh-CN').items[index % 8]!,
      productId: index + 1,
      linkNumber: index + 1,
      code: `c${index}`,
    }));
    const { user, sent, pass } = desk({ items });
    await user.keyboard('12');
    expect(sent()).toEqual([{ name: 'shelf.arm', input: { linkNumber: 12 } }]);
    await user.keyboard('1');
    await pass(599);
    expect(sent()).toHaveLength(1);
    await pass(1);
    expect(sent()[1]).toEqual({ name: 'shelf.arm', input: { linkNumber: 1 } });
  });

  test('a number that is not on the shelf is said and arms nothing', async () => {
    const { user, sent } = desk({});
    await user.keyboard('9');
    expect(sent()).toEqual([]);
    expect(within(card()).getByText('货架上没有 9 号链接')).toBeTruthy();
  });

  test('a refusal is said at the card', async () => {
    const { user, refuse } = desk({});
    await user.keyboard('3');
    await refuse('shelf.arm', 'show_not_running');
    expect(within(card()).getByRole('alert').textContent).toContain('现在没有正在进行的场次');
  });

  test('shows what will go out: prices, targets, warnings, linked cue and time left', async () => {
    const { pass } = desk({
      armed: { ...ARMED, warnings: ['price_unknown'], linkedCueText: '报价格' },
    });
    const text = (): string => card().textContent;
    expect(text()).toContain('亚麻西装外套 宽松款');
    expect(text()).toContain('¥259');
    expect(text()).toContain('还没有价格');
    expect(text()).toContain('同时提示：报价格');
    expect(text()).toContain('画面 未连接');
    expect(text()).toContain('14 s 后取消');
    await pass(3_000);
    expect(text()).toContain('11 s 后取消');
  });

  test('an Enter that comes before the card pins nothing and is not swallowed', async () => {
    const { user, sent, reply } = desk({});
    await user.keyboard('3{Enter}');
    expect(sent()).toEqual([{ name: 'shelf.arm', input: { linkNumber: 3 } }]);
    await reply('shelf.arm', ARMED);
    expect(within(card()).getByText(/Enter 按得比卡片早/)).toBeTruthy();
  });

  test('Esc disarms', async () => {
    const { user, sent } = desk({ armed: ARMED });
    await user.keyboard('{Escape}');
    expect(sent()).toEqual([{ name: 'shelf.disarm', input: {} }]);
  });
});

describe('GO', () => {
  test('Enter sends the product of the visible card, once, however long it is held', async () => {
    const { user, sent } = desk({ armed: ARMED });
    await user.keyboard('{Enter>6/}');
    await user.keyboard('{Enter}');
    expect(sent()).toEqual([{ name: 'shelf.go', input: { productId: 3 } }]);
  });

  test('the button sends it too, and a pointer leaves the keys to the desk', async () => {
    const { user, sent, reply } = desk({ armed: ARMED });
    await user.click(goButton());
    expect(sent()).toEqual([{ name: 'shelf.go', input: { productId: 3 } }]);
    await reply('shelf.go', { pushId: 9 });
    expect(document.activeElement).toBe(document.body);
  });

  test('a held Enter on the focused button goes once', async () => {
    const { sent } = desk({ armed: ARMED });
    act(() => goButton().focus());
    const isTaken = !fireEvent.keyDown(goButton(), { key: 'Enter', repeat: true });
    expect(isTaken).toBe(true);
    expect(sent()).toEqual([]);
  });

  test('waits while another product is being armed', async () => {
    const { user, sent, reply } = desk({ armed: ARMED });
    await user.keyboard('5{Enter}');
    expect(sent().map(({ name }) => name)).toEqual(['shelf.arm']);
    await reply('shelf.arm', { ...ARMED, productId: 5, linkNumber: 5 });
    await user.keyboard('{Enter}');
    expect(sent().map(({ name }) => name)).toEqual(['shelf.arm', 'shelf.go']);
  });

  test('is not Enter in a text field', async () => {
    const { user, sent } = desk({ armed: ARMED });
    await user.click(screen.getByRole('searchbox', { name: '筛选商品' }));
    await user.keyboard('3{Enter}');
    expect(sent()).toEqual([]);
  });

  test('is not Enter on another focused button', async () => {
    useDeskStore.getState().showCueTab('deck');
    const { user, sent } = desk({ armed: ARMED });
    act(() => screen.getByRole('button', { name: /发送：喝口水/ }).focus());
    await user.keyboard('{Enter}');
    expect(sent().map(({ name }) => name)).toEqual(['cue.sendCard']);
  });

  test('is not an Enter that ends a composition', () => {
    const { sent } = desk({ armed: ARMED });
    fireEvent.keyDown(document.body, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(document.body, { key: 'Enter', keyCode: 229 });
    fireEvent.keyDown(document.body, { key: '3', isComposing: true });
    expect(sent()).toEqual([]);
  });

  test('is refused here while the link is lost, instead of firing later', async () => {
    const { user, transport, sent } = desk({ armed: ARMED });
    act(() => transport.lose('lost'));
    await user.keyboard('{Enter}');
    expect(within(card()).getByRole('alert').textContent).toContain('没有执行');
    act(() => {
      transport.connect();
      transport.receive({ type: 'snapshot', snapshot: sampleSnapshot({}) });
    });
    expect(sent()).toEqual([]);
  });

  test('a refusal is said and the next GO is free', async () => {
    const { user, sent, refuse } = desk({ armed: ARMED });
    await user.keyboard('{Enter}');
    await refuse('shelf.go', 'armed_product_changed');
    expect(within(card()).getByRole('alert').textContent).toContain('就绪的商品刚刚换了');
    await user.keyboard('{Enter}');
    expect(sent()).toHaveLength(2);
  });
});

describe('after GO', () => {
  test('every target says what became of it', () => {
    desk({ lastPush: { ...PUSH, targets: [...PUSH.targets].reverse() } });
    const answers = within(card())
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(answers).toEqual([
      '✓货架已到 <0.1 s',
      '…主播屏等待回应',
      '–画面未连接，没有发',
      '✕提示失败：没有按时回应',
    ]);
  });

  test('Ctrl+Z undoes this push while its seconds last, and not after', async () => {
    const { user, sent, reply, pass } = desk({ lastPush: PUSH });
    expect(card().textContent).toContain('还剩 5 s');
    await user.keyboard('{Control>}z{/Control}');
    expect(sent()).toEqual([{ name: 'shelf.undo', input: { pushId: 9 } }]);
    await reply('shelf.undo', {});
    await pass(5_000);
    expect(screen.queryByRole('button', { name: /撤销/ })).toBe(null);
    await user.keyboard('{Meta>}z{/Meta}');
    expect(sent()).toHaveLength(1);
  });

  test('never counts more seconds than there were, though this clock is behind', () => {
    desk({ lastPush: { ...PUSH, undoUntilTs: SAMPLE_NOW + 5_200 } });
    expect(screen.getByRole('button', { name: /撤销/ }).textContent).toContain('还剩 5 s');
  });

  test('can be undone by the pointer while the next product is armed', async () => {
    const { user, sent } = desk({
      lastPush: { ...PUSH, productId: 2, linkNumber: 2 },
      armed: ARMED,
    });
    expect(card().textContent).toContain('2 号有 1 处失败');
    await user.click(screen.getByRole('button', { name: /撤销 2 号/ }));
    expect(sent()).toEqual([{ name: 'shelf.undo', input: { pushId: 9 } }]);
  });

  test('an undone push says so', () => {
    desk({ lastPush: { ...PUSH, state: 'undone' } });
    expect(card().textContent).toContain('已撤销 · 3 号链接');
  });
});

describe('places beside the desk’s own screens', () => {
  const shop = { target: 'webhook', outletId: 7, name: '自家后台' } as const;

  test('the armed card names each with what it will get, or why it gets nothing', () => {
    desk({
      armed: {
        ...ARMED,
        preview: [
          ...ARMED.preview,
          { target: 'chat', outletId: 5, name: '抖音聊天', isConnected: true, text: '3 号链接' },
          { ...shop, isConnected: false, problem: 'key_missing' },
        ],
      },
    });
    expect(card().textContent).toContain('抖音聊天3 号链接');
    expect(card().textContent).toContain('自家后台 还没有密钥');
  });

  test('each answers in words: arrived, failed with a status, not known, taken back', () => {
    const held = { reason: null, delayMs: null };
    desk({
      lastPush: {
        ...PUSH,
        targets: [
          { ...shop, state: 'failed', reason: 'http_410', delayMs: null },
          {
            ...shop,
            outletId: 8,
            name: '二号',
            state: 'unknown',
            reason: 'no_answer',
            delayMs: null,
          },
          {
            target: 'obs',
            outletId: 9,
            name: '直播间 OBS',
            state: 'ok',
            reason: null,
            delayMs: 80,
            reverse: { ...held, state: 'failed', reason: 'not_connected' },
          },
        ],
      },
    });
    expect(card().textContent).toContain('失败：对方回应 410');
    expect(card().textContent).toContain('不清楚：没有按时回应');
    expect(card().textContent).toContain('没收回：没连上');
  });

  test('what is done by hand is confirmed with one key', async () => {
    const { user, sent } = desk({
      lastPush: {
        ...PUSH,
        targets: [
          {
            target: 'manual',
            outletId: 6,
            name: '快手后台',
            text: '3 号链接',
            state: 'waiting',
            reason: null,
            delayMs: null,
          },
        ],
      },
    });
    expect(within(card()).getByText('3 号链接')).toBeTruthy();
    await user.keyboard('h');
    expect(sent()).toEqual([
      { name: 'outlet.confirm', input: { pushId: 9, outletId: 6, isDone: true } },
    ]);
  });
});

describe('what stops a push', () => {
  test('stands on the card; its key overrules it and GO is another press', async () => {
    const { user, sent } = desk({ armed: { ...ARMED, guards: ['stock_last'] } });
    expect(within(card()).getByRole('alert').textContent).toContain('拦下：只剩几件');
    expect(screen.queryByRole('button', { name: /弹讲解 GO/ })).toBeNull();
    await user.keyboard('o');
    expect(sent()).toEqual([{ name: 'shelf.overrule', input: { productId: 3 } }]);
  });

  test('says both values where a platform has another price', () => {
    const guards: SliceInputs['shelf']['armed'] = {
      ...ARMED,
      guards: ['platform_price', 'platform_stock'],
      mismatches: [
        { platform: 'douyin', field: 'price', card: 16_900, platformSays: 19_900 },
        { platform: 'twitch', field: 'stock', card: null, platformSays: 0 },
      ],
    };
    desk({ armed: guards });
    expect(screen.getByText(/抖音 价格 ¥199，卡片写 ¥169/).textContent).toContain(
      'Twitch 库存 0，卡片写 —',
    );
  });

  test('overruled, it is still said and GO is there', async () => {
    const { user, sent } = desk({ armed: { ...ARMED, guards: ['sold_out'], isOverruled: true } });
    expect(within(card()).getByRole('alert').textContent).toContain('已放行：已标记售罄');
    await user.click(goButton());
    expect(sent()).toEqual([{ name: 'shelf.go', input: { productId: 3 } }]);
  });
});
