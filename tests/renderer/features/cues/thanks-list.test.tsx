import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { CuePanel } from '#renderer/features/cues/CuePanel.tsx';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW } from '#tests/support/sample-snapshot.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

beforeEach(stubLayout);

useSampleTime();

const times = { sinceTs: SAMPLE_NOW - 60_000, lastTs: SAMPLE_NOW - 30_000 };
const DUE: SliceInputs['thanks']['due'] = [
  { id: 7, kind: 'raid', names: ['Kira'], people: 1, gift: null, ...times },
  { id: 9, kind: 'gift', names: ['小林', null, null], people: 12, gift: '小心心', ...times },
];

function desk(due = DUE, language: 'zh-CN' | 'en' = 'zh-CN'): DeskUnderTest {
  return renderDesk(<CuePanel alerts={null} />, { language, slices: { thanks: { due } } });
}

describe('thanks that are due', () => {
  test('stand on a tab with their number; each is sent or dropped by its button', async () => {
    const { user, sent } = desk();
    await user.click(screen.getByRole('tab', { name: /感谢.*2/ }));
    const rows = within(screen.getByRole('list', { name: '感谢' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('带人来欢迎 Kira 带来的朋友们'),
      expect.stringContaining('礼物谢谢小林等 12 位送的小心心'),
    ]);
    await user.click(screen.getByRole('button', { name: /^发送：谢谢小林/ }));
    await user.click(screen.getByRole('button', { name: /^不谢了：欢迎 Kira/ }));
    expect(sent()).toEqual([
      { name: 'thanks.send', input: { thanksId: 9, language: 'zh-CN' } },
      { name: 'thanks.drop', input: { thanksId: 7 } },
    ]);
  });

  test('one key thanks those who stand first, one lets them go; it is said whom', async () => {
    const { user, sent, reply } = desk(DUE, 'en');
    await user.keyboard('.');
    expect(sent()).toEqual([{ name: 'thanks.send', input: { thanksId: 7, language: 'en' } }]);
    await reply('thanks.send', { cueId: 31 });
    await user.keyboard(',');
    expect(sent().at(-1)).toEqual({ name: 'thanks.drop', input: { thanksId: 7 } });
    await reply('thanks.drop', {});
    expect(screen.getByText('Dropped: Welcome everyone from Kira')).toBeTruthy();
  });

  test('of nobody: the key says so and does nothing', async () => {
    const { user, sent } = desk([]);
    await user.keyboard('.');
    expect(sent()).toEqual([]);
    expect(screen.getByText('现在没有要感谢的人')).toBeTruthy();
  });
});
