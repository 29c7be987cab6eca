import type { AlertRule } from '#shared/model/alert-rule.ts';
import { AlertEngine } from '#shared/rules/alerts/alert-engine.ts';
import type { RoomMinute } from '#shared/rules/alerts/room-minute.ts';
import { joinedSpans } from '#shared/rules/streams/joined-spans.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { strainsOf } from '../outputs/outputs.queries.ts';
import { viewerFiguresOf } from '../room/room.queries.ts';
import { gapsOf, type EndedShow } from './alerts.queries.ts';
import type { PastShows } from './past-shows.ts';
import { MINUTE_MS } from './stored-minutes.rules.ts';
import { WatchedStates } from './watched-states.ts';

export type PreviewInput = {
  readonly minutes: readonly RoomMinute[];
  /** Read only for a rule that needs it. */
  readonly past: () => PastShows;
};

/**
 * Show times at which the rule would have alerted in a stored show, the budget left out. Null where
 * that cannot be told afterwards: a store that failed wrote nothing down.
 */
export function previewTimes(
  db: ReadableDatabase,
  show: EndedShow,
  rule: AlertRule,
  { minutes, past }: PreviewInput,
): readonly number[] | null {
  const isOn = { ...rule, isOn: true };
  const { test } = rule;
  if (test.kind !== 'state') {
    const held = test.kind === 'usual' ? past() : null;
    const first = minutes[0]?.minute ?? 0;
    const engine = new AlertEngine({
      rules: [isOn],
      hourlyBudget: Number.POSITIVE_INFINITY,
      usual: (figure, windowMin, minute) => held?.usual(figure, minute - first, windowMin) ?? null,
    });
    return minutes.flatMap((minute) => engine.closeMinute(minute).map(({ ts }) => ts));
  }
  switch (test.state) {
    case 'store_failing':
    // What chat asked, and what was on the shelf's list then, is not kept second by second.
    case 'shelf_talk':
      return null;
    case 'source_silent':
      return gapsOf(db, show.id)
        .filter(({ cause, fromTs, toTs }) => {
          return cause === 'source_lost' && toTs - fromTs >= test.forMin * MINUTE_MS;
        })
        .map(({ fromTs }) => fromTs + test.forMin * MINUTE_MS);
    case 'output_bad': {
      const bad = strainsOf(db, show.id).filter(({ level }) => level === 'bad');
      return joinedSpans(bad)
        .filter(({ fromTs, toTs }) => toTs - fromTs >= test.forMin * MINUTE_MS)
        .map(({ fromTs }) => fromTs + test.forMin * MINUTE_MS);
    }
    case 'viewers_frozen':
      return frozenTimes(db, show, isOn);
  }
}

/** Each viewer figure of the show in its order, looked at as if it had just come. */
function frozenTimes(db: ReadableDatabase, show: EndedShow, rule: AlertRule): readonly number[] {
  const engine = new AlertEngine({ rules: [rule], hourlyBudget: 1, usual: () => null });
  const states = new WatchedStates();
  const can = {
    viewers: true,
    joins: false,
    follows: false,
    orders: false,
    gifts: false,
    chat: false,
  };
  const seen = new Map<number, { id: number; platform: string; link: 'ready'; can: typeof can }>();
  return viewerFiguresOf(db, show.id).flatMap(({ sourceId, current, ts }) => {
    states.sawViewers(sourceId, { current, eventTs: ts });
    seen.set(sourceId, { id: sourceId, platform: String(sourceId), link: 'ready', can });
    return engine.look(states.look([...seen.values()], ts), ts).map((raised) => raised.ts);
  });
}
