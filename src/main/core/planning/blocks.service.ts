import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { BlockId } from '#shared/model/ids.ts';
import type { Block } from '#shared/model/run-of-show.ts';
import type { RoomContext } from '../room/room-context.ts';
import { blocksOf, endRunningBlock, startBlock } from './blocks.queries.ts';

/** The run of show while it runs: which block, since when. */
export class BlocksService {
  readonly #room: RoomContext;
  #blocks: readonly Block[] = [];

  constructor(room: RoomContext) {
    this.#room = room;
  }

  reload(): void {
    const show = this.#room.show();
    this.#blocks = show === null ? [] : blocksOf(this.#room.db, show.id);
    this.#room.changed('blocks');
  }

  slice(): RoomSlices['blocks'] {
    return { blocks: [...this.#blocks], currentId: this.#current()?.id ?? null };
  }

  /** The running block; null between blocks. */
  now(): Block | null {
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
    const position = this.#current()?.position ?? 0;
    const next = this.#blocks.find((block) => block.position > position);
    if (next === undefined) return fail('unknown_block', { blockId: position + 1 });
    return this.start(next.id);
  }

  /** The show ended: the running block ends with it. */
  endRunning(): void {
    const show = this.#room.show();
    if (show === null) return;
    endRunningBlock(this.#room.db, show.id, this.#room.showNow());
    this.reload();
  }

  #current(): Block | undefined {
    return this.#blocks.find((block) => block.startedTs !== null && block.endedTs === null);
  }
}
