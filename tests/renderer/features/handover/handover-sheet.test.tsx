import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { HandoverSheet } from '#renderer/features/handover/HandoverSheet.tsx';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';
import { sampleBlocks } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW } from '#tests/support/sample-snapshot.ts';

useSampleTime();

function open(language: 'en' | 'zh-CN' = 'en') {
  return renderDesk(<HandoverSheet onClose={() => undefined} />, { language, slices: {} });
}
const section = (name: string) => screen.getByRole('region', { name });

test('the card has its five parts, and says that claims are not known until they are read', async () => {
  const desk = open();
  expect(within(section('On now')).getAllByRole('listitem').length).toBeGreaterThan(1);
  expect(section('Must not be said').textContent).toContain('not known yet');
  expect(desk.transport.commands.some(({ name }) => name === 'catalogue.page')).toBe(true);
  for (const name of ['Promised', 'Unanswered', 'Open problems']) {
    expect(section(name).textContent.length).toBeGreaterThan(name.length);
  }
});

test('a block whose title says its role is not called by it twice', () => {
  const { blocks, ...rest } = sampleBlocks('zh-CN');
  const named = blocks.map((block) => ({ ...block, role: 'hero' as const, title: '主推 衬衫' }));
  renderDesk(<HandoverSheet onClose={() => undefined} />, {
    language: 'zh-CN',
    slices: { blocks: { ...rest, blocks: named } },
  });
  expect(section('正在进行').textContent).toContain('主推 衬衫');
  expect(section('正在进行').textContent).not.toContain('主推 主推');
});

test('the next operator takes over by name, and then it is said who is on duty', async () => {
  const desk = open('zh-CN');
  expect(screen.getByText('本场还没有人确认值班。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '我来接手' }).hasAttribute('disabled')).toBe(true);
  await desk.user.type(screen.getByRole('textbox', { name: '接手人' }), '小林');
  await desk.user.click(screen.getByRole('button', { name: '我来接手' }));
  expect(desk.sent().at(-1)).toEqual({ name: 'duty.take', input: { name: '小林' } });
  await desk.reply('duty.take', { seq: 7 });
  const duty = { seq: 7, name: '小林', sinceTs: SAMPLE_NOW };
  desk.change({ team: { answers: [], duty } });
  expect(screen.getByText(/值班：小林/)).toBeTruthy();
});

test('a refusal is said beside the name', async () => {
  const desk = open();
  await desk.user.type(screen.getByRole('textbox', { name: 'Who takes over' }), 'Lin');
  await desk.user.click(screen.getByRole('button', { name: 'I take over' }));
  await desk.refuse('duty.take', 'show_not_running');
  expect(screen.getByText('No show is running now.')).toBeTruthy();
});
