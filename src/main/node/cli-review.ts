import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { findFeed } from '#core/feeds/registry.ts';
import { defaultDataFolder } from '#core/host-arguments.ts';
import { wholeReview } from '#core/lift/whole-review.ts';
import { roomOfShow } from '#core/review/review.queries.ts';
import { RoomId, ShowId } from '#shared/model/ids.ts';
import type { Review } from '#shared/model/review.ts';
import { toCsv } from '#shared/rules/csv.ts';
import type { TsvCell } from '#shared/rules/tsv.ts';

import { EXIT_FAILED, EXIT_OK, EXIT_USAGE, withStore } from './cli-store.ts';

type Output = { write(text: string): unknown };

const TABLES = ['products', 'pushes', 'cues', 'gaps', 'minutes'] as const;
type TableName = (typeof TABLES)[number];

const USAGE = `export SHOW --format json|csv [--table ${TABLES.join('|')}] [--data DIR]`;

/**
 * `cuedesk export SHOW --format json|csv`: the review of a show as JSON, or one of its tables as CSV
 * with the names of the fields above the columns. SHOW is the number of the show.
 */
export async function runReviewExport(
  args: readonly string[],
  stdout: Output,
  stderr: Output,
): Promise<number> {
  const order = parse(args);
  if (order === null) {
    stderr.write(`${USAGE}\n`);
    return EXIT_USAGE;
  }
  const { showId, table, dataFolder } = order;
  return withStore(dataFolder, stderr, async (store, ports) => {
    const roomId = roomOfShow(store.db, showId);
    const canOf = (connector: string) => findFeed(connector)?.can ?? null;
    const review =
      roomId === undefined
        ? null
        : await wholeReview(
            store.db,
            RoomId.parse(roomId),
            showId,
            null,
            ports.clock.wallNow(),
            canOf,
          );
    if (review === null || !review.ok) {
      stderr.write(
        `There is no show ${showId} in ${dataFolder}. ${dataFolder} 里没有第 ${showId} 场。\n`,
      );
      return EXIT_FAILED;
    }
    stdout.write(
      table === null
        ? `${JSON.stringify(review.value, null, 2)}\n`
        : tableText(review.value, table),
    );
    return EXIT_OK;
  });
}

type Order = {
  readonly showId: ShowId;
  /** Null: everything, as JSON. */
  readonly table: TableName | null;
  readonly dataFolder: string;
};

function parse(args: readonly string[]): Order | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { format: { type: 'string' }, table: { type: 'string' }, data: { type: 'string' } },
  });
  const showId = ShowId.safeParse(Number(positionals[0]));
  const isKnown = Object.keys(values).every((name) => ['format', 'table', 'data'].includes(name));
  if (!showId.success || positionals.length !== 1 || !isKnown) return null;
  const { format, data } = values;
  const table = TABLES.find((name) => name === (values.table ?? 'products'));
  if (typeof data === 'boolean' || table === undefined) return null;
  const dataFolder = data === undefined ? defaultDataFolder() : resolve(data);
  if (format === 'json' && values.table === undefined) {
    return { showId: showId.data, table: null, dataFolder };
  }
  return format === 'csv' ? { showId: showId.data, table, dataFolder } : null;
}

function tableText(review: Review, name: TableName): string {
  const rows: readonly object[] = review[name];
  const columns = Object.keys(rows[0] ?? {});
  return toCsv([
    columns,
    ...rows.map((row) => columns.map((key) => cellOf(Reflect.get(row, key)))),
  ]);
}

function cellOf(value: unknown): TsvCell {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value);
}
