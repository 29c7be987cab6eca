import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { correctionLine } from '#renderer/features/slips/slip-words.ts';
import { SlipBar } from '#renderer/features/slips/SlipBar.tsx';
import { LANGUAGES } from '#renderer/i18n/messages.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { RISK_CLASSES, RISK_LAYERS } from '#shared/model/risk-word.ts';
import { layeredMatcher } from '#shared/rules/risk-words/starter.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';
import { sampleSlip } from '#tests/support/sample-slips.ts';
import { translate } from '#renderer/i18n/translate.ts';

useSampleTime();

const SEQ = sampleSlip().seq;
function opened(language: 'zh-CN' | 'en', change: Parameters<typeof sampleSlip>[0] = {}) {
  const desk = renderDesk(<SlipBar />, {
    language,
    slices: { slips: { slips: [sampleSlip(change)] } },
  });
  act(() => useDeskStore.getState().showSlip(SEQ));
  return desk;
}

describe('the bar after a slip', () => {
  test('takes its class by one digit, and the line for it is ready to be sent by Enter', async () => {
    const desk = opened('zh-CN', { slipClass: 'price' });
    expect(screen.getByRole('region', { name: '口误' })).toBeTruthy();
    await desk.user.keyboard('4');
    expect(desk.sent()).toEqual([
      { name: 'slip.describe', input: { slipSeq: SEQ, word: '', slipClass: 'price' } },
    ]);
    await desk.reply('slip.describe', {});
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '发给主播' }));
    await desk.user.keyboard('{Enter}');
    expect(desk.sent().at(-1)).toEqual({
      name: 'slip.correct',
      input: { slipSeq: SEQ, text: '更正一下：价格以商品页面为准' },
    });
    await desk.reply('slip.correct', { cueId: 7 });
    expect(screen.queryByRole('region', { name: '口误' })).toBeNull();
  });

  test('finds class and replacement of what was said by itself', async () => {
    const desk = opened('zh-CN');
    await desk.user.type(screen.getByRole('textbox', { name: /原话/ }), '跳楼价{Enter}');
    expect(desk.sent()).toEqual([
      { name: 'slip.describe', input: { slipSeq: SEQ, word: '跳楼价', slipClass: 'price' } },
    ]);
    const line = screen.getByRole<HTMLInputElement>('textbox', { name: '更正话术' });
    expect(line.value).toBe('更正一下：应该说“活动价”，以页面为准');
  });

  test('is closed by Escape with nothing said, and takes the slip back by undo', async () => {
    const desk = opened('en');
    await desk.user.keyboard('{Escape}');
    expect(desk.sent()).toEqual([]);
    expect(screen.queryByRole('region', { name: 'Slip' })).toBeNull();
    act(() => useDeskStore.getState().showSlip(SEQ));
    await desk.user.keyboard('{Control>}z{/Control}');
    expect(desk.sent()).toEqual([{ name: 'slip.withdraw', input: { slipSeq: SEQ } }]);
  });

  test('leaves digits to its fields', async () => {
    const desk = opened('en');
    const word = screen.getByRole<HTMLInputElement>('textbox', { name: /What was said/ });
    await desk.user.type(word, '100');
    expect(word.value).toBe('100');
    expect(desk.sent()).toEqual([]);
  });

  test('names the phone that heard it, and every class with its key', () => {
    opened('en', { by: 'Mei' });
    expect(screen.getByRole('status').textContent).toContain('Mei');
    const classes = within(screen.getByRole('group', { name: 'What kind' })).getAllByRole('button');
    expect(classes).toHaveLength(RISK_CLASSES.length);
    expect(classes[9]?.textContent).toContain('0');
  });
});

test.each(LANGUAGES)('no line that puts a slip right is one itself (%s)', (language) => {
  const matcher = layeredMatcher(RISK_LAYERS);
  const lines = [...RISK_CLASSES, 'any' as const].map((of) =>
    translate(language, `slips.correct.${of}`, {}),
  );
  expect(lines.filter((line) => matcher.find(line).length > 0)).toEqual([]);
});

test('what was wrong is never said again', () => {
  const [hit] = layeredMatcher([]).find('跳楼价');
  const t = (key: Parameters<typeof translate>[1], params = {}): string =>
    translate('zh-CN', key, params);
  const i18n = { t } as Parameters<typeof correctionLine>[0];
  expect(correctionLine(i18n, { slipClass: null }, hit)).not.toContain('跳楼价');
});
