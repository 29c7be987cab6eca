import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { SNOOZE_MIN } from '#shared/contract/alert-commands.ts';
import type { CommandOutput } from '#shared/contract/contract.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { AlertRule, AlertSettings, WatchedFigure } from '#shared/model/alert-rule.ts';
import {
  CAUSES_MAX,
  type Alert,
  type AlertAnswer,
  type AlertCause,
  type AlertsSlice,
} from '#shared/model/alert.ts';
import { ShowId } from '#shared/model/ids.ts';
import {
  AlertEngine,
  HELD_MINUTES,
  isExempt,
  type BadState,
  type Raised,
} from '#shared/rules/alerts/alert-engine.ts';
import { likelyCauses } from '#shared/rules/alerts/likely-causes.ts';
import type { RoomMinute } from '#shared/rules/alerts/room-minute.ts';
import type { UsualMinute } from '#shared/rules/alerts/usual.ts';
import { rulesOf, withRule } from '#shared/rules/alerts/rule-set.ts';
import type { SourceStatus } from '#shared/rules/live-metrics.ts';
import type { CommittedEvent } from '../room/ingest.ts';
import { storedMarks } from '../room/marks.ts';
import { markedEvents } from '../room/room.queries.ts';
import type { RoomContext } from '../room/room-context.ts';
import { airStatesOf, endedLiveShows, gapsOf, storedMinutes } from './alerts.queries.ts';
import { PastShows, minutesOfShow } from './past-shows.ts';
import { WholeShows } from './whole-shows.ts';
import { previewTimes } from './preview.ts';
import { ShelfTalkWatch, type ShelfTalkDeps } from './shelf-talk-watch.ts';
import { MINUTE_MS, onAirSpans, roomMinutes, type CanOf } from './stored-minutes.rules.ts';
import { WatchedStates } from './watched-states.ts';

/** Late events of a minute still come into it; it is judged once they can be there. */
const GRACE_MS = 5_000;
const ALERTS_SHOWN = 50;
const NO_SHOW = 0;
/** After a start the first desk has its picture before past shows are read. */
const PAST_AFTER_MS = 900;

export type AlertsDeps = ShelfTalkDeps & {
  readonly settings: () => AlertSettings;
  readonly sources: () => readonly SourceStatus[];
  readonly isStoreFailing: () => boolean;
  /** Bad states of other services, now. */
  readonly badStates: () => readonly BadState[];
  readonly canOf: CanOf;
  /** Hears of every minute that is over, in order; after a start of those before too. */
  readonly onMinute: (minute: RoomMinute) => void;
};

/**
 * What is off in the current show. Minutes are judged from the stored roll-ups, the same way live, in
 * a replay and in a preview; every alert and every answer is a fact of the log.
 */
export class AlertsService {
  readonly #room: RoomContext;
  readonly #deps: AlertsDeps;
  readonly shelfTalk: ShelfTalkWatch;
  #engine: AlertEngine;
  #states = new WatchedStates();
  #past: PastShows | null = null;
  readonly #whole: WholeShows;
  #alerts: Alert[] = [];
  #closedMinute: number | null = null;
  #settings: AlertSettings | null = null;
  #storeFailingSince: number | null = null;
  #cancelRead: (() => void) | null = null;

  constructor(room: RoomContext, deps: AlertsDeps) {
    this.#room = room;
    this.#deps = deps;
    this.shelfTalk = new ShelfTalkWatch(deps);
    this.#engine = this.#newEngine();
    this.#whole = new WholeShows(room, () => room.changed('alerts'));
  }

  /** Another show, or a start: what is stored goes on, and past shows are read in a moment. */
  reload(): void {
    const show = this.#room.show();
    this.#engine = this.#newEngine();
    this.#states = new WatchedStates();
    this.shelfTalk.clear();
    this.#past = null;
    this.#closedMinute = null;
    this.#alerts = [];
    this.#cancelRead?.();
    this.#cancelRead = null;
    this.#whole.stop();
    if (show === null) return this.#room.changed('alerts');
    this.#restore(show.id);
    this.#cancelRead = this.#room.ports.clock.after(PAST_AFTER_MS, () => this.#readPast());
    this.#room.changed('alerts');
  }

  close(): void {
    this.#cancelRead?.();
    this.#whole.stop();
  }

  slice(): AlertsSlice {
    const show = this.#room.show();
    const isRunning = show !== null && show.state !== 'ended';
    const usual =
      this.#past === null || !isRunning || this.#closedMinute === null
        ? null
        : {
            ...this.#past.now(this.#minuteOfShow(this.#closedMinute)),
            wholeShow: this.#whole.usual(show.currency),
          };
    return { alerts: this.#alerts, heldBack: this.#engine.heldBack(), usual };
  }

  committed({ event, sourceId }: CommittedEvent): void {
    if (event.kind === 'viewers') this.#states.sawViewers(sourceId, event);
    if (event.kind === 'alert.raised' || event.kind === 'alert.answered') this.#take(event);
  }

  /** With every tick of a show that has not ended: what is bad now, and minutes that are over. */
  tick(): void {
    this.#takeSettings();
    const nowTs = this.#room.showNow();
    const states: BadState[] = [...this.#states.look(this.#deps.sources(), nowTs)];
    const show = this.#room.show();
    if (show?.state !== 'on_air') return;
    const failing = this.#storeFailing(nowTs);
    if (failing !== null) {
      states.push({ state: 'store_failing', subject: null, sinceTs: failing, value: null });
    }
    states.push(...this.shelfTalk.look(nowTs), ...this.#deps.badStates());
    const raised = [...this.#engine.look(states, nowTs), ...this.#closeMinutes(show.id, nowTs)];
    this.#write(raised);
  }

  /** Inside a commit. */
  answer(seq: number, answer: AlertAnswer): Result<Record<string, never>> {
    const alert = this.#alerts.find((candidate) => candidate.seq === seq);
    if (alert === undefined) return fail('unknown_alert', {});
    if (alert.answer !== null) return ok({});
    const untilTs = answer === 'snoozed' ? this.#room.showNow() + SNOOZE_MIN * MINUTE_MS : null;
    const { ruleId } = alert;
    this.#room.writeFact({ kind: 'alert.answered', alertSeq: seq, ruleId, answer, untilTs });
    return ok({});
  }

  /** The settings with the alert's rule switched off. */
  withoutRuleOf(seq: number): AlertSettings {
    const settings = this.#deps.settings();
    const ruleId = this.#alerts.find((alert) => alert.seq === seq)?.ruleId;
    const rule = rulesOf(this.#deps.settings()).find(({ id }) => id === ruleId);
    return rule === undefined ? settings : withRule(settings, { ...rule, isOn: false });
  }

  preview(rule: AlertRule): CommandOutput<'alert.preview'> {
    const { db, roomId } = this.#room;
    // Which may still be the current one.
    const [show] = endedLiveShows(db, roomId, NO_SHOW, 1);
    if (show === undefined) return { show: null, at: [] };
    const at = previewTimes(db, show, rule, {
      minutes: minutesOfShow(db, show, this.#deps.canOf),
      past: () => PastShows.read(db, roomId, show, this.#deps.canOf),
    });
    if (at === null) return { show: null, at: [] };
    const { title, startedTs, endedTs } = show;
    const minutes = Math.round((endedTs - startedTs) / MINUTE_MS);
    return { show: { id: ShowId.parse(show.id), title, startedTs, minutes }, at: [...at] };
  }

  #newEngine(): AlertEngine {
    const settings = this.#deps.settings();
    this.#settings = settings;
    return new AlertEngine({
      rules: rulesOf(settings),
      hourlyBudget: settings.hourlyBudget,
      usual: (figure, windowMin, minute) => this.usual(figure, windowMin, minute),
    });
  }

  usual(figure: WatchedFigure, windowMin: number, minute: number): UsualMinute | null {
    return this.#past?.usual(figure, this.#minuteOfShow(minute), windowMin) ?? null;
  }

  #takeSettings(): void {
    const settings = this.#deps.settings();
    if (settings === this.#settings) return;
    this.#settings = settings;
    this.#engine.setRules(rulesOf(settings), settings.hourlyBudget);
  }

  #readPast(): void {
    this.#cancelRead = null;
    const show = this.#room.show();
    if (show === null) return;
    const startedTs = show.startedTs ?? this.#room.showNow();
    const { db, roomId } = this.#room;
    this.#past = PastShows.read(db, roomId, { id: show.id, startedTs }, this.#deps.canOf);
    this.#whole.start(this.#past.showIds(), show.currency);
    this.#room.changed('alerts');
  }

  #minuteOfShow(minute: number): number {
    const startedTs = this.#room.show()?.startedTs ?? minute * MINUTE_MS;
    return Math.max(0, minute - Math.floor(startedTs / MINUTE_MS));
  }

  #storeFailing(nowTs: number): number | null {
    if (!this.#deps.isStoreFailing()) this.#storeFailingSince = null;
    else this.#storeFailingSince ??= nowTs;
    return this.#storeFailingSince;
  }

  #closeMinutes(showId: number, nowTs: number): readonly Raised[] {
    const last = Math.floor((nowTs - GRACE_MS) / MINUTE_MS) - 1;
    const from = (this.#closedMinute ?? last - 1) + 1;
    if (last < from) return [];
    this.#closedMinute = last;
    this.#room.changed('alerts');
    // A machine that slept comes back with hours of minutes: only what windows need is read.
    const minutes = this.#minutes(showId, Math.max(from, last - HELD_MINUTES + 1), last, nowTs);
    for (const minute of minutes) this.#deps.onMinute(minute);
    return minutes.flatMap((minute) => this.#engine.closeMinute(minute));
  }

  #minutes(showId: number, from: number, to: number, nowTs: number) {
    const { db } = this.#room;
    const stored = {
      rows: storedMinutes(db, showId, from - 2, to),
      gaps: gapsOf(db, showId),
      onAir: onAirSpans(airStatesOf(db, showId), nowTs),
      canOf: this.#deps.canOf,
    };
    return roomMinutes(stored, from, to, this.#deps.sources()).map(({ minute, sources }) => ({
      minute,
      sources: new Map(
        [...sources].map(([id, source]) => [
          id,
          { ...source, isWhole: source.isWhole && this.#states.wasReceived(id, minute) },
        ]),
      ),
    }));
  }

  /** Minutes and alerts of before a restart: windows are full at once, cool-downs go on. */
  #restore(showId: ShowId): void {
    const { db, roomId } = this.#room;
    const nowTs = this.#room.showNow();
    const last = Math.floor((nowTs - GRACE_MS) / MINUTE_MS) - 1;
    for (const event of markedEvents(db, roomId, showId)) {
      if (event.kind === 'alert.raised' || event.kind === 'alert.answered') this.#take(event);
    }
    for (const { ruleId, ts } of this.#alerts) {
      const rule = rulesOf(this.#deps.settings()).find(({ id }) => id === ruleId);
      this.#engine.restore(ruleId, ts, rule !== undefined && !isExempt(rule));
    }
    if (this.#room.show()?.state !== 'on_air') return;
    for (const minute of this.#minutes(showId, last - HELD_MINUTES + 1, last, nowTs)) {
      this.#engine.remember(minute);
      this.#deps.onMinute(minute);
    }
    this.#closedMinute = last;
  }

  #take(event: Extract<RoomEvent, { kind: 'alert.raised' | 'alert.answered' }>): void {
    if (event.kind === 'alert.raised') {
      const { seq, eventTs: ts, ruleId, name, severity, evidence, causes, action } = event;
      const alert = { seq, ts, ruleId, name, severity, evidence, causes, action, answer: null };
      this.#alerts = [...this.#alerts, alert].slice(-ALERTS_SHOWN);
    } else {
      const { alertSeq, answer, untilTs, ruleId } = event;
      this.#alerts = this.#alerts.map((alert) =>
        alert.seq === alertSeq && alert.answer === null ? { ...alert, answer } : alert,
      );
      if (untilTs !== null) this.#engine.snooze(ruleId, untilTs);
    }
    this.#room.changed('alerts');
  }

  #write(raised: readonly Raised[]): void {
    if (raised.length === 0) return;
    this.#room.commit(() => {
      for (const { rule, evidence, ts } of raised) {
        const { id: ruleId, name, severity, action } = rule;
        const causes = this.#causes(evidence.kind === 'figure' ? evidence.fromTs : ts, ts);
        const told = { ruleId, name, severity, evidence, causes: [...causes], action };
        this.#room.writeFact({ kind: 'alert.raised', ...told });
      }
    });
  }

  #causes(fromTs: number, toTs: number): readonly AlertCause[] {
    const show = this.#room.show();
    if (show === null) return [];
    const marks = storedMarks(this.#room.db, this.#room.roomId, show.id);
    return likelyCauses(marks, fromTs, toTs).slice(0, CAUSES_MAX);
  }
}
