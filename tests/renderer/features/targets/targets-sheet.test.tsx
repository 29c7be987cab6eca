import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { TargetsSheet } from '#renderer/features/targets/TargetsSheet.tsx';
import { ShowId } from '#shared/model/ids.ts';
import type { HeldTarget } from '#shared/model/show-target.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';
import type { SampleLanguage } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW } from '#tests/support/sample-snapshot.ts';

useSampleTime();

const held = (name: HeldTarget['name'], value: number): HeldTarget => ({
  name,
  value,
  currency: 'CNY',
  how: 'typed',
  seq: 41,
  setTs: SAMPLE_NOW,
});
const earlier = { showId: 6, title: 'Last night', count: 2 };

async function open(
  targets: readonly HeldTarget[] = [],
  language: SampleLanguage = 'en',
  last: typeof earlier | null = earlier,
) {
  const sheet = <TargetsSheet showId={ShowId.parse(7)} onClose={() => undefined} />;
  const desk = renderDesk(sheet, {
    language,
    slices: { blocks: { blocks: [], currentId: null } },
  });
  const lastSeq = targets.length === 0 ? null : 41;
  const reread = () =>
    desk.reply('targets.get', { targets, currency: 'CNY', lastSeq, earlier: last });
  await reread();
  return { ...desk, reread };
}

const field = (name: string) => screen.getByRole('textbox', { name });
const changes = (desk: Awaited<ReturnType<typeof open>>) =>
  desk.sent().filter(({ name }) => name !== 'targets.get');

describe('targets of the show', () => {
  test('those that are typed go together, in the unit of their figure', async () => {
    const desk = await open();
    await desk.user.type(field('Planned time on air'), '3:30');
    await desk.user.type(field('Paid'), '80,000');
    await desk.user.type(field('Peak viewers'), '1.2k');
    await desk.user.click(screen.getByRole('button', { name: 'More figures' }));
    await desk.user.type(field('Follow rate'), '3.5{Enter}');
    expect(changes(desk)).toEqual([
      {
        name: 'targets.set',
        input: {
          showId: 7,
          targets: [
            { name: 'viewersPeak', value: 1_200 },
            { name: 'paid', value: 8_000_000 },
            { name: 'onAir', value: 12_600 },
            { name: 'followRate', value: 0.035 },
          ],
          how: 'typed',
        },
      },
    ]);
    await desk.reply('targets.set', { seq: 41 });
    await desk.reread();
    expect(screen.getByRole('status').textContent).toBe('4 set');
  });

  test('a bad one says what is wrong at its field, and sets none', async () => {
    const desk = await open();
    await desk.user.type(field('Paid orders'), '800');
    await desk.user.type(field('Planned time on air'), '3');
    await desk.user.type(field('Follows'), '0');
    expect(screen.getByText('Write hours and minutes, like 3:30 or 210 min')).toBeTruthy();
    expect(screen.getByText('More than 0 is needed')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Set 1' })).toHaveProperty('disabled', true);
    await desk.user.type(field('Paid orders'), '{Enter}');
    expect(changes(desk)).toEqual([]);
  });

  test('what holds stands beside its field; one is taken away, the last entry taken back', async () => {
    const desk = await open([held('paid', 8_000_000), held('refundRate', 0.1)]);
    const row = screen.getByRole('row', { name: /^Paid ?CNY/ });
    expect(within(row).getByText('¥80,000')).toBeTruthy();
    // One beyond the usual ones is shown as soon as it has a target.
    expect(screen.getByText('≤ 10%')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: 'Take away the target of Paid' }));
    await desk.user.click(screen.getByRole('button', { name: 'Undo the last targets' }));
    expect(changes(desk)).toEqual([
      {
        name: 'targets.set',
        input: { showId: 7, targets: [{ name: 'paid', value: null }], how: 'typed' },
      },
      { name: 'targets.withdraw', input: { showId: 7, setSeq: 41 } },
    ]);
    await desk.refuse('targets.withdraw', 'unknown_targets');
    expect(screen.getByText('These targets were taken back already.')).toBeTruthy();
  });

  test('one button takes over those of the last show, and says which', async () => {
    const desk = await open();
    expect(screen.getByText('2 of “Last night”')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: 'Same as last show' }));
    expect(changes(desk)).toEqual([{ name: 'targets.carry', input: { showId: 7 } }]);
    await desk.reply('targets.carry', { seq: 41, count: 2 });
    expect(screen.getByRole('status').textContent).toBe('2 set');
  });

  test('without an earlier one there is nothing to take over, and without a plan no pace', async () => {
    await open([], 'zh-CN', null);
    expect(screen.getByRole('button', { name: '和上一场一样' })).toHaveProperty('disabled', true);
    expect(screen.getByText('以前的场次还没有目标')).toBeTruthy();
    expect(screen.getByText(/^没填计划开播时长，也没有流程/)).toBeTruthy();
  });

  test('a paste shows what each line becomes before anything is set', async () => {
    const desk = await open();
    const paste = screen.getByRole('textbox', { name: /^Two columns of a spreadsheet/ });
    fireEvent.change(paste, {
      target: { value: 'GMV\t8万\n天气\t4\nroi\tmany\n订单\t1\npeak\t1,200' },
    });
    const preview = within(screen.getByRole('region', { name: 'Paste' })).getAllByRole('row');
    expect(preview.slice(1).map((row) => row.textContent)).toEqual([
      '1GMV · 8万Paid ¥80,000',
      '2天气 · 4Unknown name; left out',
      '3roi · manyNot a number: write digits alone, like 12,345',
      '4订单 · 1Paid orders 1',
      '5peak · 1,200Peak viewers 1,200',
    ]);
    await desk.user.click(screen.getByRole('button', { name: 'Set 3' }));
    expect(changes(desk)[0]?.input).toMatchObject({
      targets: [
        { name: 'paid', value: 8_000_000 },
        { name: 'ordersPaid', value: 1 },
        { name: 'viewersPeak', value: 1_200 },
      ],
      how: 'pasted',
    });
  });
});
