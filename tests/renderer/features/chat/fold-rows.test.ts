import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { chatFilter } from '#renderer/features/chat/chat-filter.ts';
import { emoteSource } from '#renderer/features/chat/emote-source.ts';
import { foldKey } from '#renderer/features/chat/fold-key.ts';
import { type FoldedRow, foldRows, RowFolder } from '#renderer/features/chat/fold-rows.ts';
import { makeRow, isChatRowEvent } from '#renderer/store/chat-row.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import { NO_WORDS } from '#shared/model/word-lists.ts';
import { readWordLists } from '#shared/rules/chat-words/word-lists.ts';
import { sampleChat, sampleEvent } from '#tests/support/sample-events.ts';

const BASE = Date.UTC(2025, 9, 18, 13);

function row(event: RoomEvent) {
  if (!isChatRowEvent(event)) throw new Error(`no row for ${event.kind}`);
  return makeRow(event, readWordLists(NO_WORDS));
}

function line(seq: number, name: string, text: string, afterMs: number) {
  return row(sampleChat({ seq, name, text, ts: BASE + afterMs }));
}

const drawn = (rows: Parameters<typeof foldRows>[0]) =>
  foldRows(rows).map(({ row: { text }, repeats, people }) => [text, repeats, people]);

describe('foldRows', () => {
  it('folds a flood into the place of its first line and counts its people', () => {
    const rows = [
      line(1, 'a', '扣1', 0),
      line(2, 'b', '会缩水吗，可以机洗吗', 100),
      line(3, 'c', '扣1', 200),
      line(4, 'a', ' 扣1 ', 300),
    ];
    expect(drawn(rows)).toEqual([
      ['扣1', 3, 2],
      ['会缩水吗，可以机洗吗', 1, 1],
    ]);
  });

  it('sees laughter of any length as the same line', () => {
    const rows = [
      line(1, 'a', '哈哈哈', 0),
      line(2, 'b', '哈哈哈哈哈哈', 10),
      line(3, 'c', '哈', 20),
    ];
    expect(drawn(rows)).toEqual([
      ['哈哈哈', 2, 2],
      ['哈', 1, 1],
    ]);
  });

  it('begins a new row after ten seconds, so that the newest is near the end', () => {
    const rows = [line(1, 'a', '1', 0), line(2, 'b', '1', 10_000), line(3, 'c', '1', 10_001)];
    expect(drawn(rows)).toEqual([
      ['1', 2, 2],
      ['1', 1, 1],
    ]);
  });

  it('sees a line as the same whatever its case, width, punctuation, blanks and emoji', () => {
    const rows = [
      line(1, 'a', '加微信 ABC123 领券！！！', 0),
      line(2, 'b', '加微信ＡＢＣ１２３领券🎁🎁', 10),
      line(3, 'c', '加微信abc123领券~', 20),
      line(4, 'd', '加微信abc124领券', 30),
    ];
    expect(drawn(rows)).toEqual([
      ['加微信 ABC123 领券！！！', 3, 3],
      ['加微信abc124领券', 1, 1],
    ]);
  });

  it('reads a plain line in one pass as any line is read', () => {
    const words = fc
      .stringMatching(/^[a-zA-Z0-9 ，。！？哈好看有货吗１Ａｂ（）「」～…·,.!?-]{1,12}$/u)
      .filter((said) => /[\p{L}\p{N}]/u.test(said));
    fc.assert(
      fc.property(words, (said) => {
        // An emoji says nothing, but sends the line the long way round.
        const both = [line(1, 'a', said, 0), line(2, 'b', `${said}🎁`, 0)].map(foldKey);
        expect(both[0]).toBe(both[1]);
      }),
    );
  });

  it('passes over no sign within a number', () => {
    const rows = ['1.5米', '15米', '10-20件', '1020件', '10 - 20件', '1.5 米！'].map(
      (said, index) => line(index + 1, 'a', said, index),
    );
    expect(drawn(rows).map(([, repeats]) => repeats)).toEqual([2, 1, 2, 1]);
  });

  it('folds signs with the same signs alone', () => {
    const rows = [line(1, 'a', '？？？', 0), line(2, 'b', '❤️', 10), line(3, 'c', '?', 20)];
    expect(drawn(rows)).toEqual([
      ['？？？', 2, 2],
      ['❤️', 1, 1],
    ]);
  });

  it('never folds different words, replies, deleted lines or gifts', () => {
    const reply = { messageId: 'x', userId: null, name: 'n', displayName: 'n', text: null };
    const gift = {
      kind: 'gift',
      giftId: 'g',
      name: 'Rose',
      count: 1,
      comboId: null,
      comboCount: null,
      comboEnd: true,
      value: null,
      toUser: null,
      paid: true,
      fragments: [],
    };
    const rows = [
      line(1, 'a', 'does size M fit', 0),
      line(2, 'b', 'does size L fit', 1),
      row(sampleChat({ seq: 3, name: 'a', text: '1', ts: BASE, fields: { replyTo: reply } })),
      row(sampleChat({ seq: 4, name: 'a', text: '1', ts: BASE, fields: { isDeleted: true } })),
      line(5, 'c', '1', 2),
      row(sampleEvent({ seq: 6, ts: BASE, fields: gift })),
      row(sampleEvent({ seq: 7, ts: BASE, fields: gift })),
    ];
    expect(foldRows(rows).map(({ repeats }) => repeats)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('folds a lone emote however long its name', () => {
    const emote = (seq: number, name: string) =>
      row(
        sampleChat({
          seq,
          name,
          text: '',
          ts: BASE,
          fragments: [
            { type: 'emote', text: 'LongEmoteName', provider: 'twitch', id: '1', url: '' },
          ],
        }),
      );
    expect(drawn([emote(1, 'a'), emote(2, 'b')])).toEqual([['LongEmoteName', 2, 2]]);
  });

  it('gives the same row by row as all at once, and the same objects where nothing came to them', () => {
    const texts = fc.constantFrom('1', '扣1', '哈哈', '好看', '有货吗', '多少钱', '');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(texts, fc.nat(3), fc.nat(4_000)), { maxLength: 120 }),
        (said) => {
          let at = 0;
          const rows = said.map(([text, who, afterMs], index) =>
            line(index + 1, `n${who}`, text, (at += afterMs)),
          );
          const folder = new RowFolder(() => true);
          let before: readonly FoldedRow[] = [];
          for (let count = 1; count <= rows.length; count += 1) {
            const now = folder.fold(rows.slice(0, count), 0);
            expect(now).toEqual(foldRows(rows.slice(0, count)));
            const changed = before.filter((each, index) => now[index] !== each);
            expect(changed.length).toBeLessThanOrEqual(1);
            before = now;
          }
        },
      ),
    );
  });

  it('begins anew when rows it was given have changed', () => {
    const folder = new RowFolder(() => true);
    const rows = [line(1, 'a', '1', 0), line(2, 'b', '1', 10)];
    expect(folder.fold(rows, 1)).toHaveLength(1);
    const struck = rows.map((each) => ({ ...each, deletion: 'ban' as const }));
    expect(folder.fold(struck, 2).map(({ row: { deletion } }) => deletion)).toEqual(['ban', 'ban']);
  });

  it('forgets what has left the log', () => {
    const folder = new RowFolder(() => true);
    const rows = Array.from({ length: 90 }, (_, index) =>
      line(index + 1, 'a', `w${index % 45}`, 0),
    );
    folder.fold(rows.slice(0, 50), 0);
    const later = folder.fold(rows.slice(45), 0);
    expect(later).toEqual(foldRows(rows.slice(45)));
  });

  it('does not change when only earlier rows leave the log', () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      line(index + 1, `n${index}`, `some longer line ${index}`, index * 10),
    );
    expect(foldRows(rows.slice(20)).map((folded) => folded.row.key)).toEqual(
      foldRows(rows)
        .slice(20)
        .map((folded) => folded.row.key),
    );
  });
});

describe('chatFilter', () => {
  const question = line(1, 'Rain', '会缩水吗', 0);
  const plain = line(2, 'Fishy', 'ordered', 0);
  const deleted = row(sampleChat({ seq: 3, name: 'x', text: 'y?', fields: { isDeleted: true } }));
  const raid = row(
    sampleEvent({
      seq: 4,
      by: { name: 'loom' },
      fields: { kind: 'raid', viewers: 3, systemText: null },
    }),
  );
  const all = [question, plain, deleted, raid];

  it.each([
    ['all', '', [1, 2, 3, 4]],
    ['paid', '', [4]],
    ['flagged', '', [3]],
    ['all', '缩水', [1]],
    ['all', 'FISHY', [2]],
    ['flagged', 'fishy', []],
  ] as const)('tab %s, search "%s"', (tab, search, seqs) => {
    expect(all.filter(chatFilter(tab, 'all', search, new Set())).map(({ seq }) => seq)).toEqual(
      seqs,
    );
  });
});

describe('emoteSource', () => {
  const emote = 'https://static-cdn.jtvnw.net/emoticons/v2/25/default/dark/1.0';

  it('loads from the platform’s own server', () => {
    expect(emoteSource(emote)).toBe(emote);
  });

  it.each([
    'http://static-cdn.jtvnw.net/x',
    'https://static-cdn.jtvnw.net.example.com/x',
    'https://static-cdn.jtvnw.net:8443/x',
    'https://example.com/x',
    'data:image/png;base64,x',
    'not an address',
    '',
  ])('does not load %s', (url) => {
    expect(emoteSource(url)).toBeNull();
  });
});
