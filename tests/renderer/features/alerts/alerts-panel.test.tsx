import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AlertsPanel } from '#renderer/features/alerts/AlertsPanel.tsx';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleAlerts, sampleShelfApart } from '#tests/support/sample-alerts.ts';

useSampleTime();

function open(language: 'zh-CN' | 'en', alerts = sampleAlerts()): DeskUnderTest {
  return renderDesk(<AlertsPanel />, { language, slices: { alerts } });
}

describe('alerts', () => {
  it('say how much against what, and which source both sides leave out', () => {
    open('en');
    const card = within(screen.getByRole('list', { name: 'Open' })).getByRole('listitem');
    expect(within(card).getByRole('heading').textContent).toBe('Entries \u221218% in 5 min');
    expect(card.textContent).toContain('Fewer entries · 1,893, before it 2,312');
    expect(card.textContent).toContain('6.4 standard deviations apart');
    expect(card.textContent).toContain('without Kuaishou');
  });

  it('the same in Chinese, and what was answered below', () => {
    open('zh-CN');
    expect(screen.getByRole('heading').textContent).toBe('进人 5 分钟 \u221218%');
    const past = within(screen.getByRole('list', { name: '已处理' })).getByRole('listitem');
    expect(past.textContent).toContain('没有数据');
    expect(past.textContent).toContain('已知道');
  });

  it('one key of a card sends its cue and answers it', async () => {
    const desk = open('en');
    const card = within(screen.getByRole('list', { name: 'Open' })).getByRole('listitem');
    await desk.user.click(within(card).getByRole('button', { name: /^Send/ }));
    const told = desk.sent().map(({ name }) => name);
    expect(told).toEqual(['cue.sendCard', 'alert.answer']);
    expect(desk.sent().at(-1)?.input).toEqual({ seq: 901, answer: 'seen' });
  });

  it('a shelf that is apart: who asks about what, and one key that arms it', async () => {
    const desk = open('en', sampleShelfApart());
    const card = within(screen.getByRole('list', { name: 'Open' })).getByRole('listitem');
    expect(within(card).getByRole('heading').textContent).toBe(
      '7 people ask about no. 1 · no. 2 is on the shelf',
    );
    expect(card.textContent).toContain('The block is about no. 2');
    await desk.user.click(within(card).getByRole('button', { name: /^Arm no. 1/ }));
    expect(desk.sent()).toMatchObject([{ name: 'shelf.arm', input: { linkNumber: 1 } }]);
  });

  it('says that nothing is off, and what was held back', () => {
    open('en', { alerts: [], heldBack: 2, usual: null });
    expect(screen.getByText('Nothing is off')).toBeDefined();
    expect(screen.getByText('2 more held back by the hourly limit')).toBeDefined();
  });
});
