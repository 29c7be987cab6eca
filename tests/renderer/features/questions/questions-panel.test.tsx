import { act, screen, within } from '@testing-library/react';
import userEvents from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { ChatPanel } from '#renderer/features/chat/ChatPanel.tsx';
import { QuestionsPanel } from '#renderer/features/questions/QuestionsPanel.tsx';
import { useDeskKeys } from '#renderer/features/keys/use-desk-keys.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleChat } from '#tests/support/sample-events.ts';
import { sampleQuestion, sampleQuestions } from '#tests/support/sample-questions.ts';
import { sampleShelf, type SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW, sampleBatch, sampleSnapshot } from '#tests/support/sample-snapshot.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

const SEQ = 38_412;
type Questions = SliceInputs['questions'];

function WithKeys(): null {
  useDeskKeys(true);
  return null;
}

function open(questions: Questions = sampleQuestions('en')) {
  return renderWithRoom(
    <DeskActionsProvider>
      <WithKeys />
      <ChatPanel questions={(search) => <QuestionsPanel search={search} />} above={() => null} />
    </DeskActionsProvider>,
    {
      language: 'en',
      snapshot: sampleSnapshot({ language: 'en', seq: SEQ, slices: { questions } }),
    },
  );
}

const list = () => screen.getByRole('listbox', { name: 'Questions of viewers' });
const texts = () =>
  within(list())
    .getAllByRole('option')
    .map((row) => row.textContent ?? '');
const picked = () =>
  within(list())
    .getAllByRole('option')
    .find((row) => row.getAttribute('aria-selected') === 'true')?.textContent;

let user: ReturnType<typeof userEvents.setup>;

beforeEach(() => {
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

describe('a row', () => {
  it('says how many ask, how often, where, for how long and when it was answered before', async () => {
    open();
    await user.click(screen.getByRole('tab', { name: /Questions/ }));
    const [shrink, , ship] = within(list()).getAllByRole('option');
    expect(shrink?.textContent).toContain('does it shrink in the wash?');
    expect(shrink?.textContent).toContain('14 people');
    expect(shrink?.textContent).toContain('21 messages');
    expect(shrink?.textContent).toContain('4:12');
    const marks = within(shrink ?? document.body).getAllByRole('img');
    expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual([
      'Douyin',
      'Kuaishou',
      'Twitch',
    ]);
    expect(ship?.textContent).toContain('answered 2:00 ago, asked again');
  });

  it('stands in the section it belongs to; what is owed is counted on the tab', async () => {
    open();
    await user.click(screen.getByRole('tab', { name: /Questions.*3/ }));
    const rowsIn = (name: string) =>
      within(within(list()).getByRole('group', { name })).getAllByRole('option').length;
    expect(rowsIn('Owed an answer')).toBe(3);
    expect(rowsIn('Asked by few')).toBe(2);
    expect(rowsIn('Answered')).toBe(1);
  });
});

describe('keys', () => {
  it('Q shows the questions with the first one picked; arrows move, Enter sends, Space marks', async () => {
    const room = open();
    await user.keyboard('q');
    expect(document.activeElement).toBe(list());
    expect(picked()).toContain('does it shrink');
    await user.keyboard('{ArrowDown}');
    expect(picked()).toContain('what size');
    await user.keyboard('{Enter}');
    expect(room.transport.commands.at(-1)).toMatchObject({
      name: 'question.send',
      input: { questionId: 33_500, text: null, isAnswer: false },
    });
    await user.keyboard(' ');
    expect(room.transport.commands.at(-1)).toMatchObject({
      name: 'question.answer',
      input: { questionId: 33_500, how: 'marked' },
    });
    await user.keyboard('{End} ');
    expect(room.transport.commands.at(-1)).toMatchObject({
      name: 'question.reopen',
      input: { questionId: 30_100 },
    });
    // The keys go back to the desk.
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(document.body);
  });

  it('digits arm as everywhere, and give the keys back: Enter then pins and asks nobody', async () => {
    const room = open();
    await user.keyboard('q{ArrowDown}');
    await user.keyboard('5');
    expect(document.activeElement).toBe(document.body);
    act(() => void vi.advanceTimersByTime(1_000));
    expect(room.transport.commands.at(-1)).toMatchObject({
      name: 'shelf.arm',
      input: { linkNumber: 5 },
    });
    await act(async () => room.transport.reply('shelf.arm', {}));
    const armed = {
      productId: 5,
      linkNumber: 5,
      expiresTs: SAMPLE_NOW + 20_000,
      linkedCueText: null,
      preview: [],
      warnings: [],
    };
    const shelf = { ...sampleShelf('en'), armed };
    room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, slices: { shelf } }));
    await user.keyboard('{Enter}');
    const names = room.transport.commands.map(({ name }) => name);
    expect(names).not.toContain('question.send');
    expect(names.at(-1)).toBe('shelf.go');
  });

  it('keys that the list does not use are the desk’s while it has the focus', async () => {
    const room = open();
    await user.keyboard('qb');
    expect(room.transport.commands.at(-1)).toMatchObject({ name: 'bookmark.add' });
    expect(document.activeElement).toBe(list());
  });

  it('Q belongs to a field that is typed into', async () => {
    open();
    const field = screen.getByRole('textbox', { name: 'Search the chat' });
    await user.type(field, 'q');
    expect(screen.queryByRole('listbox', { name: 'Questions of viewers' })).toBeNull();
  });

  it('Enter on a question never pins what is armed', async () => {
    const room = open();
    await user.keyboard('q{Enter}');
    expect(room.transport.commands.map(({ name }) => name)).not.toContain('shelf.go');
  });
});

describe('while the keys are in the list', () => {
  it('no row changes its place: an answered one says so where it stood, new ones come behind', async () => {
    const questions = sampleQuestions('en');
    const room = open(questions);
    await user.keyboard('q');
    const before = texts().map((text) => text.replace(/\d+:\d+.*/, ''));
    const [first, ...others] = questions.open;
    if (first === undefined) throw new Error('the sample asks something');
    const answer = { seq: 39_000, ts: SAMPLE_NOW, how: 'marked', count: 21, people: 14 } as const;
    const news = sampleQuestion({ id: 38_500, text: 'is it real silk?', isDebt: true, people: 3 });
    room.receive(
      sampleBatch({
        afterSeq: SEQ,
        seq: SEQ + 1,
        slices: {
          questions: {
            ...questions,
            open: [news, ...others],
            answered: [{ ...first, state: 'answered', answer }, ...questions.answered],
          },
        },
      }),
    );
    const after = texts();
    expect(after[0]).toContain('does it shrink');
    expect(after[0]).toContain('marked 0:00 ago');
    expect(after[3]).toContain('is it real silk?');
    expect(after.length).toBe(before.length + 1);

    await user.keyboard('{Escape}');
    expect(texts()[0]).toContain('is it real silk?');
  });
});

describe('the lines of a question', () => {
  it('are asked for and shown, newest first', async () => {
    const room = open();
    await user.keyboard('q');
    await user.click(screen.getByRole('button', { name: 'Lines' }));
    const asked = room.transport.commands.at(-1);
    expect(asked).toMatchObject({ name: 'question.lines', input: { questionId: 31_000 } });
    const lines = ['first', 'second'].map((text, at) =>
      sampleChat({ seq: 31_000 + at, name: `n${at}`, text }),
    );
    await act(async () => {
      room.transport.receive({
        type: 'reply',
        commandId: asked?.commandId ?? '',
        output: { lines },
      });
    });
    const shown = within(screen.getByRole('list', { name: 'Lines' })).getAllByRole('listitem');
    expect(shown.map((line) => line.textContent)).toEqual([
      expect.stringContaining('second'),
      expect.stringContaining('first'),
    ]);
  });
});

describe('without rows', () => {
  it('says that nothing is open, or that it is still being read', async () => {
    const none: Questions = {
      ...sampleQuestions('en'),
      open: [],
      answered: [],
      debt: 0,
      openCount: 0,
    };
    const room = open(none);
    await user.keyboard('q');
    expect(screen.getByText('No question is open')).toBeTruthy();
    room.receive(
      sampleBatch({
        afterSeq: SEQ,
        seq: SEQ + 1,
        slices: { questions: { ...none, isReady: false } },
      }),
    );
    expect(screen.getByText('Reading the questions of this show')).toBeTruthy();
  });

  it('says what the list does not hold', async () => {
    open({ ...sampleQuestions('en'), openCount: 42, forgotten: 2 });
    await user.keyboard('q');
    expect(screen.getByText(/37 more questions are open.*2 questions nobody asked/)).toBeTruthy();
  });
});
