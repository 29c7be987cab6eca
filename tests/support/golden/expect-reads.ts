import { ASKED, COMPLAINED } from './evening-minutes.ts';
import { expectPushes } from './expect-shelf.ts';
import type { PlainSql, Row } from './plain-sql.ts';

const STALE_MS = 90_000;

function linesOf(sql: PlainSql): Row[] {
  return sql.rows(
    `SELECT seq, event_ts AS ts, text, person_id AS who FROM events
     WHERE show_id = :show AND kind = 1 ORDER BY event_ts, seq`,
  );
}

const isAmong = (texts: readonly string[]) => (row: Row) => texts.includes(String(row['text']));

/** Lines that were written to ask something, around each airing. */
export function expectAsked(sql: PlainSql) {
  const asked = linesOf(sql).filter(isAmong(ASKED));
  return expectPushes(sql).flatMap(({ pushId, airing }) => {
    if (airing === null) return [];
    const count = ({ fromTs, toTs }: { fromTs: number; toTs: number }): number =>
      asked.filter((row) => Number(row['ts']) >= fromTs && Number(row['ts']) < toTs).length;
    const { before, during, after } = airing;
    return [{ pushId, before: count(before), during: count(during), after: count(after) }];
  });
}

/** Counts of each second; people online as they hold at the last figure that came in it. */
export function expectSeconds(sql: PlainSql, fromTs: number, toTs: number) {
  const told = sql.rows(
    `SELECT r.source_id AS source, e.event_ts AS ts, json_extract(e.body, '$.current') AS n
     FROM events e JOIN source_rooms r ON r.id = e.source_room_id
     WHERE e.show_id = :show AND e.kind = 14 ORDER BY e.event_ts, e.seq`,
  );
  const viewersIn = (second: number): number | null => {
    const [last] = told.filter((row) => Math.floor(Number(row['ts']) / 1_000) === second).slice(-1);
    if (last === undefined) return null;
    const held = new Map<unknown, number>();
    for (const row of told.slice(0, told.indexOf(last) + 1)) {
      if (Number(last['ts']) - Number(row['ts']) <= STALE_MS) {
        held.set(row['source'], Number(row['n']));
      } else held.delete(row['source']);
    }
    return [...held.values()].reduce((sum, each) => sum + each, 0);
  };
  return sql
    .rows(
      `SELECT event_ts / 1000 AS second, sum(kind = 1) AS chats, sum(kind = 7) AS joins,
         sum(kind = 6) AS follows,
         sum(kind = 17 AND json_extract(body, '$.status') = 'paid') AS ordersPaid,
         sum(kind = 14) AS told, sum(kind = 17 AND json_extract(body, '$.status') <> 'paid') AS rest
       FROM events WHERE show_id = :show AND event_ts >= :fromTs AND event_ts < :toTs
         AND kind IN (1, 6, 7, 14, 17) GROUP BY 1 ORDER BY 1`,
      { fromTs, toTs },
    )
    .flatMap(({ second, told: figures, rest, ...counts }) => {
      const isNothing = Object.values(counts).every((count) => count === 0) && figures === 0;
      // Only orders that were not paid for came in it.
      if (isNothing && Number(rest) > 0) return [];
      return [{ ts: Number(second) * 1_000, viewers: viewersIn(Number(second)), ...counts }];
    });
}

/** What was asked and complained of, by the words the show was written with. */
export function expectVoice(sql: PlainSql) {
  const lines = linesOf(sql);
  const answers = sql.facts('question.answered');
  const complaints = COMPLAINED.flatMap((text) => {
    const own = lines.filter((row) => row['text'] === text);
    return own.length === 0 ? [] : [{ text, count: own.length, firstTs: Number(own[0]?.['ts']) }];
  });
  const questions = ASKED.map((text) => {
    const own = lines.filter((row) => row['text'] === text);
    const seqs = own.map((row) => Number(row['seq']));
    const answer = answers.find(({ body }) =>
      (body['lineSeqs'] as number[]).some((seq) => seqs.includes(seq)),
    );
    const since = own.filter((row) => Number(row['seq']) > (answer?.seq ?? 0));
    const shown = since.length > 0 ? since : own;
    return {
      text,
      count: shown.length,
      people: new Set(shown.map((row) => row['who'])).size,
      firstTs: Number(shown[0]?.['ts']),
      lastTs: Number(shown.at(-1)?.['ts']),
      answeredTs: since.length > 0 ? null : (answer?.ts ?? null),
    };
  });
  return {
    lines: lines.length,
    fromTs: null,
    questions: questions.toSorted((a, b) => b.people - a.people || b.count - a.count),
    complaining: lines.filter(isAmong(COMPLAINED)).length,
    complaints: complaints.toSorted((a, b) => b.count - a.count || a.firstTs - b.firstTs),
    wordLines: lines.length,
  };
}

/** In how many lines a word stands. */
export function linesWith(sql: PlainSql, word: string): number {
  return sql.number(
    `SELECT count(*) FROM events WHERE show_id = :show AND kind = 1
       AND instr(lower(text), lower(:word)) > 0`,
    { word },
  );
}
