import type { WatchedFigure } from '../../model/alert-rule.ts';
import type { TriggerRule, TriggerSettings } from '../../model/cue-trigger.ts';
import type { ProposalsSlice } from '../../model/proposal.ts';
import { HELD_MINUTES } from '../alerts/alert-engine.ts';
import type { RoomMinute } from '../alerts/room-minute.ts';
import type { UsualMinute } from '../alerts/usual.ts';
import { AskedHistory } from './asked-history.ts';
import { judgeMoment, NEWS_MS } from './judge-moment.ts';
import { isMinuteTest, judgeMinutes } from './judge-minutes.ts';
import { milestoneOf } from './milestones.ts';
import { NEVER_AGAIN_WITHIN, pickCard, hasCard } from './pick-card.ts';
import { pointsOf, scoreOf } from './rank.ts';
import { SaidWords } from './said-words.ts';
import type {
  Finding,
  ProposableCard,
  Proposed,
  ProposedBefore,
  RiskSaid,
  TriggerMoment,
} from './trigger-moment.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A block is at its end in its last minute and from then on. */
const BLOCK_END_MS = MINUTE_MS;

export type TriggerOptions = Pick<TriggerSettings, 'quietS' | 'hourlyBudget' | 'priceHoldS'> & {
  readonly rules: readonly TriggerRule[];
  readonly usual: (figure: WatchedFigure, windowMin: number, minute: number) => UsualMinute | null;
  /** Proposals of a rule that were dropped, less those that were sent. */
  readonly dropped: (ruleId: string) => number;
};

type Candidate = { readonly rule: TriggerRule; readonly finding: Finding };
export type HeldBy = ProposalsSlice['heldBy'];

/**
 * Says which cue to propose now, and why. Pure: the same minutes, moments and deck give the same
 * proposals, live, after a restart and in a replay. No rule breaks its cool-down; all but those of
 * safety keep the quiet time, the hour's budget, and silence while a price is said or a close runs;
 * no text comes again within three.
 */
export class TriggerEngine {
  #options: TriggerOptions;
  #minutes: RoomMinute[] = [];
  /** Of rules that are judged by the minute: for how many it held, and what it found last. */
  readonly #held = new Map<string, { count: number; finding: Finding }>();
  readonly #lastOfRule = new Map<string, number>();
  readonly #keys = new Map<string, Set<string>>();
  readonly #cards = new Map<number, number>();
  #lastTexts: string[] = [];
  #spent: number[] = [];
  #lastTs: number | null = null;
  readonly #words = new SaidWords();
  readonly #asked = new AskedHistory();
  readonly #reached = new Map<'viewers' | 'likes', { value: number; ts: number }>();
  #risks: RiskSaid[] = [];

  constructor(options: TriggerOptions) {
    this.#options = options;
    this.#words.setRules(options.rules);
  }

  /** Rules were changed: what a rule with another test found so far is forgotten. */
  setOptions(options: TriggerOptions): void {
    const before = new Map(this.#options.rules.map((rule) => [rule.id, rule]));
    for (const { id, test } of options.rules) {
      if (JSON.stringify(before.get(id)?.test) !== JSON.stringify(test)) this.#held.delete(id);
    }
    this.#options = options;
    this.#words.setRules(options.rules);
  }

  /** A proposal that the log has, made before this engine was. */
  restore(proposed: ProposedBefore): void {
    const { ruleId, ts, priority, evidence, cardId, text } = proposed;
    this.#made(ruleId, ts, keyOf(evidence), cardId, text);
    if (priority !== 'safety') this.#spent.push(ts);
  }

  /** A minute that is over; minutes come in order. A hole in them begins the windows anew. */
  closeMinute(minute: RoomMinute): void {
    const last = this.#minutes.at(-1);
    if (last !== undefined && minute.minute !== last.minute + 1) this.#minutes = [];
    this.#minutes.push(minute);
    if (this.#minutes.length > HELD_MINUTES) this.#minutes.shift();
    const judged = {
      minutes: this.#minutes,
      usual: (figure: WatchedFigure, windowMin: number) =>
        this.#options.usual(figure, windowMin, minute.minute),
    };
    for (const { id, isOn, test } of this.#options.rules) {
      if (!isMinuteTest(test)) continue;
      const finding = isOn ? judgeMinutes(test, judged) : null;
      if (finding === null) this.#held.delete(id);
      else this.#held.set(id, { count: (this.#held.get(id)?.count ?? 0) + 1, finding });
    }
  }

  /** Takes a moment in without proposing anything: before a restart, and while everything is held. */
  note(moment: TriggerMoment): void {
    const { ts } = moment;
    for (const line of moment.lines) this.#words.hear(line);
    this.#words.forget(ts);
    this.#asked.see(moment);
    for (const figure of ['viewers', 'likes'] as const) this.#reach(figure, moment[figure], ts);
    this.#risks = [...this.#risks, ...moment.risks].filter((risk) => ts - risk.ts <= NEWS_MS);
  }

  /** What is to be proposed at this moment: of safety all there is, of the others at most one. */
  look(moment: TriggerMoment, deck: readonly ProposableCard[]): readonly Proposed[] {
    this.note(moment);
    if (!moment.isOnAir) return [];
    const ranked = this.#candidates(moment)
      .flatMap((candidate) => this.#proposed(candidate, moment, deck) ?? [])
      .toSorted((a, b) => pointsOf(b.score) - pointsOf(a.score));
    const proposed: Proposed[] = [];
    let free = moment.freeSlots;
    for (const each of ranked) {
      const isSafety = each.rule.priority === 'safety';
      if (!isSafety && (free < 1 || !this.#mayNow(moment))) continue;
      if (each.text !== '' && this.#lastTexts.includes(each.text)) continue;
      proposed.push(each);
      free -= 1;
      const { rule, evidence, ts, cardId, text } = each;
      this.#made(rule.id, ts, keyOf(evidence), cardId, text);
      if (!isSafety) this.#spent.push(ts);
    }
    return proposed;
  }

  /** Rules whose test holds now and that have no card at all to propose. */
  withoutCard(moment: TriggerMoment, deck: readonly ProposableCard[]): readonly string[] {
    return this.#options.rules.flatMap(({ id, isOn, test, cueKind }) =>
      isOn && test.kind !== 'question' && !hasCard(deck, cueKind, moment.product?.productId ?? null)
        ? [id]
        : [],
    );
  }

  /** What is in the way of proposals that are not of safety. */
  heldBy(moment: TriggerMoment): HeldBy {
    const { ts, priceSaidTs, block, isCloseCueRunning } = moment;
    if (priceSaidTs !== null && ts - priceSaidTs < this.#options.priceHoldS * 1_000) return 'price';
    if (isCloseCueRunning || block?.role === 'close') return 'close';
    return this.#spentIn(ts) >= this.#options.hourlyBudget ? 'budget' : null;
  }

  /** Show time until which it is quiet; null before the first proposal. */
  quietUntilTs(): number | null {
    return this.#lastTs === null ? null : this.#lastTs + this.#options.quietS * 1_000;
  }

  #mayNow(moment: TriggerMoment): boolean {
    const quietUntilTs = this.quietUntilTs();
    if (quietUntilTs !== null && moment.ts < quietUntilTs) return false;
    return this.heldBy(moment) === null;
  }

  #candidates(moment: TriggerMoment): readonly Candidate[] {
    const memory = {
      words: this.#words,
      askedWithin: (id: number, windowMin: number) => this.#asked.within(id, windowMin),
      reached: (figure: 'viewers' | 'likes') => this.#reached.get(figure) ?? null,
      risks: this.#risks.filter(({ seq }) => !this.#isKnown('risk', String(seq))),
    };
    return this.#options.rules.flatMap((rule) => {
      if (!this.#canPropose(rule, moment)) return [];
      const { test } = rule;
      const held = this.#held.get(rule.id);
      const finding = isMinuteTest(test)
        ? held !== undefined && held.count >= rule.holdMin
          ? held.finding
          : null
        : judgeMoment(test, moment, memory);
      if (finding === null) return [];
      if (finding.key !== null && this.#isKnown(test.kind, finding.key)) return [];
      return [{ rule, finding }];
    });
  }

  #canPropose(rule: TriggerRule, { ts, block, openRuleIds }: TriggerMoment): boolean {
    if (!rule.isOn || openRuleIds.has(rule.id)) return false;
    const lastTs = this.#lastOfRule.get(rule.id);
    if (lastTs !== undefined && ts - lastTs < rule.cooldownMin * MINUTE_MS) return false;
    if (rule.roles.length > 0 && (block === null || !rule.roles.includes(block.role))) return false;
    // Nobody rests in the middle of a block.
    const isRest = rule.cueKind === 'rest';
    return !isRest || block === null || block.startedTs + block.plannedMs - ts <= BLOCK_END_MS;
  }

  #proposed(
    { rule, finding }: Candidate,
    { ts, product, recentCues }: TriggerMoment,
    deck: readonly ProposableCard[],
  ): Proposed | null {
    const { evidence, strength } = finding;
    const history = {
      lastTexts: this.#lastTexts,
      lastTs: (cardId: number) => this.#cards.get(cardId) ?? null,
    };
    // A question is proposed as it was asked.
    const isQuestion = evidence.kind === 'question';
    const productId = product?.productId ?? null;
    const card = isQuestion ? null : pickCard(deck, rule.cueKind, productId, history);
    if (!isQuestion && card === null) return null;
    const dropped = this.#options.dropped(rule.id);
    const lift = card?.lift ?? null;
    const score = scoreOf({ priority: rule.priority, strength, lift, recentCues, dropped });
    return { ts, rule, evidence, cardId: card?.id ?? null, text: card?.text ?? '', score };
  }

  #made(
    ruleId: string,
    ts: number,
    key: readonly [kind: string, key: string] | null,
    cardId: number | null,
    text: string,
  ): void {
    this.#lastOfRule.set(ruleId, ts);
    this.#lastTs = ts;
    this.#lastTexts = [...this.#lastTexts, text].slice(-NEVER_AGAIN_WITHIN);
    if (cardId !== null) this.#cards.set(cardId, ts);
    if (key === null) return;
    const [kind, value] = key;
    this.#keys.set(kind, (this.#keys.get(kind) ?? new Set()).add(value));
  }

  #isKnown(kind: string, key: string): boolean {
    return this.#keys.get(kind)?.has(key) ?? false;
  }

  #spentIn(ts: number): number {
    this.#spent = this.#spent.filter((spent) => ts - spent < HOUR_MS);
    return this.#spent.length;
  }

  #reach(figure: 'viewers' | 'likes', value: number | null, ts: number): void {
    if (value === null) return;
    const milestone = milestoneOf(value);
    const before = this.#reached.get(figure);
    // What the room had when it was first looked at is no news.
    if (before === undefined) this.#reached.set(figure, { value: milestone, ts: ts - NEWS_MS - 1 });
    else if (milestone > before.value) this.#reached.set(figure, { value: milestone, ts });
  }
}

/** What a proposal is never made of twice in a show. */
function keyOf(evidence: Finding['evidence']): readonly [kind: string, key: string] | null {
  switch (evidence.kind) {
    case 'question':
      return [evidence.kind, `${evidence.questionId}/${evidence.sinceTs}`];
    case 'milestone':
      return [evidence.kind, `${evidence.figure}/${evidence.reached}`];
    case 'soldOut':
      return [evidence.kind, String(evidence.linkNumber)];
    case 'risk':
      return [evidence.kind, String(evidence.seq)];
    default:
      return null;
  }
}
