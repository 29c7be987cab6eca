import type { RoomEvent } from '../../contract/room-event.ts';
import type { Show } from '../../model/show.ts';
import type { AnchorLoad } from '../../model/stage.ts';

type Span = { readonly fromTs: number; readonly toTs: number | null };

/** Shorter than this nobody has rested, milliseconds. */
export const BREAK_MIN_MS = 60_000;
/** On air without a break for so long: time to rest (mazza92/tiktok-live-assistant: 45 min). */
export const REST_DUE_MS = 45 * 60_000;

/** Pauses of the show, from facts in the order of the log. */
function pauses(facts: readonly RoomEvent[]): Span[] {
  const spans: { fromTs: number; toTs: number | null }[] = [];
  for (const fact of facts) {
    if (fact.kind !== 'show.state') continue;
    const last = spans[spans.length - 1];
    if (last?.toTs === null) last.toTs = fact.eventTs;
    if (fact.state === 'paused') spans.push({ fromTs: fact.eventTs, toTs: null });
  }
  return spans;
}

function rests(facts: readonly RoomEvent[]): (Span & { readonly seq: number })[] {
  const ends = new Map<number, number>();
  for (const fact of facts) if (fact.kind === 'rest.ended') ends.set(fact.beganSeq, fact.eventTs);
  return facts.flatMap((fact) =>
    fact.kind === 'rest.began'
      ? [{ seq: fact.seq, fromTs: fact.eventTs, toTs: ends.get(fact.seq) ?? null }]
      : [],
  );
}

/** Spans that meet made one, oldest first. */
function joined(spans: readonly Span[]): Span[] {
  const all: { fromTs: number; toTs: number | null }[] = [];
  for (const { fromTs, toTs } of spans.toSorted((a, b) => a.fromTs - b.fromTs)) {
    const last = all[all.length - 1];
    if (last === undefined || (last.toTs !== null && last.toTs < fromTs)) {
      all.push({ fromTs, toTs });
    } else if (last.toTs !== null) {
      last.toTs = toTs === null ? null : Math.max(last.toTs, toTs);
    }
  }
  return all;
}

/** Null where nothing was listened to. */
function talk(facts: readonly RoomEvent[]): AnchorLoad['talk'] {
  const measured = facts.filter((fact) => fact.kind === 'voice.measured');
  if (measured.length === 0) return null;
  return {
    measuredMs: measured.reduce((sum, fact) => sum + fact.measuredMs, 0),
    talkedMs: measured.reduce((sum, fact) => sum + fact.talkedMs, 0),
  };
}

/**
 * What the anchor has done: facts are `show.state`, `rest.*`, `voice.measured` and `mood.noted` of one
 * show, in the order of the log. A rest that nobody ended ends with the show.
 */
export function anchorLoad(facts: readonly RoomEvent[], show: Show): AnchorLoad {
  const voice = rests(facts);
  const off = joined([
    ...pauses(facts),
    ...voice.map(({ fromTs, toTs }) => ({ fromTs, toTs })),
  ]).map(({ fromTs, toTs }) => ({ fromTs, toTs: toTs ?? show.endedTs }));
  const breaks = off.filter(({ fromTs, toTs }) => toTs === null || toTs - fromTs >= BREAK_MIN_MS);
  const isOff = off.some(({ toTs }) => toTs === null);
  const isRunning = show.startedTs !== null && show.endedTs === null;
  return {
    breaks,
    sinceTs: isRunning && !isOff ? (breaks[breaks.length - 1]?.toTs ?? show.startedTs) : null,
    offMs: off.reduce((sum, { fromTs, toTs }) => sum + ((toTs ?? fromTs) - fromTs), 0),
    restingSeq:
      show.endedTs === null ? (voice.find(({ toTs }) => toTs === null)?.seq ?? null) : null,
    talk: talk(facts),
    moods: facts.flatMap((fact) =>
      fact.kind === 'mood.noted' ? [{ seq: fact.seq, ts: fact.eventTs, mood: fact.mood }] : [],
    ),
  };
}

/** Milliseconds at it so far at a show time: on air, breaks left out; null before the start. */
export function atItMs(load: AnchorLoad, show: Show, now: number): number | null {
  if (show.startedTs === null) return null;
  const open = load.breaks[load.breaks.length - 1];
  const until = open?.toTs === null ? open.fromTs : (show.endedTs ?? now);
  return Math.max(0, until - show.startedTs - load.offMs);
}

/** The anchor has been at it for long without a break. */
export function isRestDue({ sinceTs }: AnchorLoad, now: number): boolean {
  return sinceTs !== null && now - sinceTs >= REST_DUE_MS;
}
