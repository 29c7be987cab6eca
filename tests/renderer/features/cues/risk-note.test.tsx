import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { FreeCue } from '#renderer/features/cues/FreeCue.tsx';
import { ProductId } from '#shared/model/ids.ts';
import { NO_DETAILS } from '#shared/model/product-details.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { productFields } from '#tests/support/desk-facts.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';

useSampleTime();

const field = (): HTMLInputElement => screen.getByRole('textbox');
const note = (): string => {
  const id = field().getAttribute('aria-describedby');
  return (id === null ? null : document.getElementById(id)?.textContent) ?? '';
};

test('a phrase of risk is said while a cue is typed, and hinders nothing', async () => {
  const desk = renderDesk(<FreeCue />, { language: 'zh-CN', slices: {} });
  await desk.user.type(field(), '这个价');
  expect(note()).toBe('');
  await desk.user.type(field(), '全 网 最 低');
  expect(note()).toContain('“全 网 最 低”');
  await desk.user.keyboard('{Enter}');
  expect(desk.sent()).toEqual([
    { name: 'cue.send', input: { kind: 'free', text: '这个价全 网 最 低' } },
  ]);
});

test('the operator’s own words are among them, expressions are not', async () => {
  const words = { ...NO_SETTINGS.words, risk: ['对家', '/贵\\d+/'] };
  const settings = { ...NO_SETTINGS, words, damaged: null };
  const desk = renderDesk(<FreeCue />, { language: 'en', slices: { settings } });
  await desk.user.type(field(), '贵3');
  expect(note()).toBe('');
  await desk.user.type(field(), ' 对家');
  expect(note()).toBe('Do not say “对家”: this room’s own risk word');
});

test('one key takes what to say instead, and the field’s undo gives it back', async () => {
  const desk = renderDesk(<FreeCue />, { language: 'zh-CN', slices: {} });
  await desk.user.type(field(), '今天跳楼价，冲');
  expect(note()).toContain('《明码标价和禁止价格欺诈规定》');
  await desk.user.keyboard('{Control>}.{/Control}');
  expect(field().value).toBe('今天活动价，冲');
  expect(note()).toBe('');
  await desk.user.keyboard('{Control>}z{/Control}');
  expect(field().value).toBe('今天跳楼价，冲');
  await desk.user.click(screen.getByRole('button', { name: /换成“活动价”/ }));
  expect(field().value).toBe('今天活动价，冲');
  expect(desk.sent()).toEqual([]);
});

test('what a platform or a trade forbids is told where the room has it, and as it was switched', async () => {
  const of = (settings: object) => ({ settings: { ...NO_SETTINGS, damaged: null, ...settings } });
  const beauty = renderDesk(<FreeCue />, { language: 'zh-CN', slices: of({ category: 'beauty' }) });
  await beauty.user.type(field(), '医美级的精华');
  expect(note()).toContain('《化妆品监督管理条例》第四十三条');
  beauty.unmount();
  const risk = { ...NO_SETTINGS.risk, layers: { beauty: false } };
  const off = renderDesk(<FreeCue />, {
    language: 'zh-CN',
    slices: of({ category: 'beauty', risk }),
  });
  await off.user.type(field(), '医美级的精华');
  expect(note()).toBe('');
});

test('what must not be said of the product that is on is told too', async () => {
  const desk = renderDesk(<FreeCue />, { language: 'zh-CN', slices: {} });
  await desk.user.type(field(), '内蒙古山羊绒');
  expect(note()).toBe('');
  const { armed, current } = desk.sample.shelf;
  const details = { ...NO_DETAILS, bannedClaims: ['山羊绒'] };
  for (const id of new Set([armed?.productId, current?.productId])) {
    if (id === undefined) continue;
    const productId = ProductId.parse(id);
    const product = { productId, fields: productFields('A-1', 'CNY'), details, imageId: null };
    await desk.reply('catalogue.page', { products: [product], nextAfterId: null });
  }
  expect(note()).toContain('“山羊绒”：这件商品的禁用说法');
});
