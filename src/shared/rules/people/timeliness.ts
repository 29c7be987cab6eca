import type { RoomEvent } from '../../contract/room-event.ts';
import type { ReviewPeople, TimelyRow } from '../../model/review-people.ts';
import type { Show } from '../../model/show.ts';
import { median } from '../median.ts';
import { anchorLoad, BREAK_MIN_MS } from '../stage/anchor-load.ts';
import { helpCalls } from '../stage/help-calls.ts';

/** By when each is on time, milliseconds; as the desk's own alarms have it. */
export const ON_TIME_MS = {
  push: 3_000,
  cue: 60_000,
  alert: 120_000,
  call: 60_000,
  answer: 60_000,
};

type Did = {
  readonly name: string | null;
  /** Null: nothing came back. */
  readonly delayMs: number | null;
};

type Sent = {
  /** Show time: its end, or now of one that runs. */
  readonly untilTs: number;
  readonly pushes: readonly { readonly delayMs: number | null }[];
  readonly cues: readonly { readonly delayMs: number | null }[];
};

/** Who did what in a show and how soon, from its facts in the order of the log. */
export function reviewPeople(facts: readonly RoomEvent[], show: Show, sent: Sent): ReviewPeople {
  const rows = [
    timely(
      'operator',
      'push',
      sent.pushes.map(({ delayMs }) => ({ name: null, delayMs })),
    ),
    timely('operator', 'alert', answeredAlerts(facts)),
    timely('operator', 'call', answeredCalls(facts)),
    timely(
      'host',
      'cue',
      sent.cues.map(({ delayMs }) => ({ name: null, delayMs })),
    ),
    ...assistants(facts),
  ];
  return {
    hosts: hostsOf(facts),
    timely: rows.flatMap((row) => row ?? []),
    load: loadOf(facts, show, sent.untilTs),
  };
}

function timely(
  role: TimelyRow['role'],
  what: TimelyRow['what'],
  all: readonly Did[],
): TimelyRow | null {
  if (all.length === 0) return null;
  const delays = all.flatMap(({ delayMs }) => delayMs ?? []);
  const limitMs = ON_TIME_MS[what];
  return {
    role,
    what,
    name: all[0]?.name ?? null,
    count: all.length,
    done: delays.length,
    onTime: delays.filter((delay) => delay <= limitMs).length,
    limitMs,
    medianMs: median(delays),
  };
}

function answeredAlerts(facts: readonly RoomEvent[]): Did[] {
  const answers = new Map<number, number>();
  for (const fact of facts) {
    if (fact.kind === 'alert.answered' && !answers.has(fact.alertSeq)) {
      answers.set(fact.alertSeq, fact.eventTs);
    }
  }
  return facts.flatMap((fact) =>
    fact.kind === 'alert.raised' ? [did(null, fact.eventTs, answers.get(fact.seq))] : [],
  );
}

function answeredCalls(facts: readonly RoomEvent[]): Did[] {
  return helpCalls(facts).map(({ askedTs, answeredTs }) =>
    did(null, askedTs, answeredTs ?? undefined),
  );
}

/** How soon the desk had seen what each assistant told it. */
function assistants(facts: readonly RoomEvent[]): (TimelyRow | null)[] {
  const seen = new Map<number, number>();
  for (const fact of facts) {
    if (fact.kind !== 'assistant.settled' || fact.how === 'withdrawn') continue;
    if (!seen.has(fact.answerSeq)) seen.set(fact.answerSeq, fact.eventTs);
  }
  const byName = new Map<string, Did[]>();
  for (const fact of facts) {
    if (fact.kind !== 'assistant.answered') continue;
    const own = byName.get(fact.name) ?? [];
    own.push(did(fact.name, fact.eventTs, seen.get(fact.seq)));
    byName.set(fact.name, own);
  }
  return [...byName.values()].map((own) => timely('assistant', 'answer', own));
}

function did(name: string | null, fromTs: number, toTs: number | undefined): Did {
  return { name, delayMs: toTs === undefined ? null : Math.max(0, toTs - fromTs) };
}

function hostsOf(facts: readonly RoomEvent[]): ReviewPeople['hosts'] {
  return facts.flatMap((fact) =>
    fact.kind === 'anchor.changed' && fact.name !== null && fact.name !== ''
      ? [{ name: fact.name, fromTs: fact.eventTs }]
      : [],
  );
}

function loadOf(facts: readonly RoomEvent[], show: Show, untilTs: number): ReviewPeople['load'] {
  const { startedTs } = show;
  const { breaks, talk, moods } = anchorLoad(facts, show);
  if (startedTs === null) return null;
  const ends = breaks.map(({ fromTs, toTs }) => ({ fromTs, toTs: toTs ?? untilTs }));
  let [sinceTs, longestMs] = [startedTs, 0];
  for (const { fromTs, toTs } of [...ends, { fromTs: untilTs, toTs: untilTs }]) {
    longestMs = Math.max(longestMs, fromTs - sinceTs);
    sinceTs = Math.max(sinceTs, toTs);
  }
  const breakMs = ends.reduce((sum, { fromTs, toTs }) => sum + Math.max(0, toTs - fromTs), 0);
  return {
    longestMs,
    breaks: ends.filter(({ fromTs, toTs }) => toTs - fromTs >= BREAK_MIN_MS).length,
    breakMs,
    talk,
    moods: moods.map(({ ts, mood }) => ({ ts, mood })),
  };
}
