import { act, fireEvent, screen } from '@testing-library/react';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { GroupMessage } from '#renderer/features/review/report/GroupMessage.tsx';
import { groupText, isForGroups } from '#renderer/features/review/report/group-text.ts';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { ImprovementItem } from '#shared/model/improvement.ts';
import type { Review } from '#shared/model/review.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

function item(scheme: string, owner: string): ImprovementItem {
  return ImprovementItem.parse({
    id: 1,
    showId: 7,
    showTitle: '',
    findingId: null,
    problem: 'x',
    evidence: '',
    cause: 'goods',
    scheme,
    owner,
    dueTs: null,
    proving: null,
    subject: '',
    baselineError: null,
    currency: null,
    state: 'open',
    createdTs: 1,
    changedTs: 1,
  });
}

function withItems(own: ImprovementItem[]): Review {
  return { ...sampleReview('zh-CN', {}), improvements: { own, judged: [] } };
}

test('says when, five figures with their change, three findings and what will be done', () => {
  const text = groupText(
    createI18n('zh-CN'),
    withItems([item('先答厚度\n再报价', '阿哲'), { ...item('不发这条', ''), state: 'dropped' }]),
  );
  const lines = text.split('\n');
  expect(lines[0]).toBe('【秋季亚麻专场】复盘');
  expect(lines[1]).toBe('2025年10月18日 12:00–14:43，播出 2:43:00');
  expect(lines[2]).toMatch(/^成交额 已付 ¥108,402（上场 \+25% · 近 3 场中位 \+25%）$/);
  expect(lines.filter((line) => /^\d\. /.test(line))).toHaveLength(3);
  expect(lines.at(-1)).toBe('· 先答厚度 再报价（阿哲）');
  expect(text).not.toContain('不发这条');
  const english = groupText(createI18n('en'), sampleReview('en', {}));
  expect(english).toContain('Autumn linen night: review');
  expect(english).toContain('What mattered most:');
});

test('never has more than 600 characters or half a line, whatever was typed', () => {
  const i18n = createI18n('zh-CN');
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 900 }),
      fc.array(
        fc.string({ minLength: 1, maxLength: 300 }).filter((text) => text.trim() !== ''),
        {
          maxLength: 5,
        },
      ),
      (title, schemes) => {
        const items = schemes.map((scheme) => item(scheme, '甲'));
        const review = withItems(items);
        const text = groupText(i18n, { ...review, show: { ...review.show, title } });
        expect(text.length).toBeLessThanOrEqual(600);
        expect(text.split('\n').join('')).not.toMatch(/\p{Cc}/u);
      },
    ),
    { numRuns: 60 },
  );
});

test('how the host is goes to no group', () => {
  const [finding] = sampleReview('zh-CN', {}).findings;
  if (finding === undefined) throw new Error('no finding');
  expect(isForGroups(finding)).toBe(true);
  expect(isForGroups({ ...finding, isPrivate: true })).toBe(false);
  expect(isForGroups({ ...finding, detector: 'help_unanswered' })).toBe(false);
});

test('is seen and changed before one press copies it', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue(undefined);
  vi.stubGlobal('isSecureContext', true);
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  renderWithRoom(<GroupMessage review={withItems([item('镜头给面料', '')])} />, {
    language: 'zh-CN',
    snapshot: sampleSnapshot({ language: 'zh-CN', slices: {}, seq: 1 }),
  });
  fireEvent.click(screen.getByRole('button', { name: '发给群' }));
  const field = screen.getByRole('textbox');
  expect(field).toHaveProperty('value', expect.stringContaining('· 镜头给面料'));
  expect(document.activeElement?.textContent).toBe('复制');
  fireEvent.change(field, { target: { value: '改过的' } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '复制' })));
  expect(writeText).toHaveBeenCalledWith('改过的');
  expect(screen.getByRole('status').textContent).toContain('已复制');
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
  vi.unstubAllGlobals();
});
