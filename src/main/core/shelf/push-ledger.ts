import type {
  Armed,
  Push,
  PushTarget,
  ReverseAnswer,
  TargetAnswer,
} from '#shared/model/product.ts';
import { UNDO_WINDOW_MS } from '#shared/model/product.ts';
import type { RoomContext } from '../room/room-context.ts';
import { OutletRuns, type OutletAnswer } from './outlets/outlet-runs.ts';
import type { PushCard, TakeDownCause } from './outlets/outlet-driver.ts';
import type { OutletsService } from './outlets/outlets.service.ts';
import { pushesOf, putTarget, type StoredPush } from './shelf.queries.ts';

/** A screen that has not confirmed by then counts as failed (until it does). */
const TARGET_TIMEOUT_MS = 3_000;
/** The store could not take an answer. */
const AGAIN_MS = 1_000;

/** The one ledger of pushes: what each target was sent, answered and took back, and how fast. */
export class PushLedger {
  readonly #room: RoomContext;
  readonly #runs: OutletRuns;
  readonly #goAtMs = new Map<number, number>();
  #pushes: readonly StoredPush[] = [];
  /** The card of what is on, as its targets were last told. */
  #told: { readonly pushId: number; readonly card: string } | null = null;

  constructor(room: RoomContext, outlets: OutletsService) {
    this.#room = room;
    this.#runs = new OutletRuns(room.ports, outlets, (answer) => this.#outletAnswered(answer));
  }

  all(): readonly StoredPush[] {
    return this.#pushes;
  }

  byId(pushId: number): StoredPush | undefined {
    return this.#pushes.find(({ id }) => id === pushId);
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
  }

  close(): void {
    this.#runs.close();
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
      const isRefused = problem !== null && problem !== 'not_live';
      const state = isConnected ? 'waiting' : isRefused ? 'failed' : 'none';
      const said = { state, reason: problem, delayMs: null, reverse: null } as const;
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

  /**
   * Inside a commit: what went out with a push is taken back, where a target can; `keep` are outlets
   * that the next push speaks to itself.
   */
  reverse(card: PushCard | null, cause: TakeDownCause, keep: readonly number[]): void {
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
      this.#runs.unpush(card, cause, fromMs, asked);
    });
  }

  /** What is on now: a price or a stock that changed goes to those that show it and take changes. */
  tick(card: PushCard | null): void {
    const before = this.#told;
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
      const reason = answer.state === 'ok' ? null : answer.reason;
      const said = { state: answer.state, reason, delayMs: answer.state === 'ok' ? delayMs : null };
      putTarget(
        this.#room.db,
        pushId,
        isReverse ? { ...held, reverse: said } : { ...held, ...said },
      );
      this.reload();
      return true;
    });
    if (stored === null) this.#room.ports.clock.after(AGAIN_MS, () => this.#outletAnswered(given));
  }
}

function waitingOutlets({ targets }: StoredPush): readonly number[] {
  return targets.flatMap(({ outletId, state }) =>
    outletId !== null && state === 'waiting' ? [outletId] : [],
  );
}
