import { fireEvent, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';

import { PasteSheet } from '#renderer/features/paste/PasteSheet.tsx';
import { CommandPalette } from '#renderer/features/palette/CommandPalette.tsx';
import { ShelfPanel } from '#renderer/features/shelf/ShelfPanel.tsx';
import { useTakeTable } from '#renderer/features/paste/use-take-table.ts';
import { useStrayPaste } from '#renderer/desk/use-stray-paste.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { PasteOfferProvider } from '#renderer/ui/paste-offer.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleShelf } from '#tests/support/sample-room.ts';

useSampleTime();

/** The shelf and what takes tables, as the desk puts them together. */
function Parts(): ReactElement {
  const take = useTakeTable('shelf');
  const panel = useDeskStore((state) => state.panel);
  const closePanel = useDeskStore((state) => state.closePanel);
  const { note } = useStrayPaste(window, take, null);
  return (
    <PasteOfferProvider value={take}>
      <ShelfPanel />
      <CommandPalette />
      {note !== null && <p>{note}</p>}
      {panel === 'products' && <PasteSheet destination="shelf" onClose={closePanel} />}
    </PasteOfferProvider>
  );
}

async function desk(language: 'zh-CN' | 'en' = 'zh-CN'): Promise<DeskUnderTest> {
  return renderDesk(<Parts />, { language, slices: {} });
}

function paste(target: Element, text: string, html = ''): void {
  const data = { getData: (type: string) => (type === 'text/html' ? html : text), types: [] };
  fireEvent.paste(target, { clipboardData: data });
}

const sheet = (): HTMLElement => screen.getByRole('dialog', { name: /粘贴商品|Paste products/ });
const table = (): HTMLElement => within(sheet()).getByRole('table');
const states = (): readonly (string | undefined)[] =>
  [...table().querySelectorAll<HTMLElement>('tbody tr:not([class*="more"])')].map(
    (row) => row.dataset['state'],
  );
const addButton = (): HTMLButtonElement =>
  within(sheet()).getByRole<HTMLButtonElement>('button', {
    name: /^加入 \d+ 个商品$|没有要加入的商品/,
  });

const SHEET = [
  '链接号\t商品名称\t直播价\t库存',
  '1\tT恤 重磅纯棉\t49元\t',
  '9\t羊毛围巾\t￥１２９．００\t有货',
  '10\t皮带\t1.299,00\t30',
  '11\t帽子\t59-79\t5',
].join('\r\n');

describe('pasting products', () => {
  test('Ctrl+V on the desk opens a preview, and nothing is sent', async () => {
    const under = await desk();
    paste(document.body, SHEET);
    await under.reply('catalogue.page', { products: [], nextAfterId: null });
    expect(states()).toEqual(['changed', 'new', 'wrong', 'wrong']);
    expect(within(table()).getByText('库存“有货”不是数字，记为未知')).toBeTruthy();
    expect(
      within(table()).getByText(/“59-79”有几种|是一个区间：59-79。请只留一个价格/),
    ).toBeTruthy();
    expect(under.sent().map(({ name }) => name)).toEqual(['catalogue.page', 'catalogue.layout']);
  });

  test('wrong rows are put right in place, and one press adds all', async () => {
    const under = await desk();
    paste(document.body, SHEET);
    await under.reply('catalogue.page', { products: [], nextAfterId: null });
    expect(addButton().textContent).toBe('加入 2 个商品');
    await under.user.click(within(table()).getByRole('button', { name: '¥1,299' }));
    await under.user.clear(within(table()).getByRole('textbox', { name: '现价 · 行 5' }));
    await under.user.type(within(table()).getByRole('textbox', { name: '现价 · 行 5' }), '59');
    expect(states()).toEqual(['changed', 'new', 'new', 'new']);
    await under.user.click(addButton());
    const products = Object(under.sent().at(-1)?.input).products;
    expect(products).toMatchObject([
      {
        productId: 1,
        linkNumber: 1,
        groupName: null,
        isStockStated: false,
        fields: { code: 'tee', priceMinor: 4_900 },
      },
      {
        productId: null,
        linkNumber: 9,
        groupName: null,
        isStockStated: true,
        fields: { code: 'P9', priceMinor: 12_900, stock: null },
      },
      { productId: null, linkNumber: 10, fields: { priceMinor: 129_900, stock: 30 } },
      { productId: null, linkNumber: 11, fields: { name: '帽子', priceMinor: 5_900 } },
    ]);
    await under.reply('shelf.putProducts', { pasteId: 5, added: 3, changed: 1 });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(useDeskStore.getState().pasteDraft).toBeNull();
  });

  test('link numbers with a group: what becomes of each is seen before it is sent', async () => {
    const under = await desk();
    const shelf = sampleShelf('zh-CN');
    const items = shelf.items.map((item) => ({
      ...item,
      groupId: item.linkNumber === 4 ? 5 : null,
    }));
    under.change({ shelf: { ...shelf, items, groups: [{ id: 5, name: '福利款' }] } });
    paste(document.body, '链接号\t分组\n1\t福利款\n4\t—\n7\t夏装\n');
    await under.reply('catalogue.page', { products: [], nextAfterId: null });
    expect(states()).toEqual(['changed', 'changed', 'changed']);
    // No column says which product that is.
    expect(within(table()).getByText(items[6]!.name)).toBeTruthy();
    const cells = [...table().querySelectorAll('td[data-field="group"]')];
    expect(cells.map((cell) => cell.textContent)).toEqual([
      '不在分组里福利款',
      '福利款不在分组里',
      '不在分组里夏装',
    ]);
    await under.user.click(addButton());
    expect(Object(under.sent().at(-1)?.input).products).toMatchObject([
      { productId: 1, linkNumber: 1, groupName: '福利款' },
      { productId: 4, linkNumber: 4, groupName: '' },
      { productId: 7, linkNumber: 7, groupName: '夏装' },
    ]);
  });

  test('what is wrong stays in the sheet when the rest is added; closing it loses nothing', async () => {
    const under = await desk();
    paste(document.body, SHEET);
    await under.reply('catalogue.page', { products: [], nextAfterId: null });
    expect(within(sheet()).getByText('2 行有问题，会留在这里')).toBeTruthy();
    await under.user.click(addButton());
    await under.reply('shelf.putProducts', { pasteId: 5, added: 1, changed: 1 });
    expect(states()).toEqual(['wrong', 'wrong']);
    await under.user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await under.user.click(screen.getByRole('button', { name: '从表格粘贴商品' }));
    expect(states()).toEqual(['wrong', 'wrong']);
  });

  test('a refusal is said and everything typed stays', async () => {
    const under = await desk();
    paste(document.body, SHEET);
    await under.reply('catalogue.page', { products: [], nextAfterId: null });
    await under.user.click(addButton());
    await under.refuse('shelf.putProducts', 'store_full');
    expect(within(sheet()).getByRole('alert').textContent).toContain('磁盘已满');
    expect(states()).toHaveLength(4);
  });

  test('columns can be named anew, rows left out, and the first row be no header', async () => {
    const under = await desk();
    paste(document.body, '衬衫 立领\t99\n裤子 阔腿\t129\n');
    await under.reply('catalogue.page', { products: [], nextAfterId: null });
    const second = within(table()).getByRole('combobox', { name: '第 2 列是' });
    await under.user.selectOptions(second, '库存');
    await under.user.click(within(table()).getByRole('checkbox', { name: '加入第 1 行' }));
    expect(states()).toEqual(['leftOut', 'new']);
    await under.user.click(addButton());
    expect(Object(under.sent().at(-1)?.input).products).toMatchObject([
      { fields: { name: '裤子 阔腿', stock: 129, priceMinor: null } },
    ]);
    await under.user.click(within(sheet()).getByRole('checkbox', { name: '第 1 行是表头' }));
    expect(within(table()).getAllByRole('checkbox')).toHaveLength(1);
  });

  test('many taken link numbers are put right with one press', async () => {
    const under = await desk();
    paste(document.body, '链接号\t名称\n1\t羊毛围巾\n2\t皮带\n3\t帽子');
    await under.reply('catalogue.page', { products: [], nextAfterId: null });
    expect(states()).toEqual(['wrong', 'wrong', 'wrong']);
    await under.user.click(
      within(sheet()).getByRole('button', { name: '有 3 行链接号被占，全部用空号' }),
    );
    expect(states()).toEqual(['new', 'new', 'new']);
    expect(within(table()).getByText('11 号')).toBeTruthy();
  });

  test('a thousand rows are drawn a hundred at a time; more are refused in words', async () => {
    const under = await desk('en');
    const rows = Array.from({ length: 1_001 }, (_, index) => `Item ${index}\t${index + 1}`);
    paste(document.body, `Name\tPrice\n${rows.join('\n')}`);
    await under.reply('catalogue.page', { products: [], nextAfterId: null });
    expect(within(table()).getAllByRole('checkbox')).toHaveLength(100);
    expect(within(sheet()).getByRole('alert').textContent).toContain(
      '1,001 rows; 1,000 can be taken',
    );
    expect(within(sheet()).getByRole<HTMLButtonElement>('button', { name: /^Add/ }).disabled).toBe(
      true,
    );
    await under.user.click(within(sheet()).getByRole('button', { name: 'Show 100 more rows' }));
    expect(within(table()).getAllByRole('checkbox')).toHaveLength(200);
  });

  test('a table refused by a field of one line is offered as products', async () => {
    const under = await desk();
    await under.user.keyboard('s');
    paste(screen.getByRole('searchbox'), SHEET);
    await under.user.click(screen.getByRole('button', { name: '作为商品粘贴' }));
    expect(states()).toHaveLength(4);
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  });

  test('a drawn table without tabs is read by its cells', async () => {
    const under = await desk();
    const html = '<table><tr><td>名称<td>价格<tr><td>围巾<br>羊毛<td>129</table>';
    paste(document.body, '名称 价格\n围巾 羊毛 129', html);
    await under.reply('catalogue.page', { products: [], nextAfterId: null });
    expect(states()).toEqual(['new']);
    expect(within(table()).getByText('围巾 羊毛')).toBeTruthy();
  });

  test('a corrected list is not thrown away for another paste', async () => {
    const under = await desk();
    paste(document.body, SHEET);
    await under.reply('catalogue.page', { products: [], nextAfterId: null });
    await under.user.click(within(table()).getByRole('checkbox', { name: '加入第 2 行' }));
    paste(document.body, '名称\t价格\n别的\t1');
    expect(states()).toHaveLength(4);
    expect(screen.getByText(/没有换成新的表/)).toBeTruthy();
  });
});

describe('the last paste', () => {
  const lastPaste = { pasteId: 7, added: 57, changed: 3 };

  test('is said on the shelf and undone by its button, the key and the palette', async () => {
    const under = await desk();
    under.change({ shelf: { ...sampleShelf('zh-CN'), lastPaste } });
    expect(screen.getByText(/已加入 57 个、更新 3 个商品/)).toBeTruthy();
    await under.user.click(screen.getByRole('button', { name: '撤销粘贴' }));
    await under.reply('shelf.undoPaste', {});
    expect(screen.getByText('已撤销粘贴，货架和商品都恢复原样')).toBeTruthy();
    await under.user.keyboard('{Control>}z{/Control}');
    await under.user.keyboard('{Control>}k{/Control}撤销刚才粘贴{Enter}');
    expect(under.sent()).toEqual(Array(3).fill({ name: 'shelf.undoPaste', input: { pasteId: 7 } }));
  });

  test('gives the key back when something was changed since', async () => {
    const under = await desk();
    under.change({ shelf: { ...sampleShelf('zh-CN'), lastPaste } });
    under.change({ shelf: sampleShelf('zh-CN') });
    expect(screen.queryByText(/已加入 57 个/)).toBeNull();
    await under.user.keyboard('{Control>}z{/Control}');
    expect(under.sent()).toEqual([]);
  });
});

test('where no show takes products, a stray table is said to be nowhere, until a field is chosen', () => {
  function Nowhere(): ReactElement {
    const { note } = useStrayPaste(window, null, null);
    return (
      <>
        <input aria-label="field" />
        <output>{note}</output>
      </>
    );
  }
  renderDesk(<Nowhere />, { language: 'zh-CN', slices: {} });
  paste(document.body, SHEET);
  expect(screen.getByRole('status').textContent).toContain('粘贴了一张表（5 行 × 4 列）');
  fireEvent.focusIn(screen.getByRole('textbox', { name: 'field' }));
  expect(screen.getByRole('status').textContent).toBe('');
});
