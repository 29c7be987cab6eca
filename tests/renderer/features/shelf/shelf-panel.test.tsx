import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { ShelfPanel } from '#renderer/features/shelf/ShelfPanel.tsx';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleShelf, type SliceInputs } from '#tests/support/sample-room.ts';

useSampleTime();

function desk(patch: Partial<SliceInputs['shelf']>): DeskUnderTest {
  const shelf = { ...sampleShelf('zh-CN'), ...patch };
  return renderDesk(<ShelfPanel />, { language: 'zh-CN', slices: { shelf } });
}

const list = (): HTMLElement => screen.getByRole('list', { name: '本场商品，按链接号' });
const rows = (): readonly HTMLElement[] => within(list()).getAllByRole('listitem');
const row = (name: RegExp): HTMLElement => within(list()).getByRole('button', { name });
const orderIn = (input: unknown): unknown => Object(input).productIds;

describe('the list', () => {
  test('keeps the order of link numbers, the product on the shelf apart from it', () => {
    desk({});
    expect(rows().map((item) => item.querySelector('span')?.textContent)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
    ]);
    expect(screen.getByRole('region', { name: '讲解中' }).textContent).toContain('亚麻衬衫 立领');
  });

  test('says states in words: on the shelf, armed, sold out, nearly gone', () => {
    desk({
      armed: {
        productId: 3,
        linkNumber: 3,
        expiresTs: 1,
        linkedCueText: null,
        preview: [],
        warnings: [],
      },
    });
    expect(row(/^2 号链接 亚麻衬衫.*讲解中/)).toBeTruthy();
    expect(row(/^3 号链接 亚麻西装外套.*就绪/)).toBeTruthy();
    expect(row(/^4 号链接 帆布袋.*售罄/)).toBeTruthy();
    expect(row(/^5 号链接 阔腿裤.*库存 9/)).toBeTruthy();
  });

  test('the time of what is on the shelf stands above the list alone', () => {
    const { items } = sampleShelf('zh-CN');
    desk({ items: items.map((item) => ({ ...item, airtimeMs: 65_000 })) });
    expect(row(/^2 号链接/).textContent).not.toContain('已讲');
    expect(row(/^2 号链接.*已讲 1:05/)).toBeTruthy();
    expect(row(/^3 号链接/).textContent).toContain('已讲 1:05');
  });

  test('a press on a row arms it, the pointer leaves the keys to the desk', async () => {
    const { user, sent } = desk({});
    await user.click(row(/^5 号链接/));
    expect(sent()).toEqual([{ name: 'shelf.arm', input: { linkNumber: 5 } }]);
    expect(document.activeElement).toBe(document.body);
  });

  test('filters by name, code and link number; Esc clears and gives the keys back', async () => {
    const { user, sent } = desk({});
    await user.keyboard('s');
    await user.keyboard('亚麻');
    expect(rows()).toHaveLength(2);
    await user.clear(screen.getByRole('searchbox'));
    await user.keyboard('scarf');
    expect(rows()).toHaveLength(1);
    await user.clear(screen.getByRole('searchbox'));
    await user.keyboard('没有');
    expect(screen.getByText('没有符合“没有”的商品')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(rows()).toHaveLength(8);
    await user.keyboard('4');
    expect(sent()).toEqual([{ name: 'shelf.arm', input: { linkNumber: 4 } }]);
  });

  test('marks sold out and back', async () => {
    const { user, sent } = desk({});
    await user.click(within(list()).getByRole('button', { name: /^标记售罄 乐福鞋/ }));
    await user.click(within(list()).getByRole('button', { name: /^恢复有货 帆布袋 大号/ }));
    expect(sent()).toEqual([
      { name: 'shelf.setSoldOut', input: { productId: 8, isSoldOut: true } },
      { name: 'shelf.setSoldOut', input: { productId: 4, isSoldOut: false } },
    ]);
  });
});

describe('the order', () => {
  test('arrow keys walk, Alt and arrow keys move; the focus stays with the product', async () => {
    const { user, sent, change, sample, reply } = desk({});
    act(() => row(/^1 号链接/).focus());
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(row(/^2 号链接/));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(sent().map(({ input }) => orderIn(input))).toEqual([[2, 1, 3, 4, 5, 6, 7, 8]]);

    const [first, second, ...others] = sample.shelf.items;
    const items = [{ ...second!, linkNumber: 1 }, { ...first!, linkNumber: 2 }, ...others];
    change({ shelf: { ...sample.shelf, items } });
    await reply('shelf.reorder', {});
    expect(document.activeElement).toBe(row(/^1 号链接 亚麻衬衫/));
    expect(screen.getByText('亚麻衬衫 立领 已移到 1 号')).toBeTruthy();
  });

  test('quick steps build on the order that was asked for', async () => {
    const { user, sent } = desk({});
    act(() => row(/^1 号链接/).focus());
    await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
    expect(sent().map(({ input }) => orderIn(input))).toEqual([
      [2, 1, 3, 4, 5, 6, 7, 8],
      [2, 3, 1, 4, 5, 6, 7, 8],
    ]);
  });

  test('nothing is sent at the ends of the list', async () => {
    const { user, sent } = desk({});
    act(() => row(/^1 号链接/).focus());
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(sent()).toEqual([]);
  });

  test('dragging a row moves it', () => {
    const { sent } = desk({});
    const [first, , third] = rows();
    fireEvent.dragStart(first!);
    fireEvent.dragOver(third!, { clientY: 10 });
    fireEvent.drop(third!);
    expect(sent().map(({ input }) => orderIn(input))).toEqual([[2, 3, 1, 4, 5, 6, 7, 8]]);
  });

  test('a refusal is said in the shelf and the order stays', async () => {
    const { user, refuse } = desk({});
    act(() => row(/^1 号链接/).focus());
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await refuse('shelf.reorder', 'store_full');
    expect(screen.getByRole('alert').textContent).toContain('磁盘已满');
    expect(row(/^1 号链接 T恤/)).toBeTruthy();
  });
});

describe('the product on the shelf', () => {
  test('counts its time on air with the show clock', async () => {
    const { pass } = desk({});
    const current = screen.getByRole('region', { name: '讲解中' });
    expect(current.textContent).toContain('8:08');
    await pass(2_000);
    expect(current.textContent).toContain('8:10');
    expect(current.textContent).toContain('券后 ¥149');
    expect(current.textContent).toContain('186 单');
  });

  test('is taken down by its button', async () => {
    const { user, sent } = desk({});
    await user.click(screen.getByRole('button', { name: '下掉讲解' }));
    expect(sent()).toEqual([{ name: 'shelf.takeDown', input: {} }]);
  });

  test('the place stays when nothing is on the shelf', () => {
    desk({ current: null });
    expect(screen.getByText(/货架上没有正在讲的商品/)).toBeTruthy();
  });
});

describe('the product sheet', () => {
  test('adds a product: typed decimals become minor units', async () => {
    const { user, sent, reply } = desk({});
    await user.click(screen.getByRole('button', { name: '添加商品' }));
    const sheet = within(screen.getByRole('dialog', { name: '添加商品' }));
    await user.type(sheet.getByLabelText('名称'), '羊绒围巾');
    await user.type(sheet.getByLabelText('现价'), '259.9');
    await user.type(sheet.getByLabelText('库存'), '40{Enter}');
    expect(sent()).toHaveLength(1);
    expect(sent()[0]).toMatchObject({
      name: 'shelf.putProduct',
      input: {
        linkNumber: null,
        fields: { name: '羊绒围巾', code: 'P9', priceMinor: 25_990, stock: 40, currency: 'CNY' },
      },
    });
    await reply('shelf.putProduct', { productId: 9, linkNumber: 9 });
    expect(screen.queryByRole('dialog')).toBe(null);
  });

  test('says what is wrong with each field and sends nothing', async () => {
    const { user, sent } = desk({});
    await user.click(screen.getByRole('button', { name: '添加商品' }));
    const sheet = within(screen.getByRole('dialog'));
    await user.clear(sheet.getByLabelText('编码'));
    await user.type(sheet.getByLabelText('编码'), 'tee');
    await user.type(sheet.getByLabelText('现价'), '12,5');
    await user.click(sheet.getByRole('button', { name: '保存' }));
    expect(sent()).toEqual([]);
    expect(sheet.getByText('请填写')).toBeTruthy();
    expect(sheet.getByText('编码已被 T恤 重磅纯棉 使用')).toBeTruthy();
    expect(sheet.getByText('请填数字，例如 259 或 259.90')).toBeTruthy();
  });

  test('edits under the same code and link number, keeps what was typed when refused', async () => {
    const { user, sent, refuse } = desk({});
    await user.click(within(list()).getByRole('button', { name: '编辑 亚麻衬衫 立领' }));
    const sheet = within(screen.getByRole('dialog', { name: '编辑商品' }));
    const price = sheet.getByLabelText<HTMLInputElement>('券后价');
    expect(price.value).toBe('149');
    await user.clear(price);
    await user.type(price, '139');
    await user.click(sheet.getByRole('button', { name: '保存' }));
    expect(sent()[0]).toMatchObject({
      input: { linkNumber: 2, fields: { code: 'shirt', couponPriceMinor: 13_900 } },
    });
    await refuse('shelf.putProduct', 'store_full');
    expect(sheet.getByRole('alert').textContent).toContain('磁盘已满');
    expect(price.value).toBe('139');
  });

  test('removes only after a second press', async () => {
    const { user, sent } = desk({});
    await user.click(within(list()).getByRole('button', { name: '编辑 乐福鞋' }));
    await user.click(screen.getByRole('button', { name: '从货架移除' }));
    expect(sent()).toEqual([]);
    await user.click(screen.getByRole('button', { name: '再点一次移除' }));
    expect(sent()).toEqual([{ name: 'shelf.removeProduct', input: { productId: 8 } }]);
  });

  test('keys typed in the sheet are the sheet’s', async () => {
    const { user, sent } = desk({});
    await user.click(screen.getByRole('button', { name: '添加商品' }));
    act(() => screen.getByRole('button', { name: '取消' }).focus());
    await user.keyboard('3');
    expect(sent()).toEqual([]);
  });
});

test('a sheet opened with the pointer leaves the keys to the desk when it closes', async () => {
  const { user, sent } = desk({});
  await user.click(screen.getByRole('button', { name: '添加商品' }));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBe(null);
  expect(document.activeElement).toBe(document.body);
  await user.keyboard('5');
  expect(sent()).toEqual([{ name: 'shelf.arm', input: { linkNumber: 5 } }]);
});

describe('link numbers in the filter', () => {
  const filter = (): HTMLElement => screen.getByRole('searchbox', { name: '筛选商品' });

  test('show these products in that order, put them first, and back again', async () => {
    const { user, sent, reply } = desk({});
    await user.type(filter(), '7，4 1');
    expect(rows().map((item) => item.querySelector('span')?.textContent)).toEqual(['7', '4', '1']);
    await user.click(screen.getByRole('button', { name: '排到最前' }));
    expect(sent().map(({ name, input }) => [name, orderIn(input)])).toEqual([
      ['shelf.reorder', [7, 4, 1, 2, 3, 5, 6, 8]],
    ]);
    await reply('shelf.reorder', {});
    expect(filter()).toHaveProperty('value', '');
    await user.click(screen.getByRole('button', { name: '撤销' }));
    expect(orderIn(sent()[1]?.input)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await reply('shelf.reorder', {});
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
  });

  test('that the shelf has not are named, and nothing is put', async () => {
    const { user, sent } = desk({});
    await user.type(filter(), '3,77,78');
    expect(screen.getByText('货架上没有：77、78')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '排到最前' })).toBeNull();
    expect(sent()).toEqual([]);
  });
});
