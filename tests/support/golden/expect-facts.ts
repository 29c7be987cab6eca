import { expectShow } from './expect-totals.ts';
import { MINUTE_MS, middleOf, sum, type Fact, type PlainSql } from './plain-sql.ts';

const at = ({ seq, ts }: Fact) => ({ seq, ts });
const before = (a: { ts: number; seq: number }, b: { ts: number; seq: number }) =>
  a.ts - b.ts || a.seq - b.seq;

/** Bookmarks that stand, by what was written to them last. */
export function expectNotes(sql: PlainSql) {
  const noted = sql.facts('bookmark.noted', 'bookmark.removed');
  return sql
    .facts('bookmark')
    .flatMap((mark) => {
      const last = noted.filter(({ body }) => body['bookmarkSeq'] === mark.seq).at(-1);
      if (last?.kind === 'bookmark.removed') return [];
      const { writtenTs, body } = last ?? mark;
      return [{ ...at(mark), writtenTs, note: body['note'], imageId: null }];
    })
    .toSorted(before);
}

const MARKED: Readonly<Record<string, string>> = {
  'shelf.pushed': 'push',
  'cue.sent': 'cue',
  'block.started': 'block',
  gap: 'gap',
  raid: 'raid',
  'warning.noted': 'warning',
  'alert.raised': 'alert',
  'show.state': 'show',
  'slip.logged': 'slip',
  'benefit.given': 'benefit',
};

export function expectMarks(sql: PlainSql) {
  const gone = new Set([
    ...sql.facts('slip.withdrawn').map(({ body }) => body['slipSeq']),
    ...sql.facts('benefit.withdrawn').map(({ body }) => body['givenSeq']),
  ]);
  const plain = sql
    .facts(...Object.keys(MARKED))
    .filter(({ seq }) => !gone.has(seq))
    .map((fact) => {
      const ts = fact.kind === 'gap' ? Number(fact.body['fromTs']) : fact.ts;
      return { seq: fact.seq, ts, kind: MARKED[fact.kind] ?? '' };
    });
  const notes = expectNotes(sql).map(({ seq, ts }) => ({ seq, ts, kind: 'bookmark' }));
  return [...plain, ...notes].toSorted(before);
}

export function expectWarnings(sql: PlainSql) {
  const seen = sql.facts('warning.seen');
  return sql.facts('warning.noted').map((fact) => ({
    ...at(fact),
    platform: fact.body['onPlatform'],
    text: fact.body['text'],
    isCut: fact.body['isCut'],
    isTyped: true,
    note: fact.body['note'],
    seenTs: seen.find(({ body }) => body['warningSeq'] === fact.seq)?.ts ?? null,
  }));
}

/** Until the anchor said that the line was said, from the slip on. */
export function expectSlips(sql: PlainSql) {
  const gone = new Set(sql.facts('slip.withdrawn').map(({ body }) => body['slipSeq']));
  const described = sql.facts('slip.described');
  const done = sql.facts('cue.answered').filter(({ body }) => body['answer'] === 'done');
  return sql
    .facts('slip.logged')
    .filter(({ seq }) => !gone.has(seq))
    .map((fact) => {
      const last = described.filter(({ body }) => body['slipSeq'] === fact.seq).at(-1);
      const cueId = last?.body['cueId'] ?? null;
      const said = done.find(({ body }) => body['cueId'] === cueId);
      const text = sql.cell('SELECT text FROM cues WHERE id = :cue', { cue: Number(cueId ?? 0) });
      return {
        ...at(fact),
        word: (last ?? fact).body['word'],
        slipClass: (last ?? fact).body['slipClass'],
        by: fact.body['by'],
        correction:
          cueId === null
            ? null
            : { text, state: 'said', afterMs: said === undefined ? null : said.ts - fact.ts },
      };
    });
}

/** As planned when the show went on air, one after another, and as each went. */
export function expectBlocks(sql: PlainSql) {
  const [fixed] = sql.facts('plan.fixed');
  const planned = (fixed?.body['blocks'] ?? []) as {
    blockId: number;
    title: string;
    plannedMs: number;
  }[];
  const ended = sql.facts('block.ended');
  const skipped = new Set(sql.facts('block.skipped').map(({ body }) => body['blockId']));
  let plannedStartTs = fixed?.ts ?? 0;
  return planned.map(({ blockId, title, plannedMs }) => {
    const own = ended.filter(({ body }) => body['blockId'] === blockId);
    const startTs = plannedStartTs;
    plannedStartTs += plannedMs;
    const total = (name: string): number => sum(own.map(({ body }) => Number(body[name])));
    return {
      blockId,
      title,
      round: 1,
      plannedStartTs: startTs,
      plannedMs,
      startedTs: own[0]?.body['startedTs'] ?? null,
      tookMs:
        own.length === 0 ? null : sum(own.map(({ ts, body }) => ts - Number(body['startedTs']))),
      heldMs: total('heldMs'),
      extendedMs: total('extendedMs'),
      isSkipped: skipped.has(blockId),
    };
  });
}

export function expectOverruled(sql: PlainSql) {
  return sql
    .facts('checks.overruled')
    .map((fact) => ({ ...at(fact), reason: fact.body['reason'], checks: fact.body['checks'] }));
}

/** Pieces of the product that were paid for from the promise to its settling, both with it. */
export function expectPromises(sql: PlainSql) {
  const settlings = sql.facts('promise.settled', 'promise.reopened');
  const { endedTs, currency } = expectShow(sql);
  return sql.facts('promise.made').map(({ seq, ts, body }) => {
    const last = settlings.filter((fact) => fact.body['promiseId'] === seq).at(-1);
    const settled = last?.kind === 'promise.settled' ? last : null;
    const productId = body['productId'] as number | null;
    const [product] = sql.rows(
      `SELECT p.code, json_extract(fields, '$.name') AS name, s.link_number AS link FROM products p
       JOIN shelf_items s ON s.product_id = p.id AND s.show_id = :show WHERE p.id = :id`,
      { id: productId },
    );
    const unitsSold =
      product === undefined
        ? null
        : sql.number(
            `SELECT sum(json_extract(body, '$.qty')) FROM events WHERE show_id = :show AND kind = 17
               AND json_extract(body, '$.status') = 'paid'
               AND json_extract(body, '$.productId') = :code
               AND event_ts BETWEEN :fromTs AND :toTs`,
            { code: product['code'] ?? null, fromTs: ts, toTs: settled?.ts ?? endedTs },
          );
    return {
      id: seq,
      promiseKind: body['promiseKind'],
      productId,
      units: body['units'],
      priceMinor: body['priceMinor'],
      text: body['text'],
      linkNumber: product?.['link'] ?? null,
      name: product?.['name'] ?? '',
      currency,
      madeTs: ts,
      dueTs: body['dueTs'],
      outcome: settled?.body['outcome'] ?? null,
      settledTs: settled?.ts ?? null,
      isByItself: settled?.body['isByItself'] ?? false,
      unitsSold,
    };
  });
}

export function expectDuties(sql: PlainSql) {
  return sql
    .facts('duty.taken')
    .map(({ seq, ts, body }) => ({ seq, name: body['name'], sinceTs: ts }));
}

export function expectActs(sql: PlainSql) {
  const settled = sql.facts('chat.settled');
  return sql.facts('chat.acted').map((fact) => {
    const last = settled.filter(({ body }) => body['actSeq'] === fact.seq).at(-1);
    const target = fact.body['target'] as { displayName: string } | null;
    return {
      ...at(fact),
      act: fact.body['act'],
      sourceId: fact.body['sourceId'],
      platform: fact.body['onPlatform'],
      lineSeq: fact.body['lineSeq'],
      name: target?.displayName ?? null,
      text: fact.body['text'],
      durationS: fact.body['durationS'],
      state: last?.body['outcome'] ?? 'waiting',
      reason: last?.body['reason'] ?? null,
      retryS: last?.body['retryS'] ?? null,
      isUndone: false,
    };
  });
}

type Timed = readonly (number | null)[];

function timely(role: string, what: string, name: string | null, limitMs: number, all: Timed) {
  const delays = all.flatMap((delay) => delay ?? []);
  const onTime = delays.filter((delay) => delay <= limitMs).length;
  const counted = { count: all.length, done: delays.length, onTime };
  return { role, what, name, ...counted, limitMs, medianMs: middleOf(delays) };
}

/** How soon what was asked was first answered; a call that is open is asked once. */
function answered(sql: PlainSql, asked: Fact[], kind: string, by: string): (number | null)[] {
  const answers = sql.facts(kind);
  return asked.map(({ seq, ts }) => {
    const first = answers.find(({ body }) => body[by] === seq);
    return first === undefined ? null : first.ts - ts;
  });
}

export function expectPeople(sql: PlainSql) {
  const calls = sql.facts('help.asked');
  const isAgain = (call: Fact): boolean =>
    calls.some(
      (other) =>
        other.seq < call.seq &&
        other.body['reason'] === call.body['reason'] &&
        !sql
          .facts('help.answered')
          .some(({ seq, body }) => body['askedSeq'] === other.seq && seq < call.seq),
    );
  const pushed = sql.rows(
    `SELECT (SELECT max(coalesce(delay_ms, 0)) FROM push_targets t
       WHERE t.push_id = u.id AND t.state = 'ok') AS delay
     FROM pushes u WHERE u.show_id = :show AND u.state <> 'undone'`,
  );
  const cued = sql.rows(
    `SELECT (SELECT delay_ms FROM cue_answers WHERE cue_id = c.id AND answer = 'done') AS delay
     FROM cues c WHERE c.show_id = :show AND c.state <> 'withdrawn'`,
  );
  const delays = (rows: readonly Record<string, unknown>[]): (number | null)[] =>
    rows.map(({ delay }) => (delay === null ? null : Number(delay)));
  const alerts = answered(sql, sql.facts('alert.raised'), 'alert.answered', 'alertSeq');
  const helps = answered(
    sql,
    calls.filter((call) => !isAgain(call)),
    'help.answered',
    'askedSeq',
  );
  const told = answered(sql, sql.facts('assistant.answered'), 'assistant.settled', 'answerSeq');
  return {
    hosts: sql.facts('anchor.changed').map(({ ts, body }) => ({ name: body['name'], fromTs: ts })),
    timely: [
      timely('operator', 'push', null, 3_000, delays(pushed)),
      timely('operator', 'alert', null, 2 * MINUTE_MS, alerts),
      timely('operator', 'call', null, MINUTE_MS, helps),
      timely('host', 'cue', null, MINUTE_MS, delays(cued)),
      timely('assistant', 'answer', 'Xu', MINUTE_MS, told),
    ],
    load: expectLoad(sql),
  };
}

/** The longest stretch between a break and the next, of pauses and rests of at least a minute. */
function expectLoad(sql: PlainSql) {
  const { startedTs, endedTs } = expectShow(sql);
  const states = sql.facts('show.state');
  const pauses = states.flatMap(({ ts, body }, place) =>
    body['state'] === 'paused' ? [[ts, states[place + 1]?.ts ?? ts] as const] : [],
  );
  const ends = sql.facts('rest.ended');
  const rests = sql.facts('rest.began').map(({ seq, ts }) => {
    const end = ends.find(({ body }) => body['beganSeq'] === seq);
    return [ts, end?.ts ?? endedTs ?? ts] as const;
  });
  const off = [...pauses, ...rests].toSorted(([a], [b]) => a - b);
  const starts = [startedTs ?? 0, ...off.map(([, toTs]) => toTs)];
  const stops = [...off.map(([fromTs]) => fromTs), endedTs ?? 0];
  const voice = sql.facts('voice.measured');
  return {
    longestMs: Math.max(...stops.map((stop, place) => stop - (starts[place] ?? stop))),
    breaks: off.filter(([fromTs, toTs]) => toTs - fromTs >= MINUTE_MS).length,
    breakMs: sum(off.map(([fromTs, toTs]) => toTs - fromTs)),
    talk: {
      measuredMs: sum(voice.map(({ body }) => Number(body['measuredMs']))),
      talkedMs: sum(voice.map(({ body }) => Number(body['talkedMs']))),
    },
    moods: sql.facts('mood.noted').map(({ ts, body }) => ({ ts, mood: body['mood'] })),
  };
}
