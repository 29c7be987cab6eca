import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { BookmarkBar } from '#renderer/features/bookmarks/BookmarkBar.tsx';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';
import { SAMPLE_NOW, sampleSlices } from '#tests/support/sample-snapshot.ts';

useSampleTime();

const showId = sampleSlices('en').show.show?.id ?? 0;
const marked = { seq: 9, showId, ts: SAMPLE_NOW };
const held = { seq: 9, ts: SAMPLE_NOW, writtenTs: 1, note: '', imageId: '0f'.repeat(32) };

function open() {
  return renderDesk(<BookmarkBar />, { language: 'en', slices: {} });
}

test('the key marks and takes no key after it; the bar goes by itself', async () => {
  const desk = open();
  await desk.user.keyboard('b');
  await desk.reply('bookmark.add', marked);
  expect(screen.getByRole('region', { name: 'Note to the mark' })).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  await desk.user.keyboard('2');
  expect(desk.sent().at(-1)).toEqual({ name: 'shelf.arm', input: { linkNumber: 2 } });
  await desk.pass(9_000);
  expect(screen.queryByRole('region', { name: 'Note to the mark' })).toBeNull();
});

test('words go to the last mark and leave its photo; Esc leaves them', async () => {
  const desk = open();
  await desk.user.keyboard('b');
  await desk.reply('bookmark.add', marked);
  await desk.pass(9_000);
  await desk.user.keyboard('`');
  await desk.reply('bookmark.list', { notes: [held] });
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' }));
  await desk.user.keyboard('Too dark{Enter}');
  expect(desk.sent().at(-1)).toEqual({
    name: 'bookmark.note',
    input: { showId, seq: 9, note: 'Too dark', image: { imageId: held.imageId } },
  });
  await desk.reply('bookmark.note', {});
  expect(screen.queryByRole('textbox')).toBeNull();

  await desk.user.keyboard('`');
  await desk.reply('bookmark.list', { notes: [held] });
  await desk.user.keyboard('No{Escape}');
  expect(screen.queryByRole('region', { name: 'Note to the mark' })).toBeNull();
  expect(desk.sent().filter(({ name }) => name === 'bookmark.note')).toHaveLength(1);
});

test('without a mark before it the key marks and opens the field; a refusal keeps what was typed', async () => {
  const desk = open();
  await desk.user.keyboard('`');
  await desk.reply('bookmark.add', marked);
  await desk.reply('bookmark.list', { notes: [{ ...held, imageId: null }] });
  await desk.user.keyboard('Too dark{Enter}');
  await desk.refuse('bookmark.note', 'store_full');
  expect(screen.getByRole('alert')).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Too dark');
});
