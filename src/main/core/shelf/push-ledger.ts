import { OutletId, PushId, ShowId } from '#shared/model/ids.ts';
import type {
  Armed,
  Push,
  PushTarget,
  ReverseAnswer,
  TargetAnswer,
  ThereNow,
} from '#shared/model/product.ts';
import { UNDO_WINDOW_MS } from '#shared/model/product.ts';
import type { RoomContext } from '../room/room-context.ts';
import { OutletRuns, type OutletAnswer } from './outlets/outlet-runs.ts';
import type { PushCard, TakeDownCause } from './outlets/outlet-driver.ts';
import { OutletWatches } from './outlets/outlet-watches.ts';
import { LEFT_OUT, type OutletsService } from './outlets/outlets.service.ts';
import { quietOutlets, shownOutlets, waitingOutlets } from './push-targets.rules.ts';
import { pushesOf, putTarget, type StoredPush } from './shelf.queries.ts';

/** A screen that has not confirmed by then counts as failed (until it does). */
const TARGET_TIMEOUT_MS = 3_000;
/** The store could not take an answer. */
const AGAIN_MS = 1_000;

/** What is taken back, why, and what is on instead of it. */
type Reversal = {
  readonly cause: TakeDownCause;
  /** Outlets that the next push speaks to itself. */
  readonly keep: readonly number[];
  readonly restored: PushCard | null;
};

/** The one ledger of pushes: what each target was sent, answered, shows by now and took back, and how fast. */
export class PushLedger {
  readonly #room: RoomContext;
  readonly #runs: OutletRuns;
  readonly #watches: OutletWatches;
  readonly #cardOf: (push: StoredPush) => PushCard | null;
  readonly #goAtMs = new Map<number, number>();
  #pushes: readonly StoredPush[] = [];
  /** The card of what is on, as its targets were last told. */
  #told: { readonly pushId: number; readonly card: string } | null = null;
  #stopFollowing = (): void => undefined;

  constructor(
    room: RoomContext,
    outlets: OutletsService,
    cardOf: (push: StoredPush) => PushCard | null,
  ) {
    this.#room = room;
    this.#cardOf = cardOf;
    this.#runs = new OutletRuns(room.ports, outlets, (answer) => this.#outletAnswered(answer));
    this.#watches = new OutletWatches(outlets, (...told) => this.#thereTold(...told));
  }

  all(): readonly StoredPush[] {
    return this.#pushes;
  }

  byId(pushId: number): StoredPush | undefined {
    return this.#pushes.find(({ id }) => id === pushId);
  }

  onShelf(): StoredPush | undefined {
    return this.#pushes.findLast((push) => push.state === 'on_shelf' && push.endTs === null);
  }

  /** By the monotonic clock: setting the machine's clock neither opens nor shuts the window. */
  isTooLate(push: Push): boolean {
    const sinceMs = this.#sinceGoMs(push.id);
    // Of a core that has ended since; the wall is all there is.
    if (sinceMs === null) return this.#room.ports.clock.wallNow() > push.undoUntilTs;
    return sinceMs > UNDO_WINDOW_MS;
  }

  #sinceGoMs(pushId: number): number | null {
    const goMs = this.#goAtMs.get(pushId);
    return goMs === undefined ? null : this.#room.ports.clock.monotonicNow() - goMs;
  }

  reload(): void {
    const show = this.#room.show();
    this.#pushes = show === null ? [] : pushesOf(this.#room.db, show.id, UNDO_WINDOW_MS);
    this.#room.changed('shelf');
    // Those of what is on the shelf now.
    this.#room.changed('answers');
    // What a transaction may still lose is not looked after.
    this.#stopFollowing();
    this.#stopFollowing = this.#room.ports.clock.after(0, () => this.#follow());
  }

  close(): void {
    this.#stopFollowing();
    this.#watches.follow(null, []);
    this.#runs.close();
  }

  /** Looks after what is on, at every target that answered and has nothing under way. */
  #follow(): void {
    const push = this.onShelf();
    const card = push === undefined ? null : this.#cardOf(push);
    this.#watches.follow(card, quietOutlets(push, this.#pushes));
  }

  /** A start: nobody waits any more for what was under way when the program ended. */
  settleLost(): void {
    const lost = this.#pushes.flatMap(({ id, targets }) =>
      targets
        .filter(({ state, reverse }) => state === 'waiting' || reverse?.state === 'waiting')
        .map((answer) => [id, answer] as const),
    );
    if (lost.length === 0) return;
    const gone = { state: 'unknown', reason: 'core_stopped', delayMs: null } as const;
    this.#room.commit(() => {
      for (const [pushId, answer] of lost) {
        const reverse = answer.reverse?.state === 'waiting' ? gone : answer.reverse;
        const own = answer.state === 'waiting' ? gone : {};
        putTarget(this.#room.db, pushId, { ...answer, ...own, reverse });
      }
      this.reload();
    });
  }

  /** Inside the commit of a GO: who is to answer, and after it what each is sent. */
  begin(card: PushCard, goMs: number, preview: Armed['preview']): void {
    const { db, ports } = this.#room;
    const { pushId } = card;
    for (const { target, outletId, name, text, isConnected, problem } of preview) {
      const isRefused = problem !== null && problem !== 'not_live' && problem !== LEFT_OUT;
      const state = isConnected ? 'waiting' : isRefused ? 'failed' : 'none';
      const said = { state, reason: problem, delayMs: null, reverse: null, there: null } as const;
      putTarget(db, pushId, { target, outletId, name, text, ...said });
    }
    this.#goAtMs.set(pushId, goMs);
    this.reload();
    // After this commit: what the desk does itself is done when it is on disk.
    ports.clock.after(0, () => {
      const push = this.byId(pushId);
      if (push === undefined) return;
      this.#runs.push(card, goMs, waitingOutlets(push));
      this.#answer(pushId, ['shelf', 'cue'], 'ok');
    });
    ports.clock.after(TARGET_TIMEOUT_MS, () =>
      this.#answer(pushId, ['anchor', 'overlay'], 'failed'),
    );
  }

  /** A screen shows the push. */
  confirm(pushId: number, target: PushTarget): void {
    this.#answer(pushId, [target], 'ok');
  }

  /** Inside a commit: the push goes to these outlets once more, whatever they answered before. */
  again(card: PushCard, outletIds: readonly number[]): void {
    const { db, ports } = this.#room;
    const fromMs = ports.clock.monotonicNow();
    const asked = { state: 'waiting', reason: null, delayMs: null, reverse: null } as const;
    for (const answer of this.byId(card.pushId)?.targets ?? []) {
      if (answer.outletId === null || !outletIds.includes(answer.outletId)) continue;
      putTarget(db, card.pushId, { ...answer, ...asked });
    }
    this.reload();
    ports.clock.after(0, () => {
      const push = this.byId(card.pushId);
      if (push === undefined || push.state !== 'on_shelf') return;
      const waiting = waitingOutlets(push);
      this.#runs.push(
        card,
        fromMs,
        outletIds.filter((id) => waiting.includes(id)),
      );
    });
  }

  /** Inside a commit: what went out with a push is taken back, where a target can. */
  reverse(card: PushCard | null, { cause, keep, restored }: Reversal): void {
    // Its product is not on the shelf any more: nobody can say what to take back.
    if (card === null) return;
    const push = this.byId(card.pushId);
    const fromMs = this.#room.ports.clock.monotonicNow();
    const outletIds: number[] = [];
    for (const answer of push?.targets ?? []) {
      const { outletId, state } = answer;
      if (outletId === null || keep.includes(outletId) || answer.reverse !== null) continue;
      if (state === 'failed' || state === 'none') continue;
      const can = this.#runs.canUnpush(outletId);
      if (can !== 'always' && cause === 'taken_down') continue;
      const isSent = can !== 'never';
      const reverse: ReverseAnswer = isSent
        ? { state: 'waiting', reason: null, delayMs: null }
        : { state: 'none', reason: 'no_reverse', delayMs: null };
      putTarget(this.#room.db, card.pushId, { ...answer, reverse });
      outletIds.push(outletId);
    }
    if (outletIds.length === 0) return;
    this.reload();
    this.#room.ports.clock.after(0, () => {
      const stored = this.byId(card.pushId);
      const asked = outletIds.filter((id) =>
        stored?.targets.some(({ outletId, reverse }) => outletId === id && reverse !== null),
      );
      const shows = restored === null ? [] : shownOutlets(this.byId(restored.pushId));
      const outlets = asked.map((outletId) => ({
        outletId,
        restored: shows.includes(outletId) ? restored : null,
      }));
      this.#runs.unpush(card, cause, fromMs, outlets);
    });
  }

  /** What is on now: a price or a stock that changed goes to those that show it and take changes. */
  tick(card: PushCard | null): void {
    const before = this.#told;
    // A driver may have been made anew meanwhile.
    this.#follow();
    this.#told = card === null ? null : { pushId: card.pushId, card: JSON.stringify(card) };
    if (card === null || before?.pushId !== card.pushId || before.card === this.#told?.card) return;
    const shown = this.byId(card.pushId)?.targets.filter(({ state }) => state === 'ok') ?? [];
    this.#runs.update(
      card,
      shown.flatMap(({ outletId }) => (outletId === null ? [] : [outletId])),
    );
  }

  /** Only targets that wait (or failed to answer in time) take an answer; a late `ok` mends `failed`. */
  #answer(pushId: number, targets: readonly PushTarget[], state: 'ok' | 'failed'): void {
    const push = this.byId(pushId);
    const sinceMs = this.#sinceGoMs(pushId);
    if (push === undefined || push.state === 'undone' || sinceMs === null) return;
    const delayMs = Math.round(sinceMs);
    const answers = push.targets
      .filter((answer) => targets.includes(answer.target))
      .filter(
        (answer) => answer.state === 'waiting' || (state === 'ok' && answer.state === 'failed'),
      )
      .map((answer): TargetAnswer => {
        const said =
          state === 'ok' ? { reason: null, delayMs } : { reason: 'no_answer', delayMs: null };
        return { ...answer, state, ...said };
      });
    if (answers.length === 0) return;
    this.#room.commit(() => {
      for (const answer of answers) putTarget(this.#room.db, pushId, answer);
      this.reload();
    });
  }

  /** Of any show: an answer may come when the next one has begun. */
  #outletAnswered(given: OutletAnswer): void {
    const { showId, pushId, outletId, isReverse, answer, delayMs } = given;
    const stored = this.#room.commit(() => {
      const push = pushesOf(this.#room.db, showId, UNDO_WINDOW_MS).find(({ id }) => id === pushId);
      const held = push?.targets.find((each) => each.outletId === outletId);
      if (held === undefined) return true;
      // It is on again since: the end of its reverse says nothing any more.
      if (isReverse && held.reverse?.state !== 'waiting') return true;
      const reason = answer.state === 'ok' ? null : answer.reason;
      const said = { state: answer.state, reason, delayMs: answer.state === 'ok' ? delayMs : null };
      putTarget(
        this.#room.db,
        pushId,
        isReverse ? { ...held, reverse: said } : { ...held, ...said },
      );
      const isMended = !isReverse && answer.state === 'ok' && held.there !== null;
      if (isMended) this.#writeThere(showId, pushId, { ...held, ...said }, null);
      this.reload();
      return true;
    });
    if (stored === null) this.#room.ports.clock.after(AGAIN_MS, () => this.#outletAnswered(given));
  }

  #thereTold(pushId: number, outletId: number, told: ThereNow | null): void {
    const show = this.#room.show();
    const held = this.byId(pushId)?.targets.find((each) => each.outletId === outletId);
    if (show === null || held === undefined || pushId !== this.onShelf()?.id) return;
    // Where nothing arrived, nothing is there: the answer says so already.
    const isEmpty = told?.what === 'nothing' || told?.what === 'hidden';
    const there = held.state === 'failed' && isEmpty ? null : told;
    if (held.there?.what === there?.what && held.there?.name === there?.name) return;
    const stored = this.#room.commit(() => {
      this.#writeThere(show.id, pushId, held, there);
      this.reload();
      return true;
    });
    if (stored !== null) return;
    this.#room.ports.clock.after(AGAIN_MS, () => {
      this.#watches.stop(outletId);
      this.#follow();
    });
  }

  /** Inside a commit: the row, and the fact of it. */
  #writeThere(showId: number, pushId: number, held: TargetAnswer, there: ThereNow | null): void {
    const nowTs = this.#room.showNow();
    const since = there === null ? null : { ...there, sinceTs: nowTs };
    putTarget(this.#room.db, pushId, { ...held, there: since });
    const which = { pushId: PushId.parse(pushId), outletId: OutletId.parse(held.outletId) };
    const fact = { kind: 'push.there', ...which, name: held.name, there } as const;
    this.#room.writeFactOf(ShowId.parse(showId), fact, nowTs);
  }
}
