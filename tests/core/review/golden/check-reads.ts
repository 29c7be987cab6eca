import { expect, test } from 'vitest';

import type { Evening } from '#tests/support/golden/evening.ts';
import { expectShow } from '#tests/support/golden/expect-totals.ts';
import {
  expectAsked,
  expectSeconds,
  expectVoice,
  linesWith,
} from '#tests/support/golden/expect-reads.ts';
import { alike } from '#tests/support/golden/number-leaves.ts';
import type { PlainSql } from '#tests/support/golden/plain-sql.ts';

const TEN_MINUTES_MS = 600_000;

type Held = { readonly evening: Evening; readonly sql: PlainSql };

/** What a review reads after it is there. */
export function checkReads(held: () => Held): void {
  test('questions around each airing are the lines that ask', async () => {
    const { evening, sql } = held();
    const { showId, room } = evening;
    const asked = await room.desk.must('review.asked', { showId });
    expect(asked.pushes).toEqual(expectAsked(sql));
    expect(asked.pushes.some(({ during }) => during > 0)).toBe(true);
  });

  test('each second of the show is counted once, ten minutes at a time', async () => {
    const { evening, sql } = held();
    const { showId, room } = evening;
    const { startedTs, endedTs } = expectShow(sql);
    for (let fromTs = startedTs ?? 0; fromTs < (endedTs ?? 0); fromTs += TEN_MINUTES_MS) {
      const toTs = fromTs + TEN_MINUTES_MS;
      const read = await room.desk.must('review.seconds', { showId, fromTs, toTs });
      expect(read.seconds).toEqual(expectSeconds(sql, fromTs, toTs));
    }
  });

  test('what viewers asked, complained of and spoke about', async () => {
    const { evening, sql } = held();
    const { showId, room } = evening;
    const voice = await room.desk.must('review.voice', { showId });
    const expected = expectVoice(sql);
    expect(alike(voice, expected)).toEqual(expected);
    expect(voice.words.length).toBeGreaterThan(4);
    expect(voice.words).toEqual(
      voice.words.map(({ word }) => ({ word, lines: linesWith(sql, word) })),
    );
  });
}
