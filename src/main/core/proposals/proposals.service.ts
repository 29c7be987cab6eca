import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { TriggerMode, TriggerSettings } from '#shared/model/cue-trigger.ts';
import type { CueId, ScreenId } from '#shared/model/ids.ts';
import {
  NO_PROPOSALS,
  type Proposal,
  type ProposalOutcome,
  type ProposalsSlice,
} from '#shared/model/proposal.ts';
import type { RoomMinute } from '#shared/rules/alerts/room-minute.ts';
import { HeldProposals } from '#shared/rules/cue-triggers/held-proposals.ts';
import { timeConflict } from '#shared/rules/cue-triggers/time-conflict.ts';
import { TriggerEngine } from '#shared/rules/cue-triggers/trigger-engine.ts';
import type { Proposed, TriggerMoment } from '#shared/rules/cue-triggers/trigger-moment.ts';
import { lackOf } from '#shared/rules/cue-triggers/trigger-needs.ts';
import { triggersOf } from '#shared/rules/cue-triggers/trigger-set.ts';
import { markedEvents } from '../room/room.queries.ts';
import type { RoomContext } from '../room/room-context.ts';
import { momentOf, type RoomNow } from './moment-of.ts';
import { MomentSignals } from './moment-signals.ts';
import { pastDrops } from './past-drops.ts';
import { proposalFact } from './proposal-facts.ts';
import type { ProposalsDeps } from './proposals-deps.ts';
import { timeZoneOf } from './proposals.queries.ts';

/** Moments are looked at on this grid of show time. */
const STEP_MS = 5_000;
const MINUTE_MS = 60_000;
/** What nobody took up for so long is out of date. */
const LIVES_MS = 5 * MINUTE_MS;
const SAFETY_LIVES_MS = 15 * MINUTE_MS;
/** Chat that is read again after a restart. */
const LINES_READ = 600;

/** Cues that the desk proposes by its rules: facts of the log, what came of them too. */
export class ProposalsService {
  readonly #room: RoomContext;
  readonly isRisk: (text: string) => boolean;
  readonly #deps: ProposalsDeps;
  #engine: TriggerEngine;
  #settings: TriggerSettings;
  #held = new HeldProposals();
  #signals: MomentSignals;
  #moment: TriggerMoment | null = null;
  #lastStep = -1;
  /** Settled within a transaction that is not on disk yet: nobody sends one twice. */
  readonly #settling = new Set<number>();
  #timeZone: string | null = null;

  constructor(room: RoomContext, deps: ProposalsDeps) {
    this.#room = room;
    this.#deps = deps;
    this.isRisk = deps.isRisk;
    this.#settings = deps.settings();
    this.#engine = new TriggerEngine(this.#options());
    this.#signals = new MomentSignals(deps.isRisk);
  }

  /** Another show, or a start: what is stored goes on. Before minutes of the show are told. */
  reload(): void {
    this.#settling.clear();
    this.#held = new HeldProposals();
    this.#signals = new MomentSignals(this.#deps.isRisk);
    this.#engine = new TriggerEngine(this.#options());
    this.#moment = null;
    this.#lastStep = -1;
    const show = this.#room.show();
    if (show !== null) {
      this.#restore(show.id);
      this.#deps.reloadLifts();
    }
    this.#room.changed('proposals');
  }

  close(): void {
    this.#deps.close();
  }

  /** What was about to be written did not happen: the log says how things stand. */
  rolledBack(): void {
    if (this.#settling.size === 0) return;
    this.#settling.clear();
    this.#room.changed('proposals');
  }

  slice(): ProposalsSlice {
    const show = this.#room.show();
    if (show === null) return NO_PROPOSALS;
    const isRunning = show.state !== 'ended';
    const moment = this.#moment;
    const quietUntilTs = this.#engine.quietUntilTs();
    return {
      mode: this.#held.mode(),
      open: isRunning ? [...this.#held.open()] : [],
      lacking: isRunning ? this.#lacking() : [],
      heldBy: moment === null || !isRunning ? null : this.#engine.heldBy(moment),
      quietUntilTs:
        quietUntilTs === null || quietUntilTs <= this.#room.showNow() ? null : quietUntilTs,
      ...this.#held.counts(),
    };
  }

  committed(event: RoomEvent): void {
    this.#signals.take(event);
    const fact = proposalFact(event);
    if (fact === null) return;
    this.#held.take(fact);
    if (fact.kind === 'cue.proposal_settled') this.#settling.delete(fact.proposalSeq);
    this.#room.changed('proposals');
  }

  /** A minute of the current show that is over, in order. */
  closeMinute(minute: RoomMinute): void {
    this.#engine.closeMinute(minute);
    this.#room.changed('proposals');
  }

  /** With every tick of a show that has not ended. */
  tick(): void {
    this.#takeSettings();
    const show = this.#room.show();
    const nowTs = this.#room.showNow();
    const step = Math.floor(nowTs / STEP_MS);
    if (show === null || step === this.#lastStep) return;
    this.#lastStep = step;
    const ts = step * STEP_MS;
    const moment = momentOf({ ...this.#deps.now(ts), ts, show, ...this.#places() }, this.#signals);
    this.#signals.forget(ts);
    const before = this.#moment === null ? null : this.#engine.heldBy(this.#moment);
    this.#moment = moment;
    this.#expire(ts);
    if (this.#held.mode() === 'hold') this.#engine.note(moment);
    else this.#write(this.#engine.look(moment, this.#deps.deck()));
    if (before !== this.#engine.heldBy(moment)) this.#room.changed('proposals');
  }

  /** Inside a commit. `text` null: as it was proposed. */
  send(
    proposalSeq: number,
    text: string | null,
    screenId: ScreenId | null,
  ): Result<{ readonly cueId: CueId }> {
    const proposal = this.#find(proposalSeq);
    if (proposal === null) return fail('unknown_proposal', {});
    const isEdited = text !== null && text.trim() !== proposal.text;
    const sent = this.#sendOf(proposal, isEdited ? text.trim() : null);
    if (!sent.ok) return sent;
    this.#settle(proposal, isEdited ? 'edited' : 'sent', sent.value.cueId, screenId);
    return sent;
  }

  /** Inside a commit. */
  drop(proposalSeq: number, screenId: ScreenId | null): Result<Record<string, never>> {
    const proposal = this.#find(proposalSeq);
    if (proposal === null) return fail('unknown_proposal', {});
    this.#settle(proposal, 'dropped', null, screenId);
    return ok({});
  }

  /** Inside a commit. */
  setMode(mode: TriggerMode, screenId: ScreenId | null): Result<Record<string, never>> {
    if (!this.#isRunning()) return fail('show_not_running', {});
    if (mode !== this.#held.mode()) this.#room.writeFact({ kind: 'triggers.mode', mode, screenId });
    return ok({});
  }

  /** Inside a commit. */
  reset(screenId: ScreenId | null): Result<Record<string, never>> {
    if (!this.#isRunning()) return fail('show_not_running', {});
    this.#room.writeFact({ kind: 'triggers.reset', screenId });
    return ok({});
  }

  #options() {
    const settings = this.#deps.settings();
    const { quietS, hourlyBudget, priceHoldS } = settings;
    return {
      rules: triggersOf(settings),
      quietS,
      hourlyBudget,
      priceHoldS,
      usual: this.#deps.usual,
      dropped: (ruleId: string) => this.#held.dropped(ruleId),
    };
  }

  #takeSettings(): void {
    const settings = this.#deps.settings();
    if (settings === this.#settings) return;
    this.#settings = settings;
    this.#engine.setOptions(this.#options());
    this.#room.changed('proposals');
  }

  #isRunning(): boolean {
    const show = this.#room.show();
    return show !== null && show.state !== 'ended';
  }

  #places(): Pick<RoomNow, 'freeSlots' | 'openRuleIds'> {
    const openRuleIds = new Set(this.#held.open().map(({ ruleId }) => ruleId));
    return { freeSlots: this.#held.freeSlots(), openRuleIds };
  }

  #find(proposalSeq: number): Proposal | null {
    if (!this.#isRunning() || this.#settling.has(proposalSeq)) return null;
    return this.#held.open().find(({ seq }) => seq === proposalSeq) ?? null;
  }

  #sendOf({ evidence, cueKind, text, cardId }: Proposal, changed: string | null) {
    return evidence.kind === 'question'
      ? this.#deps.sendQuestion(evidence.questionId, changed)
      : this.#deps.send(cueKind, changed ?? text, changed === null ? cardId : null);
  }

  #settle(
    { seq: proposalSeq, ruleId }: Pick<Proposal, 'seq' | 'ruleId'>,
    outcome: ProposalOutcome,
    cueId: CueId | null,
    screenId: ScreenId | null,
  ): void {
    this.#settling.add(proposalSeq);
    const told = { proposalSeq, ruleId, outcome, cueId, screenId };
    this.#room.writeFact({ kind: 'cue.proposal_settled', ...told });
  }

  #write(proposed: readonly Proposed[]): void {
    const showId = this.#room.show()?.id;
    if (proposed.length === 0 || showId === undefined) return;
    this.#room.commit(() => {
      for (const { rule, evidence, cardId, text, score, ts } of proposed) {
        const { id: ruleId, name, cueKind, priority } = rule;
        const told = { ruleId, name, cueKind, priority, cardId, text, evidence, score };
        // Of the moment it was looked at: a restart counts cool-downs from the same one.
        const seq = this.#room.writeFactOf(showId, { kind: 'cue.proposed', ...told }, ts);
        if (!rule.isAuto || !this.#mayGoByItself(text)) continue;
        const sent = this.#deps.send(cueKind, text, cardId);
        if (sent.ok) this.#settle({ seq, ruleId }, 'auto', sent.value.cueId, null);
      }
    });
  }

  /** Nobody reads it before the anchor does: only what is known to be right, and to be seen. */
  #mayGoByItself(text: string): boolean {
    if (this.#held.mode() !== 'auto' || text === '' || this.#deps.isRisk(text)) return false;
    if (this.#room.connectedCount('anchor') === 0) return false;
    this.#timeZone ??= timeZoneOf(this.#room.db, this.#room.roomId);
    const nowTs = this.#room.ports.clock.wallNow();
    return (
      timeConflict(text, { nowTs, timeZone: this.#timeZone, dueTs: this.#deps.dueTs() }) === null
    );
  }

  #expire(ts: number): void {
    const old = this.#held.open().filter((proposal) => {
      if (this.#settling.has(proposal.seq)) return false;
      const isPutRight =
        proposal.evidence.kind === 'risk' && (this.#signals.correctedTs ?? 0) > proposal.ts;
      const livesMs = proposal.priority === 'safety' ? SAFETY_LIVES_MS : LIVES_MS;
      return isPutRight || ts - proposal.ts >= livesMs;
    });
    if (old.length === 0) return;
    this.#room.commit(() => {
      for (const proposal of old) this.#settle(proposal, 'expired', null, null);
    });
  }

  #lacking(): ProposalsSlice['lacking'] {
    const sight = { ...this.#deps.sight(), areClicksTold: this.#signals.areClicksTold };
    const moment = this.#moment;
    const noCard = new Set(
      moment === null ? [] : this.#engine.withoutCard(moment, this.#deps.deck()),
    );
    return triggersOf(this.#settings).flatMap((rule) => {
      const lack = rule.isOn ? lackOf(rule, sight) : null;
      if (lack !== null) return [{ ruleId: rule.id, lack }];
      return rule.isOn && noCard.has(rule.id) ? [{ ruleId: rule.id, lack: 'card' as const }] : [];
    });
  }

  /** Facts and the newest chat of before: cool-downs, budget, places and windows go on. */
  #restore(showId: number): void {
    const { db, roomId } = this.#room;
    this.#held.learn(pastDrops(this.#room, showId));
    for (const event of markedEvents(db, roomId, showId)) {
      this.#signals.take(event);
      const fact = proposalFact(event);
      if (fact === null) continue;
      this.#held.take(fact);
      if (fact.kind === 'cue.proposed') this.#engine.restore({ ...fact, ts: fact.eventTs });
    }
    // What was said then is in the log's past: only what is said from here on is news.
    this.#signals.takeNew();
    for (const event of this.#deps.recent(LINES_READ)) {
      if (event.kind === 'chat') this.#signals.take(event);
    }
  }
}
