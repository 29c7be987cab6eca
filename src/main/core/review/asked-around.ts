import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import type { AskedAround } from '#shared/model/review.ts';
import { isQuestion } from '#shared/rules/chat-tags/tag-line.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { nextTurn } from '../next-turn.ts';
import { showById } from '../room/show.queries.ts';
import { pushesOf } from '../shelf/shelf.queries.ts';
import { airingSpans } from './airings.ts';
import { chatTexts } from './airings.queries.ts';
import { countBefore } from './by-time.ts';
import { roomOfShow, sourcesOfShow } from './review.queries.ts';
import { whyUnknown } from './review.rules.ts';
import type { CanOf } from './review.service.ts';

/** Lines for each turn of the event loop: a few milliseconds, so that a live room waits for nothing. */
const LINES_A_TURN = 1_000;

/**
 * Questions around every airing of a show of this room. `nowTs` is show time; it closes what has no
 * end yet. Refused: unknown_show.
 */
export async function askedAround(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: ShowId,
  nowTs: number,
  canOf: CanOf,
): Promise<Result<{ pushes: AskedAround[] }>> {
  const stored = showById(db, showId);
  if (stored === null || roomOfShow(db, showId) !== roomId) return fail('unknown_show', { showId });
  const cans = sourcesOfShow(db, showId).map(({ connector }) => canOf(connector));
  if (whyUnknown(cans, 'chat').reason !== 'nothing_yet') return ok({ pushes: [] });
  const untilTs = stored.show.endedTs ?? nowTs;
  const startTs = stored.show.startedTs ?? untilTs;
  const aired = pushesOf(db, showId, 0).flatMap((push) => {
    const spans = airingSpans(push, { startTs, untilTs });
    return spans === null ? [] : [{ pushId: push.id, spans }];
  });
  const times = aired.length === 0 ? [] : await askedTimes(db, showId, startTs, untilTs);
  const between = ([fromTs, toTs]: readonly [number, number]): number =>
    countBefore(times, itself, toTs) - countBefore(times, itself, fromTs);
  return ok({
    pushes: aired.map(({ pushId, spans }) => ({
      pushId,
      before: between(spans.before),
      during: between(spans.during),
      after: between(spans.after),
    })),
  });
}

const itself = (ts: number): number => ts;

/** Show times of every line that asks, in order. */
async function askedTimes(
  db: ReadableDatabase,
  showId: ShowId,
  startTs: number,
  untilTs: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  let after = { ts: startTs, seq: 0 };
  for (;;) {
    const lines = chatTexts(db, showId, after, untilTs, LINES_A_TURN);
    for (const { ts, text } of lines) if (isQuestion(text ?? '')) times.push(ts);
    const last = lines.at(-1);
    if (last === undefined || lines.length < LINES_A_TURN) return times;
    after = last;
    await nextTurn();
  }
}
