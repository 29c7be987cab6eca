import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { QuestionsPanel } from '#renderer/features/questions/QuestionsPanel.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleQuestions } from '#tests/support/sample-questions.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW } from '#tests/support/sample-snapshot.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

beforeEach(() => {
  stubLayout();
  useDeskStore.setState({ pickedQuestionId: null });
});

useSampleTime();

const SHRINKS = { productId: 2, question: 'does it shrink', answer: 'No, washed before it is cut' };
const NONE: SliceInputs['answers'] = { productId: 2, answers: [] };

function panel(answers: SliceInputs['answers']): DeskUnderTest {
  return renderDesk(<QuestionsPanel search="" />, {
    language: 'en',
    slices: { questions: sampleQuestions('en'), answers },
  });
}
const rows = () => within(screen.getByRole('listbox')).getAllByRole('option');
const pick = (name: RegExp) => fireEvent.click(screen.getByRole('option', { name }));
const changes = (desk: DeskUnderTest) => desk.sent().filter(({ name }) => name !== 'answer.past');

describe('the approved answer', () => {
  test('stands at its question, and is another as soon as it is changed elsewhere', () => {
    const desk = panel({ productId: 2, answers: [SHRINKS] });
    expect(rows()[0]?.textContent).toContain('Answer: No, washed before it is cut');
    expect(rows()[1]?.textContent).not.toContain('Answer:');
    pick(/does it shrink/);
    expect(screen.getByText('link 2')).toBeTruthy();
    desk.change({ answers: { productId: 2, answers: [{ ...SHRINKS, answer: 'A little' }] } });
    expect(rows()[0]?.textContent).toContain('Answer: A little');
    desk.change({ answers: NONE });
    expect(screen.getByText('No approved answer yet')).toBeTruthy();
  });

  test('is written for the product on the shelf or for every product, and taken back', async () => {
    const desk = panel(NONE);
    pick(/what size/);
    await desk.user.click(screen.getByRole('button', { name: 'Write answer' }));
    await desk.reply('answer.past', {
      answers: [{ text: 'M up to 65 kg', ts: SAMPLE_NOW, showId: 4, title: 'Last Friday' }],
    });
    await desk.user.click(screen.getByRole('button', { name: 'M up to 65 kg' }));
    await desk.user.selectOptions(screen.getByLabelText('Holds for'), 'for every product');
    await desk.user.click(screen.getByRole('button', { name: 'Approve' }));
    const put = { productId: null, question: 'what size for 170 cm?', answer: 'M up to 65 kg' };
    expect(changes(desk)).toEqual([{ name: 'answer.put', input: put }]);
    await desk.reply('answer.put', { before: null });
    await desk.user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(changes(desk).at(-1)).toEqual({
      name: 'answer.remove',
      input: { productId: null, question: put.question },
    });
  });

  test('keeps the words it is known by when it is changed, and is put back as it was', async () => {
    const desk = panel({ productId: 2, answers: [SHRINKS] });
    pick(/does it shrink/);
    await desk.user.click(screen.getByRole('button', { name: 'Change answer' }));
    const field = screen.getByLabelText<HTMLInputElement>('Answer');
    expect(field.value).toBe(SHRINKS.answer);
    await desk.user.clear(field);
    await desk.user.type(field, 'A little{Enter}');
    expect(changes(desk)).toEqual([
      { name: 'answer.put', input: { ...SHRINKS, answer: 'A little' } },
    ]);
    const { question, answer } = SHRINKS;
    await desk.reply('answer.put', { before: { question, answer } });
    await desk.user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(changes(desk).at(-1)).toEqual({ name: 'answer.put', input: SHRINKS });
  });

  test('Escape leaves the form and changes nothing', async () => {
    const desk = panel(NONE);
    pick(/what size/);
    await desk.user.click(screen.getByRole('button', { name: 'Write answer' }));
    await desk.user.keyboard('something{Escape}');
    expect(screen.queryByLabelText('Answer')).toBe(null);
    expect(changes(desk)).toEqual([]);
  });
});
