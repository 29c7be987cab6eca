import type { AlertRule, WatchedFigure, WatchedState } from '../../model/alert-rule.ts';
import type { AlertEvidence, ShelfTalkEvidence } from '../../model/alert.ts';
import { judge } from './judge.ts';
import type { RoomMinute } from './room-minute.ts';
import type { UsualMinute } from './usual.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Minutes that tests and what they know of chance look back. */
export const HELD_MINUTES = 90;

/** A bad state of something, now. */
export type StateNow = {
  readonly state: Exclude<WatchedState, 'shelf_talk'>;
  /** Platform or place; null where it is not about one. Two of the same state are told apart by it. */
  readonly subject: string | null;
  /** Show time. */
  readonly sinceTs: number;
  readonly value: number | null;
};

/** The shelf and what is spoken of are apart, now. */
export type ShelfApart = { readonly state: 'shelf_talk'; readonly evidence: ShelfTalkEvidence };

export type BadState = StateNow | ShelfApart;

export type Raised = {
  readonly rule: AlertRule;
  readonly evidence: AlertEvidence;
  /** Show time. */
  readonly ts: number;
};

export type EngineOptions = {
  readonly rules: readonly AlertRule[];
  readonly hourlyBudget: number;
  readonly usual: (figure: WatchedFigure, windowMin: number, minute: number) => UsualMinute | null;
};

type RuleState = {
  /** Minutes in a row for which the test held. */
  held: number;
  /** It has alerted and still holds: it must end before it alerts again. */
  isOver: boolean;
  lastTs: number | null;
};

/**
 * Watches a room minute by minute. Pure: the same minutes and states give the same alerts, live, in a
 * replay and in a preview. An alert comes when its test held `holdMin` minutes in a row, once for as
 * long as it holds, not within its cool-down, and within the hour's budget unless it is dangerous or
 * an outage.
 */
export class AlertEngine {
  #options: EngineOptions;
  #minutes: RoomMinute[] = [];
  readonly #rules = new Map<string, RuleState>();
  readonly #states = new Map<string, { isTold: boolean; lastTs: number | null }>();
  readonly #snoozed = new Map<string, number>();
  /** Times of alerts that count against the budget, oldest first. */
  #spent: number[] = [];
  #heldBack = 0;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  /** Rules were changed: what held so far of a rule that is the same goes on. */
  setRules(rules: readonly AlertRule[], hourlyBudget: number): void {
    const before = new Map(this.#options.rules.map((rule) => [rule.id, rule]));
    for (const rule of rules) {
      const same = JSON.stringify(before.get(rule.id)?.test) === JSON.stringify(rule.test);
      if (!same) this.#rules.delete(rule.id);
    }
    this.#options = { ...this.#options, rules, hourlyBudget };
  }

  /** No alert of this rule before then (show time). */
  snooze(ruleId: string, untilTs: number): void {
    this.#snoozed.set(ruleId, untilTs);
  }

  /** An alert that is stored already, after a restart: cool-down and budget go on from it. */
  restore(ruleId: string, ts: number, isSpent: boolean): void {
    const state = this.#stateOf(ruleId);
    state.lastTs = ts;
    state.isOver = true;
    if (isSpent) this.#spent.push(ts);
  }

  /** How many were not raised because the hour's budget was spent, so far. */
  heldBack(): number {
    return this.#heldBack;
  }

  /** A minute that is over; minutes come in order. A hole in them begins the windows anew. */
  closeMinute(minute: RoomMinute): readonly Raised[] {
    this.#take(minute);
    const ts = (minute.minute + 1) * MINUTE_MS;
    const judged = {
      minutes: this.#minutes,
      usual: (figure: WatchedFigure, windowMin: number) =>
        this.#options.usual(figure, windowMin, minute.minute),
    };
    return this.#options.rules.flatMap((rule) => {
      const { test } = rule;
      if (!rule.isOn || test.kind === 'state') return [];
      const evidence = judge(test, judged);
      const raised = this.#hold(rule, evidence !== null, ts);
      return raised && evidence !== null ? [{ rule, evidence, ts }] : [];
    });
  }

  /** Only for what it needs to know: takes a minute without judging it. */
  remember(minute: RoomMinute): void {
    this.#take(minute);
  }

  /** What is in a bad state now; called as often as one likes. */
  look(states: readonly BadState[], nowTs: number): readonly Raised[] {
    const present = new Set(states.map(keyOf));
    for (const [key, held] of this.#states) if (!present.has(key)) held.isTold = false;
    return states.flatMap((state) => this.#lookAt(state, nowTs));
  }

  #lookAt(now: BadState, nowTs: number): readonly Raised[] {
    const rule = this.#options.rules.find(
      ({ isOn, test }) => isOn && test.kind === 'state' && test.state === now.state,
    );
    if (rule?.test.kind !== 'state') return [];
    const evidence = evidenceOf(now);
    if (nowTs - evidence.sinceTs < rule.test.forMin * MINUTE_MS) return [];
    const held = this.#states.get(keyOf(now)) ?? { isTold: false, lastTs: null };
    this.#states.set(keyOf(now), held);
    if (held.isTold || this.#isQuiet(rule, held.lastTs, nowTs)) return [];
    held.isTold = true;
    held.lastTs = nowTs;
    return [{ rule, ts: nowTs, evidence }];
  }

  #hold(rule: AlertRule, isTrue: boolean, ts: number): boolean {
    const state = this.#stateOf(rule.id);
    if (!isTrue) {
      state.held = 0;
      state.isOver = false;
      return false;
    }
    state.held += 1;
    if (state.held < rule.holdMin || state.isOver) return false;
    if (this.#isQuiet(rule, state.lastTs, ts)) return false;
    if (!this.#spend(rule, ts)) return false;
    state.isOver = true;
    state.lastTs = ts;
    return true;
  }

  #isQuiet(rule: AlertRule, lastTs: number | null, ts: number): boolean {
    if (ts < (this.#snoozed.get(rule.id) ?? 0)) return true;
    return lastTs !== null && ts - lastTs < rule.cooldownMin * MINUTE_MS;
  }

  #spend(rule: AlertRule, ts: number): boolean {
    if (isExempt(rule)) return true;
    this.#spent = this.#spent.filter((spent) => ts - spent < HOUR_MS);
    if (this.#spent.length >= this.#options.hourlyBudget) {
      // Counted once for each time it holds, not for each minute.
      const state = this.#stateOf(rule.id);
      if (state.held === rule.holdMin) this.#heldBack += 1;
      return false;
    }
    this.#spent.push(ts);
    return true;
  }

  #stateOf(ruleId: string): RuleState {
    let state = this.#rules.get(ruleId);
    if (state === undefined) {
      state = { held: 0, isOver: false, lastTs: null };
      this.#rules.set(ruleId, state);
    }
    return state;
  }

  #take(minute: RoomMinute): void {
    const last = this.#minutes.at(-1);
    if (last !== undefined && minute.minute !== last.minute + 1) this.#minutes = [];
    this.#minutes.push(minute);
    if (this.#minutes.length > HELD_MINUTES) this.#minutes.shift();
  }
}

/** Never held back by the budget. */
export function isExempt(rule: AlertRule): boolean {
  return rule.severity === 'danger' || rule.test.kind === 'state';
}

function keyOf(now: BadState): string {
  const subject = now.state === 'shelf_talk' ? now.evidence.proposed : now.subject;
  return `${now.state}/${subject ?? ''}`;
}

function evidenceOf(now: BadState): Exclude<AlertEvidence, { kind: 'figure' }> {
  if (now.state === 'shelf_talk') return now.evidence;
  const { state, subject, sinceTs, value } = now;
  return { kind: 'state', state, subject, sinceTs, value };
}
