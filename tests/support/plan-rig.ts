import BetterSqlite from 'better-sqlite3';

import type { CommandInput } from '#shared/contract/contract.ts';
import type { BlockId } from '#shared/model/ids.ts';
import type { BlockPlan } from '#shared/model/run-of-show.ts';
import { BLANK_BLOCK } from '#shared/rules/run-of-show/blank-block.ts';
import { productFields } from '#tests/support/desk-facts.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';

type Edits = CommandInput<'plan.edit'>['edits'];

/** A planned show on a real store, with what its run of show is asked and told. */
export class PlanRig {
  readonly core: CoreRig;
  readonly desk: RigScreen;

  private constructor(core: CoreRig) {
    this.core = core;
    this.desk = core.screen('desk');
  }

  static async start(folder: string | null = null): Promise<PlanRig> {
    const rig = new PlanRig(await startRig(folder));
    await rig.create('Evening');
    return rig;
  }

  async create(title: string, origin: 'live' | 'rehearsal' = 'live'): Promise<void> {
    await this.desk.must('show.create', { title, origin, currency: 'CNY' });
    await this.core.advance(10);
  }

  /** Blocks at the end of the plan; returns their ids. */
  async add(...blocks: readonly Partial<BlockPlan>[]): Promise<readonly BlockId[]> {
    const { insertedIds } = await this.edit(
      ...blocks.map((block) => ({
        op: 'insert' as const,
        beforeId: null,
        block: { ...BLANK_BLOCK, ...block },
      })),
    );
    return insertedIds;
  }

  async edit(...edits: Edits) {
    const done = await this.desk.must('plan.edit', { edits });
    await this.core.advance(10);
    return done;
  }

  async product(code: string, linkNumber: number) {
    const { productId } = await this.desk.must('shelf.putProduct', {
      fields: productFields(code, 'CNY'),
      linkNumber,
    });
    return productId;
  }

  slice() {
    return this.desk.slice('blocks');
  }

  titles(): string[] {
    return this.slice().blocks.map(({ title }) => title);
  }

  current(): string | null {
    const { blocks, currentId } = this.slice();
    return blocks.find(({ id }) => id === currentId)?.title ?? null;
  }

  /** Facts of the log by the names of their kinds, oldest first. */
  facts(...kinds: readonly string[]): Record<string, unknown>[] {
    const db = new BetterSqlite(this.core.storePath, { readonly: true });
    try {
      const names = kinds.map((kind) => `'${kind}'`).join(', ');
      const rows = db
        .prepare(
          `SELECT k.name, e.event_ts AS ts, e.body FROM events e JOIN event_kinds k ON k.code = e.kind
            WHERE k.name IN (${names}) ORDER BY e.seq`,
        )
        .all() as { readonly name: string; readonly ts: number; readonly body: string }[];
      return rows.map(({ name, ts, body }) => ({ kind: name, ts, ...JSON.parse(body) }));
    } finally {
      db.close();
    }
  }
}
