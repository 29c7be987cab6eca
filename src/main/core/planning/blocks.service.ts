import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { BlockId } from '#shared/model/ids.ts';
import { NO_TERMS, type PlanTerms } from '#shared/model/run-of-show.ts';
import { heldUntil } from '#shared/rules/run-of-show/block-clock.ts';
import type { TimedLoop } from '#shared/rules/run-of-show/groups.ts';
import { nextTurn, previousTurn, type Turn } from '#shared/rules/run-of-show/next-block.ts';
import { ReviewNews } from '../review/review-news.ts';
import type { RoomContext } from '../room/room-context.ts';
import { extendBlock, holdBlock, skipBlock } from './block-clock.queries.ts';
import {
  blocksOf,
  endRunningBlock,
  freshRound,
  startBlock,
  type StoredBlock,
} from './blocks.queries.ts';
import { ChecklistService } from './checklist.service.ts';
import { fixPlan } from './fix-plan.ts';
import { ImprovementsService } from './improvements.service.ts';
import { PlanService } from './plan.service.ts';
import { timedTerms } from './plan-terms.queries.ts';

type Done = Result<Record<string, never>>;

/** The run of show while it runs: which block, since when, and what comes of each press. */
export class BlocksService {
  readonly #room: RoomContext;
  readonly plan: PlanService;
  readonly checklist: ChecklistService;
  readonly improvements: ImprovementsService;
  /** Whose review was written to. */
  readonly reviewNews: ReviewNews;
  #blocks: readonly StoredBlock[] = [];
  #loops: readonly TimedLoop[] = [];
  #terms: PlanTerms = NO_TERMS;
  #endTs: number | null = null;
  #toArm: number | null = null;
  /** Never the same in one run of the core, whatever show is planned. */
  #revision = 0;

  constructor(room: RoomContext) {
    this.#room = room;
    const changed = (): number => {
      this.reload();
      return this.#revision;
    };
    this.plan = new PlanService(room, () => this.#revision, changed);
    this.checklist = new ChecklistService(room, changed);
    this.reviewNews = new ReviewNews(() => room.changed('reviewed'));
    this.improvements = new ImprovementsService(room, (showId) => {
      changed();
      this.reviewNews.noted(showId);
    });
  }

  reload(): void {
    const show = this.#room.show();
    const { db, roomId } = this.#room;
    this.#blocks = show === null ? [] : blocksOf(db, show.id);
    const timed =
      show === null
        ? null
        : timedTerms(db, roomId, show.id, show.startedTs ?? this.#room.showNow());
    this.#loops = timed?.loops ?? [];
    this.#terms = timed?.terms ?? NO_TERMS;
    this.#endTs = timed?.endTs ?? null;
    this.#revision += 1;
    this.#toArm = null;
    this.#room.changed('blocks');
  }

  slice(): RoomSlices['blocks'] {
    const current = this.now();
    const next = nextTurn(this.#blocks, this.#loops, current, this.#room.showNow());
    // Sixty scripts to every screen, with every press: no. The prompter needs these two.
    const told = new Set([current?.id, next?.block.id]);
    return {
      blocks: this.#blocks.map((block) =>
        told.has(block.id) ? block : { ...block, script: null },
      ),
      currentId: current?.id ?? null,
      loops: [...this.#loops],
      terms: this.#terms,
      endTs: this.#endTs,
      revision: this.#revision,
    };
  }

  /** The running block; null between blocks. */
  now(): StoredBlock | null {
    return this.#blocks.find((block) => block.startedTs !== null && block.endedTs === null) ?? null;
  }

  /** The show went on air: times of day are told from its start. */
  showStarted(): void {
    fixPlan(this.#room);
    this.reload();
  }

  /** Product of the running block; null for a block without one. */
  productNow(): number | null {
    return this.now()?.productId ?? null;
  }

  /** What is to be armed with the block that the operator just began, where the show is planned so; once. */
  takeToArm(): number | null {
    const productId = this.#toArm;
    this.#toArm = null;
    return productId;
  }

  start(blockId: BlockId): Done {
    const block = this.#find(blockId);
    if (block === null) return fail('unknown_block', { blockId });
    const current = this.now();
    // Within a loop one stays in its round; what is chosen elsewhere begins at its first.
    const isInRound = current !== null && current.group !== '' && current.group === block.group;
    return this.#turn({ block, round: isInRound ? current.round : 1 }, 'block.start');
  }

  next(): Done {
    const current = this.now();
    const next = nextTurn(this.#blocks, this.#loops, current, this.#room.showNow());
    return next === null ? this.#noTurn('block.next') : this.#turn(next, 'block.next');
  }

  previous(): Done {
    const before = previousTurn(this.#blocks, this.#loops, this.now());
    return before === null ? this.#noTurn('block.previous') : this.#turn(before, 'block.previous');
  }

  skip(blockId: BlockId, isSkipped: boolean): Done {
    const block = this.#find(blockId);
    if (block === null) return fail('unknown_block', { blockId });
    if (block.id === this.now()?.id) return isSkipped ? this.#breakOff(block) : ok({});
    if (block.endedTs !== null && block.round >= this.#roundNow(block)) {
      return fail('block_on_air', { title: block.title });
    }
    skipBlock(this.#room.db, block.id, isSkipped ? this.#room.showNow() : null);
    this.#room.writeFact({ kind: 'block.skipped', ...turnOf(block), isSkipped });
    this.reload();
    return ok({});
  }

  extend(byMs: number): Result<{ extendedMs: number }> {
    const running = this.#running('block.extend');
    if (!running.ok) return running;
    const block = running.value;
    const extendedMs = Math.max(-block.plannedMs, block.extendedMs + byMs);
    extendBlock(this.#room.db, block.id, extendedMs);
    this.#room.writeFact({ kind: 'block.extended', ...turnOf(block), byMs, extendedMs });
    this.reload();
    return ok({ extendedMs });
  }

  hold(isHeld: boolean): Done {
    const running = this.#running('block.hold');
    if (!running.ok) return running;
    const block = running.value;
    if ((block.heldSinceTs !== null) === isHeld) return ok({});
    const nowTs = this.#room.showNow();
    holdBlock(this.#room.db, block.id, heldUntil(block, nowTs), isHeld ? nowTs : null);
    this.#room.writeFact({ kind: 'block.held', ...turnOf(block), isHeld });
    this.reload();
    return ok({});
  }

  /** Inside a commit: a product was pinned; its block begins where the plan follows the shelf. */
  pinned(productId: number): void {
    if (this.#terms.follow !== 'shelf') return;
    const current = this.now();
    if (current?.productIds.some((id) => id === productId) === true) return;
    const isOf = (block: StoredBlock): boolean => block.productIds.some((id) => id === productId);
    const ahead = this.#blocks.filter(({ position }) => position > (current?.position ?? 0));
    // The next one that is about it; where none comes, the one that was.
    const block = ahead.find((each) => isOf(each) && each.skippedTs === null);
    const target = block ?? this.#blocks.find(isOf);
    if (target !== undefined) this.#turn({ block: target, round: 1 }, 'block.start', 'shelf');
  }

  /** The show ended: the running block ends with it. */
  endRunning(): void {
    const show = this.#room.show();
    if (show === null) return;
    const nowTs = this.#room.showNow();
    this.#noteEnd(nowTs, false);
    endRunningBlock(this.#room.db, show.id, nowTs);
    this.reload();
  }

  #breakOff(block: StoredBlock): Done {
    const next = nextTurn(this.#blocks, this.#loops, block, this.#room.showNow());
    if (next === null) return this.#noTurn('block.skip');
    return this.#turn(next, 'block.skip');
  }

  #turn(
    { block, round }: Turn<StoredBlock>,
    action: string,
    by: 'operator' | 'shelf' = 'operator',
  ): Done {
    const show = this.#room.show();
    if (show?.state !== 'on_air' && show?.state !== 'paused') return this.#notOnAir(action);
    const { db } = this.#room;
    const nowTs = this.#room.showNow();
    const current = this.now();
    this.#noteEnd(nowTs, action === 'block.skip');
    endRunningBlock(db, show.id, nowTs);
    if (current !== null && current.group === block.group && round > current.round) {
      freshRound(db, show.id, block.group);
    }
    startBlock(db, block.id, round, nowTs);
    const { position, title, plannedMs } = block;
    const fact = { position, title, blockId: block.id, round, plannedMs, by };
    this.#room.writeFact({ kind: 'block.started', ...fact });
    this.reload();
    if (by === 'operator' && this.#terms.follow === 'block') this.#toArm = block.productId;
    return ok({});
  }

  /** What the running block came to, into the log. */
  #noteEnd(nowTs: number, isSkipped: boolean): void {
    const block = this.now();
    if (block === null || block.startedTs === null) return;
    const { startedTs, plannedMs, extendedMs } = block;
    const heldMs = heldUntil(block, nowTs);
    const spent = { startedTs, plannedMs, extendedMs, heldMs };
    this.#room.writeFact({ kind: 'block.ended', ...turnOf(block), ...spent, isSkipped });
  }

  /** The round that a block's loop is in; of what does not run, the one it was in. */
  #roundNow(block: StoredBlock): number {
    const current = this.now();
    return current !== null && current.group !== '' && current.group === block.group
      ? current.round
      : block.round;
  }

  #running(action: string): Result<StoredBlock> {
    const state = this.#room.show()?.state;
    if (state !== 'on_air' && state !== 'paused') return this.#notOnAir(action);
    const block = this.now();
    return block === null ? fail('no_block_runs', {}) : ok(block);
  }

  #noTurn(action: string) {
    const state = this.#room.show()?.state;
    if (state !== 'on_air' && state !== 'paused') return this.#notOnAir(action);
    return fail('no_next_block', {});
  }

  #notOnAir(action: string) {
    return fail('show_wrong_state', { state: this.#room.show()?.state ?? 'none', action });
  }

  #find(blockId: BlockId): StoredBlock | null {
    return this.#blocks.find(({ id }) => id === blockId) ?? null;
  }
}

function turnOf({ id, position, title, round }: StoredBlock) {
  return { blockId: id, position, title, round };
}
