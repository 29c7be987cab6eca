import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { ChecksSheet } from '#renderer/features/checks/ChecksSheet.tsx';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleSlices } from '#tests/support/sample-snapshot.ts';

useSampleTime();

const LIST = {
  items: [
    { id: 4, text: 'Battery', state: 'open', origin: 'own', improvement: null },
    { id: 5, text: 'Light', state: 'done', origin: 'carried', improvement: null },
  ],
  carriable: 2,
  overruled: [],
};

async function open(list: object = LIST): Promise<DeskUnderTest> {
  const { show } = sampleSlices('en');
  if (show.show === null) throw new Error('the sample has a show');
  const planned = { ...show, show: { ...show.show, state: 'planned', startedTs: null } as const };
  const desk = renderDesk(<ChecksSheet onClose={() => undefined} />, {
    language: 'en',
    slices: { show: planned, sources: { ...sampleSlices('en').sources, sources: [] } },
  });
  await desk.reply('checklist.get', list);
  return desk;
}
const commands = (desk: DeskUnderTest) =>
  desk.sent().filter(({ name }) => name !== 'checklist.get' && name !== 'plan.get');

test('every check says what it found and what to do, by shape and word', async () => {
  await open();
  const rows = within(screen.getByRole('list', { name: 'Checked by the desk' })).getAllByRole(
    'listitem',
  );
  expect(rows).toHaveLength(7);
  expect(rows[0]?.textContent).toContain(
    'Sources · wrong No source is on: add one, or no data comes in.',
  );
});

test('one’s own items are ticked off, added, removed and carried over', async () => {
  const desk = await open();
  await desk.user.click(screen.getByRole('checkbox', { name: 'Battery' }));
  await desk.user.type(screen.getByRole('textbox', { name: 'Another item' }), 'Water{Enter}');
  await desk.user.click(screen.getByRole('button', { name: 'Remove Battery' }));
  await desk.user.click(screen.getByRole('button', { name: 'Take over 2 from earlier shows' }));
  expect(commands(desk)).toEqual([
    { name: 'checklist.put', input: { id: 4, text: 'Battery', state: 'done' } },
    { name: 'checklist.put', input: { id: null, text: 'Water', state: 'open' } },
    { name: 'checklist.remove', input: { ids: [4] } },
    { name: 'checklist.carry', input: {} },
  ]);
});

test('with red checks the show starts with a reason, which is kept first', async () => {
  const desk = await open();
  const start = screen.getByRole('button', { name: 'Start all the same' });
  expect(start).toHaveProperty('disabled', true);
  await desk.user.type(screen.getByRole('textbox', { name: 'Why it starts all the same' }), 'Test');
  await desk.user.click(start);
  expect(commands(desk)).toMatchObject([{ name: 'checks.overrule', input: { reason: 'Test' } }]);
  await desk.reply('checks.overrule', {});
  expect(commands(desk).at(-1)).toEqual({ name: 'show.start', input: {} });
});

test('an item that a review asked for says why, who sees to it and what proves it', async () => {
  await open({
    ...LIST,
    items: [
      {
        id: 6,
        text: 'A cue every five minutes',
        state: 'open',
        origin: 'review',
        improvement: {
          id: 3,
          problem: 'Twenty minutes in silence',
          owner: 'Lin',
          dueTs: null,
          subject: '',
          currency: null,
          proving: {
            metric: 'silenceShare',
            productId: null,
            cardId: null,
            direction: 'down',
            baseline: 0.45,
            goal: 0.2,
          },
        },
      },
    ],
  });
  const item = screen.getByRole('checkbox', { name: /A cue every five minutes/ });
  expect(item.closest('li')?.textContent).toContain(
    'from a reviewTwenty minutes in silenceLin · next show · Time in silence: 45.0% → goal 20.0%',
  );
});
