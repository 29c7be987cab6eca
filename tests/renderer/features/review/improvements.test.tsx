import { screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';

import { useImprovements } from '#renderer/features/review/improvements/use-improvements.ts';
import { ImprovementSection } from '#renderer/features/review/sections/ImprovementSection.tsx';
import type { Review } from '#shared/model/review.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';
import { sampleImprovement } from '#tests/support/sample-improvement.ts';
import { sampleReview } from '#tests/support/sample-review.ts';

useSampleTime();

function Section({ review }: { readonly review: Review }): ReactElement {
  return <ImprovementSection review={review} improvements={useImprovements(review)} />;
}

function open(patch: Parameters<typeof sampleReview>[1] = {}) {
  const review = sampleReview('en', patch);
  return { review, desk: renderDesk(<Section review={review} />, { language: 'en', slices: {} }) };
}
const puts = (desk: ReturnType<typeof open>['desk']) =>
  desk.sent().filter(({ name }) => name === 'improvement.put');

test('a finding is accepted with one press, in its own words, with its figure and a goal', async () => {
  const { desk, review } = open();
  const finding = review.findings.find(({ isGood }) => !isGood);
  const [accept] = screen.getAllByRole('button', { name: /^Accept as an improvement item/ });
  if (accept === undefined || finding === undefined) throw new Error('the sample has findings');
  await desk.user.click(accept);
  const [sent] = puts(desk);
  expect(sent?.input).toMatchObject({
    id: null,
    showId: 7,
    findingId: finding.id,
    cause: finding.cause,
    owner: '',
    dueTs: null,
  });
  expect(accept.getAttribute('aria-label')).toContain(String(Object(sent?.input).problem));
  await desk.reply('improvement.put', { id: 3, changeId: 1 });
  const own = [sampleImprovement({ findingId: finding.id })];
  await desk.reply('improvement.ofShow', { own, judged: [] });
  expect(
    screen.queryByRole('button', { name: accept.getAttribute('aria-label') ?? '' }),
  ).toBeNull();
  await desk.user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(desk.sent().at(-1)).toEqual({ name: 'improvement.undo', input: { changeId: 1 } });
});

test('who and by when are said in place, and kept when the field is left', async () => {
  const { desk } = open({ improvements: { own: [sampleImprovement()], judged: [] } });
  expect(screen.getByText('Time in silence: 45.0% → goal 20.0%')).toBeTruthy();
  const owner = screen.getByRole('textbox', { name: 'Owner of: A cue every five minutes' });
  await desk.user.clear(owner);
  await desk.user.type(owner, 'Mei{Enter}');
  expect(puts(desk)).toMatchObject([
    { input: { id: 3, owner: 'Mei', proving: { metric: 'silenceShare', goal: 0.2 } } },
  ]);
  // The core reads the baseline itself.
  expect(Object(puts(desk)[0]?.input).proving).not.toHaveProperty('baseline');
  await desk.user.click(
    screen.getByRole('button', { name: 'Mark as done: A cue every five minutes' }),
  );
  expect(desk.sent().at(-1)).toEqual({
    name: 'improvement.setState',
    input: { id: 3, state: 'done' },
  });
});

test('one is written by hand: faults in words, the figure of this show, a goal that is suggested', async () => {
  const { desk } = open();
  await desk.user.click(screen.getByRole('button', { name: 'Write one' }));
  const form = within(screen.getByRole('form', { name: 'Write one' }));
  await desk.user.click(form.getByRole('button', { name: 'Save' }));
  expect(form.getByText('Say what the problem is.')).toBeTruthy();
  expect(form.getByText('Say what to change.')).toBeTruthy();
  expect(puts(desk)).toEqual([]);
  await desk.user.type(form.getByRole('textbox', { name: 'Problem' }), 'Too few orders');
  await desk.user.type(form.getByRole('textbox', { name: 'What to change' }), 'Open at nine');
  await desk.user.selectOptions(
    form.getByRole('combobox', { name: 'Proved by' }),
    'productPaidPerMinute',
  );
  await desk.user.click(form.getByRole('button', { name: 'Save' }));
  await desk.user.selectOptions(
    form.getByRole('combobox', { name: 'Choose the product this is about.' }),
    '2',
  );
  const goal = form.getByRole('textbox', { name: 'Goal (CNY)' });
  expect(Number((goal as HTMLInputElement).value)).toBeGreaterThan(1_600);
  await desk.user.clear(goal);
  await desk.user.type(goal, '2000');
  await desk.user.click(form.getByRole('button', { name: 'Save' }));
  expect(puts(desk)).toMatchObject([
    {
      input: {
        problem: 'Too few orders',
        scheme: 'Open at nine',
        findingId: null,
        proving: { metric: 'productPaidPerMinute', productId: 2, direction: 'up', goal: 200_000 },
      },
    },
  ]);
  await desk.refuse('improvement.put', 'too_many', {
    what: 'improvements',
    max: '100',
    given: '101',
  });
  expect(screen.getByRole('alert').textContent).toContain('Improvement items');
  expect(form.getByRole('textbox', { name: 'Problem' })).toHaveProperty('value', 'Too few orders');
});

test('what earlier reviews asked for is judged, with both figures and why', () => {
  const judgement = { verdict: 'kept', reason: null, now: 0.1, n: 12, chance: 0 } as const;
  open({
    improvements: {
      own: [],
      judged: [
        { item: sampleImprovement(), isTicked: true, judgement },
        {
          item: sampleImprovement({ id: 4, scheme: 'Greet' }),
          isTicked: false,
          judgement: { ...judgement, verdict: 'unchanged', reason: 'within_chance', chance: 0.31 },
        },
      ],
    },
  });
  const table = screen.getByRole('region', { name: 'Improvement items of earlier shows' });
  const rows = within(table).getAllByRole('row');
  const cells = (row: number) => [...(rows[row]?.children ?? [])].map((cell) => cell.textContent);
  expect(cells(1)).toEqual([
    'Twenty minutes in silence',
    'A cue every five minutes',
    'Lin',
    'ticked off',
    'Time in silence',
    '45.0%',
    '20.0%',
    '10.0%',
    'kept',
    '—',
  ]);
  expect(cells(2).slice(-2)).toEqual(['no change', 'Within what chance alone gives (±31.0%).']);
});
