import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { CatalogueSheet } from '#renderer/features/catalogue/CatalogueSheet.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { ProductId } from '#shared/model/ids.ts';
import { NO_DETAILS } from '#shared/model/product-details.ts';
import { productFields } from '#tests/support/desk-facts.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { stubLayout } from '#tests/support/stub-layout.ts';

useSampleTime();
beforeEach(stubLayout);

const SCARF = {
  productId: ProductId.parse(1),
  fields: { ...productFields('A-1', 'CNY'), name: '羊绒围巾' },
  details: { ...NO_DETAILS, tags: ['秋冬'], memberPriceMinor: 11_900 },
  imageId: null,
};

async function sheet(language: 'zh-CN' | 'en' = 'zh-CN'): Promise<DeskUnderTest> {
  return renderDesk(<CatalogueSheet onClose={() => undefined} />, { language, slices: {} });
}

describe('the catalogue', () => {
  test('without products says what to do, and leads to an import', async () => {
    const under = await sheet('en');
    await under.reply('catalogue.page', { products: [], nextAfterId: null });
    expect(screen.getByText('No products yet')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export CSV' }).disabled).toBe(
      true,
    );
    await under.user.click(screen.getByRole('button', { name: 'Import' }));
    expect(useDeskStore.getState().panel).toBe('import');
  });

  test('is exported whole, or the shelf of the show alone', async () => {
    const under = await sheet('en');
    await under.reply('catalogue.page', { products: [SCARF], nextAfterId: null });
    await under.user.click(screen.getByRole('button', { name: 'Export CSV' }));
    await under.reply('catalogue.export', { path: '/x/cuedesk-products.csv', products: 1 });
    await under.user.click(screen.getByRole('checkbox', { name: /^This show’s shelf alone/ }));
    await under.user.click(screen.getByRole('button', { name: 'Export XLSX' }));
    const asked = under.sent().filter(({ name }) => name === 'catalogue.export');
    expect(asked.map(({ input }) => input)).toEqual([
      { what: 'catalogue', format: 'csv', language: 'en' },
      { what: 'shelf', format: 'xlsx', language: 'en' },
    ]);
  });

  test('that cannot be read says why, and is asked again', async () => {
    const under = await sheet();
    await under.refuse('catalogue.page', 'internal');
    await under.user.click(screen.getByRole('button', { name: '再试一次' }));
    await under.reply('catalogue.page', { products: [SCARF], nextAfterId: null });
    expect(screen.getByText('1 个商品')).toBeTruthy();
  });

  test('comes page by page, is found while one types, and says when nothing is', async () => {
    const under = await sheet();
    await under.reply('catalogue.page', { products: [SCARF], nextAfterId: SCARF.productId });
    const shirt = { ...SCARF, productId: ProductId.parse(2), fields: productFields('B-1', 'CNY') };
    await under.reply('catalogue.page', { products: [shirt], nextAfterId: null });
    expect(screen.getByText('2 个商品')).toBeTruthy();
    await under.user.type(screen.getByRole('combobox'), '围巾');
    expect(screen.getByText('1 个商品')).toBeTruthy();
    await under.user.type(screen.getByRole('combobox'), ' 没有');
    expect(screen.getByText('没有找到“围巾 没有”')).toBeTruthy();
  });

  test('changes a product in all its fields, says what is wrong in place, and takes it back', async () => {
    const under = await sheet();
    await under.reply('catalogue.page', { products: [SCARF], nextAfterId: null });
    await under.user.type(screen.getByRole('combobox'), '{Enter}');
    const editor = screen.getByRole('dialog', { name: '羊绒围巾' });
    await under.reply('catalogue.history', { prices: [], shows: [] });
    const field = (name: string): HTMLElement => within(editor).getByLabelText(name);
    await under.user.clear(field('会员价'));
    await under.user.type(field('会员价'), '9x');
    await under.user.type(field('规格'), '红 S | R-S | 3');
    await under.user.click(within(editor).getByRole('button', { name: '保存' }));
    expect(field('会员价').getAttribute('aria-invalid')).toBe('true');
    expect(under.sent().some(({ name }) => name === 'catalogue.put')).toBe(false);
    await under.user.clear(field('会员价'));
    await under.user.type(field('会员价'), '99');
    await under.user.click(within(editor).getByRole('button', { name: '保存' }));
    expect(under.sent().at(-1)?.input).toEqual({
      productId: 1,
      fields: SCARF.fields,
      details: {
        ...SCARF.details,
        memberPriceMinor: 9_900,
        variants: [{ name: '红 S', code: 'R-S', stock: 3, priceMinor: null }],
      },
    });
    await under.reply('catalogue.put', { productId: SCARF.productId });
    await under.user.click(screen.getByRole('button', { name: '撤销' }));
    const { imageId: _imageId, ...before } = SCARF;
    expect(under.sent().at(-1)).toMatchObject({ name: 'catalogue.put', input: before });
  });
});

describe('the picture of a product', () => {
  const FIRST = 'a'.repeat(64);

  async function editor(imageId: string | null): Promise<DeskUnderTest> {
    const under = await sheet();
    const product = { ...SCARF, imageId };
    await under.reply('catalogue.page', { products: [product], nextAfterId: null });
    await under.user.type(screen.getByRole('combobox'), '{Enter}');
    await under.reply('catalogue.history', { prices: [], shows: [] });
    return under;
  }
  const field = (): HTMLElement => screen.getByRole('group', { name: '图片' });
  const lastOf = (under: DeskUnderTest, name: string) =>
    under.sent().findLast((sent) => sent.name === name)?.input;

  test('is removed at once, put back, and done again', async () => {
    const under = await editor(FIRST);
    expect(field().querySelector('img')?.getAttribute('src')).toBe(`/images/${FIRST}`);
    await under.user.click(within(field()).getByRole('button', { name: '移除图片' }));
    expect(lastOf(under, 'catalogue.setImage')).toEqual({ productId: 1, image: null });
    await under.reply('catalogue.setImage', { imageId: null, before: FIRST });
    expect(field().querySelector('img')).toBeNull();
    await under.user.click(within(field()).getByRole('button', { name: '撤销' }));
    const back = { productId: 1, image: { imageId: FIRST } };
    expect(lastOf(under, 'catalogue.setImage')).toEqual(back);
    await under.reply('catalogue.setImage', { imageId: FIRST, before: null });
    expect(within(field()).getByText(/已恢复之前的图片/)).toBeTruthy();
    await under.user.click(within(field()).getByRole('button', { name: '重做' }));
    expect(lastOf(under, 'catalogue.setImage')).toEqual({ productId: 1, image: null });
  });

  test('that cannot be had leaves the colours and says so, without a broken picture', async () => {
    await editor(FIRST);
    const image = field().querySelector('img');
    if (image === null) throw new Error('no picture');
    fireEvent.error(image);
    expect(field().querySelector('img')).toBeNull();
    expect(within(field()).getByTitle('图片文件不在了，请重新选择')).toBeTruthy();
  });

  test('at an address that is refused says which and why; what was typed stays', async () => {
    const under = await editor(null);
    const address = within(field()).getByLabelText<HTMLInputElement>('图片网址（https://…）');
    await under.user.type(address, 'https://10.0.0.8/a.png{Enter}');
    expect(lastOf(under, 'image.fetch')).toEqual({ address: 'https://10.0.0.8/a.png' });
    await under.refuse('image.fetch', 'image_unreachable', {
      host: '10.0.0.8',
      reason: 'image_private',
    });
    const said = within(field()).getByRole('alert').textContent;
    expect(said).toContain('10.0.0.8');
    expect(said).toContain('内网');
    expect(address.value).toBe('https://10.0.0.8/a.png');
    expect(lastOf(under, 'catalogue.put')).toBeUndefined();
  });

  test('comes back with a product that was removed', async () => {
    const under = await editor(FIRST);
    await under.user.click(screen.getByRole('button', { name: '从商品库移除' }));
    await under.user.click(screen.getByRole('button', { name: '再点一次移除' }));
    await under.reply('catalogue.remove', {});
    await under.user.click(screen.getByRole('button', { name: '撤销' }));
    expect(lastOf(under, 'catalogue.put')).toMatchObject({ productId: null });
    await under.reply('catalogue.put', { productId: ProductId.parse(9) });
    const back = { productId: 9, image: { imageId: FIRST } };
    expect(lastOf(under, 'catalogue.setImage')).toEqual(back);
  });
});

test('what should not be said of a product is named in its own field, its banned claims too', async () => {
  const under = await sheet();
  const details = { ...SCARF.details, bannedClaims: ['纯手工'] };
  await under.reply('catalogue.page', { products: [{ ...SCARF, details }], nextAfterId: null });
  await under.user.type(screen.getByRole('combobox'), '{Enter}');
  const hook = screen.getByRole('textbox', { name: '开场钩子' });
  fireEvent.change(hook, { target: { value: '纯手工，今天跳楼价' } });
  const noteId = hook.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(noteId)?.textContent).toContain('这件商品的禁用说法');
  expect(document.getElementById(noteId)?.textContent).toContain('另有 1 处');
});
