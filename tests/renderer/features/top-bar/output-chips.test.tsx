import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { OutputChips } from '#renderer/features/top-bar/OutputChips.tsx';
import { OutletId } from '#shared/model/ids.ts';
import { NO_OUTPUTS, type OutputHealth } from '#shared/model/output-health.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleOutput } from '#tests/support/sample-outputs.ts';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

function show(outputs: readonly Partial<OutputHealth>[], language: 'zh-CN' | 'en' = 'zh-CN') {
  const slices = { outputs: { outputs: outputs.map((output) => sampleOutput(output)) } };
  const snapshot = sampleSnapshot({ language, slices });
  renderWithRoom(<OutputChips />, { language, snapshot });
}

const chips = () => screen.queryAllByRole('button');

test('a room without an OBS has no chip', () => {
  renderWithRoom(<OutputChips />, {
    language: 'en',
    snapshot: sampleSnapshot({ language: 'en', slices: { outputs: NO_OUTPUTS } }),
  });
  expect(chips()).toEqual([]);
});

test('bitrate and dropped frames stand there, every figure in the hint', () => {
  show([{ droppedShare: 0.025, state: 'strained', cause: 'network' }]);
  const [chip] = chips();
  expect(chip?.textContent).toContain('6,012 kb/s');
  expect(chip?.textContent).toContain('2.5%');
  const hint = chip?.getAttribute('title') ?? '';
  expect(hint).toContain('推流吃力：网络发不出去');
  expect(hint).toContain('丢帧（本次推流）：3 / 54,000 帧');
  expect(hint).toContain('帧率：30');
  expect(hint).toContain('OBS 占用 CPU：12.5%');
  expect(hint).toContain('麦克风 Mic：\u221220 dB');
});

test('what is not known is said in words, never as 0', () => {
  const unknown = { kbps: null, droppedShare: null } as const;
  show(
    [
      { ...unknown, state: 'not_streaming', why: 'not_streaming' },
      { ...unknown, outletId: OutletId.parse(2), state: null, why: 'not_read' },
    ],
    'en',
  );
  const [off, unread] = chips();
  expect(off?.textContent).toContain('not streaming');
  expect(off?.getAttribute('title')).toContain('Bitrate: OBS is not streaming');
  expect(unread?.textContent).toContain('not read');
  for (const chip of chips()) expect(chip.textContent).not.toContain('0');
});

test('a stream that connects again says so', () => {
  show([{ kbps: null, state: 'bad', cause: 'reconnecting', why: 'reconnecting' }], 'en');
  expect(chips()[0]?.textContent).toContain('reconnecting');
});

test('two have their place, the rest is a number with the worst of them', () => {
  show(
    [{}, {}, { state: 'not_streaming' }, { state: 'bad', cause: 'network' }].map((each, at) => ({
      ...each,
      outletId: at + 1,
      name: `OBS ${at + 1}`,
    })) as Partial<OutputHealth>[],
    'en',
  );
  expect(chips().map((chip) => chip.textContent)).toEqual([
    expect.stringContaining('OBS 1'),
    expect.stringContaining('OBS 2'),
    '2 more streams',
  ]);
  expect(chips()[2]?.className).toMatch(/danger/);
});
