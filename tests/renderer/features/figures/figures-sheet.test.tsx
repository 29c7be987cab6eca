import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { FiguresSheet } from '#renderer/features/figures/FiguresSheet.tsx';
import { ShowId } from '#shared/model/ids.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';
import { SAMPLE_NOW, sampleMetrics } from '#tests/support/sample-snapshot.ts';

useSampleTime();

const held = {
  name: 'uniqueViewers',
  value: 6_400,
  sourceId: null,
  currency: 'CNY',
  asOfTs: SAMPLE_NOW,
  how: 'typed',
  screenId: null,
  seq: 41,
  enteredTs: SAMPLE_NOW,
};

async function open(entered: readonly unknown[] = []) {
  const sheet = <FiguresSheet showId={ShowId.parse(7)} onClose={() => undefined} />;
  const desk = renderDesk(sheet, { language: 'en', slices: {} });
  const lastSeq = entered.length === 0 ? null : 41;
  const reread = () =>
    desk.reply('figures.get', {
      metrics: { ...sampleMetrics(), entered },
      currency: 'CNY',
      lastSeq,
    });
  await reread();
  return { ...desk, reread };
}

const field = (name: string) => screen.getByRole('textbox', { name });
const sentFigures = (desk: Awaited<ReturnType<typeof open>>) =>
  desk.sent().filter(({ name }) => name !== 'figures.get');

describe('figures by hand', () => {
  test('those that are typed go together, of the whole show or of one platform', async () => {
    const desk = await open();
    await desk.user.type(field('impressions'), '12.5k');
    await desk.user.type(field('ad spend'), '899.5');
    fireEvent.change(screen.getByLabelText('Figures of'), { target: { value: '1' } });
    // Of another source nothing was typed yet.
    expect(field('impressions')).toHaveProperty('value', '');
    await desk.user.type(field('refunded orders'), '3');
    await desk.user.click(screen.getByRole('button', { name: 'Enter 1' }));
    expect(sentFigures(desk)).toEqual([
      {
        name: 'figures.enter',
        input: {
          showId: 7,
          sourceId: 1,
          figures: [{ name: 'refunds', value: 3 }],
          how: 'typed',
        },
      },
    ]);
    await desk.reply('figures.enter', { seq: 41 });
    await desk.reread();
    expect(screen.getByRole('status').textContent).toBe('1 entered');
  });

  test('a bad one says what is wrong at its field, and enters none', async () => {
    const desk = await open();
    await desk.user.type(field('buyers'), '12');
    await desk.user.type(field('impressions'), 'many');
    expect(screen.getByText('Not a number: write digits alone, like 12,345')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Enter 1' })).toHaveProperty('disabled', true);
    expect(sentFigures(desk)).toEqual([]);
  });

  test('what holds stands beside its field, and the last entry is taken back', async () => {
    const desk = await open([held]);
    const row = screen.getByRole('row', { name: /^unique viewers/ });
    expect(within(row).getByText(/^6,400 \(\d\d:\d\d, this desk\)$/)).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: 'Undo the last entry' }));
    expect(sentFigures(desk)).toEqual([
      { name: 'figures.withdraw', input: { showId: 7, enteredSeq: 41 } },
    ]);
    await desk.refuse('figures.withdraw', 'unknown_figures');
    expect(screen.getByText('These figures were taken back already.')).toBeTruthy();
  });

  test('a paste shows what each line becomes before anything is entered', async () => {
    const desk = await open();
    const paste = screen.getByRole('textbox', { name: /^Lines of name,value/ });
    fireEvent.change(paste, {
      target: { value: 'impressions\t12,000\nnonsense\t4\nproduct clicks\tmany\nsales\t899' },
    });
    const preview = within(screen.getByRole('region', { name: 'Paste' })).getAllByRole('row');
    expect(preview.slice(1).map((row) => row.textContent)).toEqual([
      '1impressions · 12,000impressions 12,000',
      '2nonsense · 4Unknown name; left out',
      '3product clicks · manyNot a number: write digits alone, like 12,345',
      '4sales · 899paid money ¥899',
    ]);
    await desk.user.click(screen.getByRole('button', { name: 'Enter 2' }));
    expect(sentFigures(desk)[0]?.input).toMatchObject({
      figures: [
        { name: 'impressions', value: 12_000 },
        { name: 'sales', value: 89_900 },
      ],
      how: 'pasted',
    });
  });
});
