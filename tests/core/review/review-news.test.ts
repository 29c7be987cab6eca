import { expect, test } from 'vitest';

import type { ReviewNewsSlice } from '#shared/model/review-news.ts';
import { DeskProgram } from '#tests/support/desk-program.ts';
import { startDesk } from '#tests/support/running-desk.ts';

/** What a desk was told last of reviews that were written to. */
function newsOf(desk: DeskProgram): ReviewNewsSlice['changes'] {
  return desk.frames.reduce<ReviewNewsSlice['changes']>((held, frame) => {
    const slices = frame.type === 'snapshot' ? frame.snapshot.slices : null;
    const changed = frame.type === 'batch' ? frame.batch.slices : slices;
    return changed?.reviewed?.changes ?? held;
  }, []);
}

test('over the socket: what one desk writes to a review, another hears of and reads; a late one too', async () => {
  const running = await startDesk();
  try {
    const { url } = running.announced;
    const writer = await DeskProgram.connect(url);
    const reader = await writer.another();
    await writer.must('show.create', { title: 'A', origin: 'rehearsal', currency: 'CNY' });
    await writer.must('show.start', {});
    const marked = await writer.must('bookmark.add', { note: '' });
    const { showId, seq } = marked;
    await writer.must('show.end', {});
    const heard = (revision: number): Promise<void> =>
      reader.until(() =>
        newsOf(reader).some((each) => each.showId === showId && each.revision === revision),
      );
    await heard(1);
    await writer.must('bookmark.note', { showId, seq, note: 'Too dark', image: null });
    await heard(2);
    expect((await reader.must('bookmark.list', { showId })).notes).toMatchObject([
      { seq, note: 'Too dark' },
    ]);
    const item = {
      id: null,
      showId,
      findingId: null,
      problem: 'Too dark',
      evidence: '',
      cause: 'place' as const,
      scheme: 'A lamp',
      owner: '',
      dueTs: null,
      proving: null,
    };
    const { id, changeId } = await writer.must('improvement.put', item);
    await heard(3);
    expect((await reader.must('improvement.ofShow', { showId })).own).toMatchObject([
      { id, scheme: 'A lamp' },
    ]);
    await writer.must('improvement.undo', { changeId });
    await heard(4);
    expect((await reader.must('improvement.ofShow', { showId })).own).toEqual([]);
    await writer.must('bookmark.remove', { showId, seq });
    await heard(5);
    // One that comes back reads the snapshot, and knows from its number that it missed something.
    const late = await writer.another();
    expect(newsOf(late)).toEqual([{ showId, revision: 5 }]);
    for (const desk of [writer, reader, late]) desk.close();
  } finally {
    await running.remove();
  }
}, 120_000);
