import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { ImportedSheet } from '#renderer/features/imported/ImportedSheet.tsx';
import { ShowId } from '#shared/model/ids.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';

useSampleTime();

const FROM = Date.UTC(2026, 10, 27, 12, 0);
const TABLE = [
  '商品ID\t商品名称\t商品曝光次数\t商品点击次数\t成交金额(元)',
  'A-1\t衬衫\t1.2万\t1,234\t¥1,234.50',
  '\t帆布大包\t80\t4\t-',
  'A-2\t围巾\tmany\t3\t12',
  '合计\t\t12080\t1241\t1246.5',
].join('\n');

function product(productId: number, code: string, name: string) {
  return { productId, code, name, shortName: '', linkNumber: productId, urls: [] };
}

const ground = {
  fromTs: FROM,
  toTs: FROM + 3_600_000,
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  products: [
    product(1, 'A-1', '亚麻衬衫'),
    product(2, 'A-2', '羊绒围巾'),
    product(3, 'A-3', '托特包'),
  ],
  rooms: { own: [], others: [] },
  platforms: ['douyin'],
  imports: [],
};

async function open(imports: readonly unknown[] = []) {
  const sheet = <ImportedSheet showId={ShowId.parse(7)} onClose={() => undefined} />;
  const desk = renderDesk(sheet, { language: 'en', slices: {} });
  await desk.reply('imported.ground', { ...ground, imports });
  return desk;
}

async function paste(desk: Awaited<ReturnType<typeof open>>, text: string) {
  fireEvent.change(screen.getByLabelText('Or paste the table here'), { target: { value: text } });
  await desk.reply('imported.layout', { layout: null });
}

const rowOf = (line: number) =>
  within(screen.getByRole('region', { name: 'Row by row' }))
    .getAllByRole('row')
    .find((row) => row.querySelector('td')?.textContent === String(line)) ?? document.body;

test('each row says what comes of it; what is wrong is put right here and the rest goes in', async () => {
  const desk = await open();
  await paste(desk, TABLE);
  expect(screen.getByText('1 rows can be taken, 2 need a look, 1 are no data')).toBeTruthy();
  expect(rowOf(2).textContent).toContain('matched by product ID');
  expect(rowOf(2).textContent).toContain('≈12,000');
  expect(rowOf(3).textContent).toContain('No such product');
  expect(rowOf(4).textContent).toContain('“many” in “商品曝光次数”: not a number');
  expect(rowOf(5).textContent).toContain('A sum; not taken');

  fireEvent.change(screen.getByLabelText('Product of row 3'), { target: { value: '3' } });
  expect(rowOf(3).textContent).toContain('chosen by hand');
  await desk.user.click(screen.getByRole('button', { name: 'Leave out: row 4' }));
  expect(rowOf(4).textContent).toContain('Left out by hand');
  // The file's hash is worked out beside the page.
  const take = screen.getByRole('button', { name: 'Take in 2 rows' });
  await waitFor(() => expect(take).toHaveProperty('disabled', false));
  await desk.user.click(take);
  const sent = desk.sent().find(({ name }) => name === 'imported.put');
  expect(sent?.input).toMatchObject({
    showId: 7,
    platform: 'douyin',
    kind: 'products',
    replaces: null,
    columns: ['productId', 'productName', 'productShown', 'productClicks', 'gmvPaid'],
    rows: [
      { productId: 1, minute: null },
      { productId: 3, minute: null },
    ],
  });
  await desk.reply('imported.put', { importId: 5 });
  expect(screen.getByText('2 rows taken in.')).toBeTruthy();
  await desk.user.click(screen.getByRole('button', { name: 'Undo the import' }));
  expect(desk.sent().at(-1)).toEqual({
    name: 'imported.remove',
    input: { importId: 5, isUndo: true },
  });
});

test('a column can be something else, and one figure is in one column', async () => {
  const desk = await open();
  await paste(desk, TABLE);
  fireEvent.change(screen.getByLabelText('“商品点击次数” is read as'), {
    target: { value: 'productShown' },
  });
  expect(screen.getByLabelText('“商品曝光次数” is read as')).toHaveProperty('value', '');
  expect(rowOf(4).textContent).toContain('matched by product ID');
});

test('a table of another day, and one without a known column, are refused with what to do', async () => {
  const desk = await open();
  await paste(desk, '时间\t订单数\n2026-11-20 20:00\t3');
  expect(screen.getByText(/of another time \(2026-11-20 20:00\)/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Take in/ })).toHaveProperty('disabled', true);
  await desk.user.click(screen.getByRole('button', { name: 'Another file' }));
  fireEvent.change(screen.getByLabelText('Or paste the table here'), {
    target: { value: '颜色\t尺码\n红\tS' },
  });
  expect(screen.getByText(/No column is known/)).toBeTruthy();
});

test('what holds is told before it is replaced, and can be removed and brought back', async () => {
  const held = {
    id: 4,
    showId: 7,
    platform: 'douyin',
    kind: 'products',
    fileName: 'old.csv',
    fileHash: 'a'.repeat(64),
    importedTs: FROM,
    rows: 3,
    removedTs: null,
  };
  const desk = await open([held, { ...held, id: 3, fileName: 'older.csv', removedTs: FROM }]);
  await desk.user.click(screen.getByRole('button', { name: 'Remove old.csv' }));
  expect(desk.sent().at(-1)?.input).toEqual({ importId: 4, isUndo: false });
  await desk.user.click(screen.getByRole('button', { name: 'Bring older.csv back' }));
  expect(desk.sent().at(-1)).toEqual({ name: 'imported.restore', input: { importId: 3 } });
  await paste(desk, TABLE);
  expect(screen.getByText(/old\.csv \(taken in .*\) will be replaced/)).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Replace it by 1 rows' })).toBeTruthy();
});
