import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvents from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { ChatPanel } from '#renderer/features/chat/ChatPanel.tsx';
import { QuestionsPanel } from '#renderer/features/questions/QuestionsPanel.tsx';
import { UrgentQuestions } from '#renderer/features/questions/UrgentQuestions.tsx';
import { useDeskKeys } from '#renderer/features/keys/use-desk-keys.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleQuestion, sampleQuestions } from '#tests/support/sample-questions.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW, sampleBatch, sampleSnapshot } from '#tests/support/sample-snapshot.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

const SEQ = 38_412;
type Questions = SliceInputs['questions'];
const NONE_OWED: Questions = {
  ...sampleQuestions('en'),
  open: [],
  debt: 0,
  openCount: 0,
  oldestDebtTs: null,
};

let isStill = false;
function Desk() {
  useDeskKeys(true);
  return (
    <ChatPanel
      questions={(search) => <QuestionsPanel search={search} />}
      above={() => <UrgentQuestions isStill={isStill} />}
    />
  );
}

function open(questions: Questions = sampleQuestions('en')) {
  const room = renderWithRoom(
    <DeskActionsProvider>
      <Desk />
    </DeskActionsProvider>,
    {
      language: 'en',
      snapshot: sampleSnapshot({ language: 'en', seq: SEQ, slices: { questions } }),
    },
  );
  let seq = SEQ;
  function receive(next: Questions): void {
    room.receive(sampleBatch({ afterSeq: seq, seq: seq + 1, slices: { questions: next } }));
    seq += 1;
  }
  return { ...room, receive };
}

const block = () => screen.getByRole('region', { name: 'Owed an answer' });
const rows = () =>
  within(block())
    .queryAllByRole('listitem')
    .map((row) => row.textContent ?? '');

let user: ReturnType<typeof userEvents.setup>;

beforeEach(() => {
  isStill = false;
  user = userEvents.setup({ advanceTimers: (ms) => void vi.advanceTimersByTime(ms) });
  stubLayout();
  vi.useFakeTimers({ shouldAdvanceTime: true, now: SAMPLE_NOW });
  useDeskStore.setState({
    areQuestionsWanted: false,
    chatTab: 'all',
    pickedQuestionId: null,
    part: null,
  });
  return () => vi.useRealTimers();
});

/** With the first one answered, and a new one that is owed before the others. */
function answeredFirst(questions: Questions): Questions {
  const [first, ...others] = questions.open;
  if (first === undefined) throw new Error('the sample asks something');
  const answer = { seq: 39_000, ts: SAMPLE_NOW, how: 'marked', count: 21, people: 14 } as const;
  const news = sampleQuestion({ id: 38_500, text: 'is it real silk?', isDebt: true, people: 3 });
  return {
    ...questions,
    open: [news, ...others],
    answered: [{ ...first, state: 'answered', answer }, ...questions.answered],
  };
}

describe('above the messages', () => {
  it('stand the owed questions alone: how many ask, their words, for how long, and the key', () => {
    open();
    expect(rows()).toEqual([
      expect.stringMatching(/^14does it shrink in the wash\?4:12Q/),
      expect.stringMatching(/^9what size for 170 cm\?2:05/),
      expect.stringMatching(/^5how long does delivery take\?0:48/),
    ]);
    expect(within(block()).getByRole('button', { name: /3.*oldest 4:12/ })).toBeTruthy();
  });

  it('one line says that none is owed, or that they are still being read', () => {
    const room = open(NONE_OWED);
    expect(rows()).toEqual([]);
    expect(block().textContent).toContain('No answer is owed');
    act(() => room.receive({ ...NONE_OWED, isReady: false }));
    expect(block().textContent).toContain('Reading the questions of this show');
  });

  it('they make room for the list of all', async () => {
    open();
    await user.click(within(block()).getByRole('button', { name: /3.*oldest/ }));
    expect(screen.queryByRole('region', { name: 'Owed an answer' })).toBeNull();
    const list = screen.getByRole('listbox', { name: 'Questions of viewers' });
    expect(document.activeElement).toBe(list);
  });
});

describe('a row', () => {
  it('opens the list with itself picked; Q takes the first one', async () => {
    open();
    const picked = () =>
      screen.getAllByRole('option').find((row) => row.getAttribute('aria-selected') === 'true');
    await user.click(within(block()).getByRole('button', { name: /^9 people.*what size/ }));
    expect(picked()?.textContent).toContain('what size');
    await user.click(screen.getByRole('tab', { name: 'All' }));
    await user.keyboard('q');
    expect(picked()?.textContent).toContain('does it shrink');
  });

  it('is sent and marked with one press', async () => {
    const room = open();
    const button = (name: string) => within(block()).getByRole('button', { name });
    await user.click(button('To host: “what size for 170 cm?”'));
    expect(room.transport.commands.at(-1)).toMatchObject({
      name: 'question.send',
      input: { questionId: 33_500, text: null, isAnswer: false },
    });
    await user.click(button('Mark “does it shrink in the wash?” answered'));
    expect(room.transport.commands.at(-1)).toMatchObject({
      name: 'question.answer',
      input: { questionId: 31_000, how: 'marked' },
    });
  });
});

describe('nothing moves', () => {
  it('under the hand: an answered one says so where it stood, and is taken back there', async () => {
    const questions = sampleQuestions('en');
    const room = open(questions);
    fireEvent.pointerMove(block(), { pointerType: 'mouse' });
    act(() => room.receive(answeredFirst(questions)));
    expect(rows()[0]).toMatch(/does it shrink.*answered/);
    expect(rows()).toHaveLength(3);
    await user.click(
      within(block()).getByRole('button', {
        name: 'Mark “does it shrink in the wash?” not answered',
      }),
    );
    expect(room.transport.commands.at(-1)).toMatchObject({ name: 'question.reopen' });
  });

  it('when the hand is gone the urgent ones stand there', () => {
    const questions = sampleQuestions('en');
    const room = open(questions);
    fireEvent.pointerMove(block(), { pointerType: 'mouse' });
    act(() => room.receive(answeredFirst(questions)));
    fireEvent.pointerLeave(block());
    expect(rows()[0]).toContain('is it real silk?');
  });

  it('no longer than the hand is there: a press leaves no focus behind', async () => {
    const questions = sampleQuestions('en');
    const room = open(questions);
    const name = 'Mark “does it shrink in the wash?” answered';
    await user.click(within(block()).getByRole('button', { name }));
    fireEvent.pointerLeave(block());
    act(() => room.receive(answeredFirst(questions)));
    expect(rows()[0]).toContain('is it real silk?');
  });

  it('below it while the messages are looked through: there is neither more nor less room', () => {
    isStill = true;
    const room = open();
    act(() =>
      room.receive({ ...sampleQuestions('en'), open: sampleQuestions('en').open.slice(2) }),
    );
    const list = within(block()).getByRole('list');
    expect(list.dataset.places).toBe('3');
    expect(rows()).toHaveLength(1);
  });
});
