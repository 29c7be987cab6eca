import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { FreeCue } from '#renderer/features/cues/FreeCue.tsx';
import { NO_SETTINGS } from '#shared/model/settings.ts';
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
