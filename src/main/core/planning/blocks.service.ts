import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { BlockId } from '#shared/model/ids.ts';
import { NO_TERMS, type LoopedGroup, type PlanTerms } from '#shared/model/run-of-show.ts';
import { nextBlock } from '#shared/rules/run-of-show/next-block.ts';
import type { RoomContext } from '../room/room-context.ts';
import { blocksOf, endRunningBlock, startBlock, type StoredBlock } from './blocks.queries.ts';
import { loopsOf, termsOf } from './plan-terms.queries.ts';

/** The run of show while it runs: which block, since when. */
export class BlocksService {
  readonly #room: RoomContext;
  #blocks: readonly StoredBlock[] = [];
  #loops: readonly LoopedGroup[] = [];
  #terms: PlanTerms = NO_TERMS;
  /** Never the same in one run of the core, whatever show is planned. */
  #revision = 0;

  constructor(room: RoomContext) {
    this.#room = room;
  }

  reload(): void {
    const show = this.#room.show();
    const { db } = this.#room;
    this.#blocks = show === null ? [] : blocksOf(db, show.id);
    this.#loops = show === null ? [] : loopsOf(db, show.id);
    this.#terms = show === null ? NO_TERMS : termsOf(db, show.id);
    this.#revision += 1;
    this.#room.changed('blocks');
  }

  slice(): RoomSlices['blocks'] {
    const current = this.#current();
    // Sixty scripts to every screen, with every press: no. The prompter needs these two.
    const told = new Set([current?.id, nextBlock(this.#blocks, current?.id ?? null)?.id]);
    return {
      blocks: this.#blocks.map((block) =>
        told.has(block.id) ? block : { ...block, script: null },
      ),
      currentId: current?.id ?? null,
      loops: [...this.#loops],
      terms: this.#terms,
      revision: this.#revision,
    };
  }

  /** The running block; null between blocks. */
  now(): StoredBlock | null {
    return this.#current() ?? null;
  }

  /** Product of the running block; null for a block without one. */
  productNow(): number | null {
    return this.#current()?.productId ?? null;
  }

  start(blockId: BlockId): Result<Record<string, never>> {
    const show = this.#room.show();
    const block = this.#blocks.find((candidate) => candidate.id === blockId);
    if (block === undefined || show === null) return fail('unknown_block', { blockId });
    if (show.state !== 'on_air' && show.state !== 'paused') {
      return fail('show_wrong_state', { state: show.state, action: 'block.start' });
    }
    startBlock(this.#room.db, show.id, block.id, this.#room.showNow());
    this.#room.writeFact({ kind: 'block.started', position: block.position, title: block.title });
    this.reload();
    return ok({});
  }

  next(): Result<Record<string, never>> {
    const current = this.#current();
    const next = nextBlock(this.#blocks, current?.id ?? null);
    if (next === null) return fail('unknown_block', { blockId: (current?.position ?? 0) + 1 });
    return this.start(next.id);
  }

  /** The show ended: the running block ends with it. */
  endRunning(): void {
    const show = this.#room.show();
    if (show === null) return;
    endRunningBlock(this.#room.db, show.id, this.#room.showNow());
    this.reload();
  }

  #current(): StoredBlock | undefined {
    return this.#blocks.find((block) => block.startedTs !== null && block.endedTs === null);
  }
}
