import { screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';

import { NotesList } from '#renderer/features/review/notes/NotesList.tsx';
import { useNotes, withNotes } from '#renderer/features/review/notes/use-notes.ts';
import type { Review } from '#shared/model/review.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';
import { REVIEW_START, sampleReview } from '#tests/support/sample-review.ts';

useSampleTime();

const MINUTE_MS = 60_000;
const NOTE = {
  seq: 9,
  ts: REVIEW_START + 14 * MINUTE_MS,
  writtenTs: REVIEW_START,
  note: 'Too dark',
  imageId: '0f'.repeat(32),
};
const timeOf = (ts: number): string =>
  new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    ts,
  );

function List({ review }: { readonly review: Review }): ReactElement {
  return <NotesList review={review} held={useNotes(review)} />;
}
function open(notes: readonly (typeof NOTE)[]) {
  const review = sampleReview('en', { notes: [...notes] });
  return renderDesk(<List review={review} />, { language: 'en', slices: {} });
}

test('a note stands with its moment and photo, is removed and put back', async () => {
  const desk = open([NOTE]);
  const time = timeOf(NOTE.ts);
  const photo = screen.getByRole('link', { name: `Open the photo of ${time}` });
  expect(photo.getAttribute('href')).toBe(`/images/${NOTE.imageId}`);
  await desk.user.click(screen.getByRole('button', { name: `Remove the mark at ${time}` }));
  await desk.reply('bookmark.remove', {});
  await desk.reply('bookmark.list', { notes: [] });
  expect(screen.getByText(/No moment of this show was marked/)).toBeTruthy();
  await desk.user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(desk.sent().at(-1)).toEqual({
    name: 'bookmark.note',
    input: { showId: 7, seq: 9, note: 'Too dark', image: { imageId: NOTE.imageId } },
  });
});

test('any moment of the show is written to afterwards; another one is a fault in words', async () => {
  const desk = open([]);
  const form = within(screen.getByRole('form', { name: 'Add a note' }));
  const [moment, text] = [
    form.getByRole('textbox', { name: 'Moment of the show' }),
    form.getByRole('textbox', { name: 'Note' }),
  ];
  await desk.user.type(moment, timeOf(REVIEW_START - 30 * MINUTE_MS));
  await desk.user.click(form.getByRole('button', { name: 'Add a note' }));
  expect(form.getByText(/Enter a moment between/)).toBeTruthy();
  expect(form.getByText('Say what it was.')).toBeTruthy();
  await desk.user.clear(moment);
  await desk.user.type(moment, timeOf(NOTE.ts));
  await desk.user.type(text, 'The host was late{Enter}');
  expect(desk.sent().at(-1)).toEqual({
    name: 'bookmark.addAt',
    input: { showId: 7, ts: NOTE.ts, note: 'The host was late' },
  });
});

test('marks are drawn by what is written to them now', () => {
  const review = sampleReview('en', { notes: [NOTE] });
  const marks = withNotes(review, [{ ...NOTE, note: 'Far too dark' }]).marks;
  expect(marks.filter(({ kind }) => kind === 'bookmark')).toEqual([
    { seq: 9, ts: NOTE.ts, kind: 'bookmark', label: 'Far too dark' },
  ]);
  expect(marks).toHaveLength(review.marks.filter(({ kind }) => kind !== 'bookmark').length + 1);
});

test('what another desk writes is said beside the heading and shown when asked for; nothing moves before', async () => {
  const desk = open([NOTE]);
  const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent);
  const before = rows();
  const told = (revision: number) =>
    desk.change({ reviewed: { changes: [{ showId: 7, revision }] } });
  told(1);
  const other = { ...NOTE, seq: 11, note: 'Louder', imageId: null };
  await desk.reply('bookmark.list', { notes: [{ ...NOTE, note: 'Far too dark' }, other] });
  expect(rows()).toEqual(before);
  await desk.user.click(screen.getByRole('button', { name: 'Changed on another device – show' }));
  expect(rows()).toHaveLength(2);
  expect(rows()[0]).toContain('Far too dark');
  expect(screen.queryByRole('button', { name: /another device/ })).toBeNull();
  // Told again of what is shown already: no news.
  told(2);
  await desk.reply('bookmark.list', { notes: [{ ...NOTE, note: 'Far too dark' }, other] });
  expect(screen.queryByRole('button', { name: /another device/ })).toBeNull();
});

test('a change of this page is no news to it', async () => {
  const desk = open([NOTE]);
  await desk.user.click(
    screen.getByRole('button', { name: `Remove the mark at ${timeOf(NOTE.ts)}` }),
  );
  desk.change({ reviewed: { changes: [{ showId: 7, revision: 1 }] } });
  await desk.reply('bookmark.list', { notes: [] });
  expect(screen.queryByRole('button', { name: /another device/ })).toBeNull();
  await desk.reply('bookmark.remove', {});
  await desk.reply('bookmark.list', { notes: [] });
  expect(screen.getByText(/No moment of this show was marked/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /another device/ })).toBeNull();
});

test('a mark without words says that it has none', () => {
  open([{ ...NOTE, note: '' }]);
  expect(screen.getByText('marked without a note')).toBeTruthy();
});
