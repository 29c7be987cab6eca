import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { ImprovementsSheet } from '#renderer/features/improvements/ImprovementsSheet.tsx';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';
import { sampleImprovement } from '#tests/support/sample-improvement.ts';

useSampleTime();

const kept = { verdict: 'kept', reason: null, now: 0.1, n: 12, chance: 0 } as const;
const trial = (showId: number, title: string) => ({
  showId,
  title,
  startedTs: Date.UTC(2025, 9, showId),
  isTicked: true,
  judgement: kept,
});

function open() {
  const desk = renderDesk(<ImprovementsSheet onClose={() => undefined} />, {
    language: 'en',
    slices: {},
  });
  return desk;
}

test('every item stands with its shows; kept twice in a row it is offered to be closed', async () => {
  const desk = open();
  expect(screen.getByRole('status').textContent).toContain('Reading the reviews');
  await desk.reply('improvement.list', {
    courses: [
      {
        item: sampleImprovement(),
        trials: [trial(8, 'Friday'), trial(9, 'Monday')],
        canClose: true,
      },
      { item: sampleImprovement({ id: 4, scheme: 'Greet' }), trials: [], canClose: false },
    ],
  });
  const shows = screen.getByRole('list', { name: 'Over the shows' });
  expect(shows.textContent).toContain('Friday: 10.0%, kept');
  expect(screen.getByText('Not carried into a real show yet.')).toBeTruthy();
  expect(screen.getByText('Kept in two shows in a row: it can be closed.')).toBeTruthy();
  await desk.user.click(
    screen.getByRole('button', { name: 'Mark as done: A cue every five minutes' }),
  );
  await desk.reply('improvement.setState', { id: 3, changeId: 5 });
  await desk.user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(desk.sent().at(-1)).toEqual({ name: 'improvement.undo', input: { changeId: 5 } });
});

test('an empty list says where items come from; a refusal is said in words', async () => {
  const desk = open();
  await desk.reply('improvement.list', { courses: [] });
  expect(screen.getByText(/This room has no improvement items yet/)).toBeTruthy();
});
