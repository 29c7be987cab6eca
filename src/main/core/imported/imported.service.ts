import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { commands, type CommandInput, type CommandOutput } from '#shared/contract/contract.ts';
import { ProductId, type ShowId } from '#shared/model/ids.ts';
import { PlatformImportId, type PlatformImport } from '#shared/model/platform-import.ts';
import { ProductDetails } from '#shared/model/product-details.ts';
import { ProductFields } from '#shared/model/product.ts';
import type { Show } from '#shared/model/show.ts';
import { SPAN_SLACK_MS } from '#shared/rules/platform-tables/show-time.ts';
import { roomOfShow, sourcesOfShow } from '../review/review.queries.ts';
import type { RoomContext } from '../room/room-context.ts';
import { showById } from '../room/show.queries.ts';
import { layoutOf, putLayout } from '../shelf/catalogue/import-layouts.queries.ts';
import {
  importOfRoom,
  importsOf,
  insertFigure,
  insertImport,
  namedProductsOf,
  productsOfRoom,
  roomNames,
  roomZone,
  setRemoved,
} from './imported.queries.ts';

const MINUTE_MS = 60_000;

/** A show that has begun, with its span of show time. */
type Span = { readonly show: Show; readonly fromTs: number; readonly toTs: number };

export function importGround(
  room: RoomContext,
  showId: ShowId,
): Result<CommandOutput<'imported.ground'>> {
  const span = spanOf(room, showId);
  if (!span.ok) return span;
  const { db, roomId } = room;
  const names = roomNames(db);
  const { show, fromTs, toTs } = span.value;
  return ok({
    fromTs,
    toTs,
    timeZone: roomZone(db, roomId),
    currency: show.currency,
    products: namedProductsOf(db, roomId, showId).map((row) => {
      const { code, name } = ProductFields.parse(JSON.parse(row.fields));
      const details = ProductDetails.partial().parse(JSON.parse(row.details));
      return {
        productId: ProductId.parse(row.id),
        code,
        name,
        shortName: details.shortName ?? '',
        linkNumber: row.linkNumber,
        urls: (details.links ?? []).map(({ url }) => url),
      };
    }),
    rooms: {
      own: names.filter((each) => each.roomId === roomId).map(({ name }) => name),
      others: names.filter((each) => each.roomId !== roomId).map(({ name }) => name),
    },
    platforms: [...new Set(sourcesOfShow(db, showId).map(({ platform }) => platform))],
    imports: [...importsOf(db, showId)],
  });
}

export function importLayout(
  room: RoomContext,
  headings: readonly string[],
): Result<CommandOutput<'imported.layout'>> {
  const stored = layoutOf(room.db, room.roomId, layoutKey(headings));
  const { layout } = commands['imported.layout'].output.shape;
  // What an earlier version could be told and this one knows no more is as if it were new.
  const parsed = layout.safeParse(stored === undefined ? null : JSON.parse(stored));
  return ok({ layout: parsed.success ? parsed.data : null });
}

/** A table of products has its own memory of the same headings (`catalogue.layout`). */
function layoutKey(headings: readonly string[]): string {
  return JSON.stringify(['platform-export', ...headings]);
}

/** Inside a commit. */
export function putImport(
  room: RoomContext,
  input: CommandInput<'imported.put'>,
): Result<CommandOutput<'imported.put'>> {
  const { showId, platform, kind, headings, columns, fileName, fileHash, rows, replaces } = input;
  const span = spanOf(room, showId);
  if (!span.ok) return span;
  if (headings.length !== columns.length) return fail('bad_request', { what: 'columns' });
  const misfit = misfitOf(room, input, span.value);
  if (misfit !== null) return misfit;
  const { db, roomId, ports } = room;
  const held = importsOf(db, showId).filter(({ removedTs }) => removedTs === null);
  const known = held.find((each) => each.fileHash === fileHash && each.kind === kind);
  if (known !== undefined && known.id !== replaces)
    return fail('import_known', { name: known.fileName });
  const before = held.find((each) => each.platform === platform && each.kind === kind);
  if ((before?.id ?? null) !== replaces) return inTheWay(before);
  const nowTs = ports.clock.wallNow();
  if (before !== undefined) setRemoved(db, before.id, nowTs);
  const importId = insertImport(db, {
    showId,
    platform,
    kind,
    fileName,
    fileHash,
    currency: span.value.show.currency,
    importedTs: nowTs,
    rows: rows.length,
    replacedId: replaces,
  });
  for (const { minute, productId, values } of rows) {
    for (const value of values) insertFigure(db, importId, { minute, productId, ...value });
  }
  putLayout(db, roomId, {
    headings: layoutKey(headings),
    columns: JSON.stringify({ platform, columns }),
    usedTs: nowTs,
  });
  return ok({ importId: PlatformImportId.parse(importId) });
}

/** Whatever a table of its kind cannot hold: nothing of it is taken then. */
function misfitOf(
  room: RoomContext,
  { kind, rows }: CommandInput<'imported.put'>,
  { fromTs, toTs }: Span,
): Result<never> | null {
  const known = productsOfRoom(room.db, room.roomId);
  const keys = new Set<number>();
  for (const { minute, productId } of rows) {
    const key = kind === 'minutes' ? minute : kind === 'products' ? productId : 0;
    const other = kind === 'minutes' ? productId : minute;
    const isAlone = kind !== 'totals' || productId === null;
    if (key === null || other !== null || !isAlone || keys.has(key)) {
      return fail('import_misfit', {});
    }
    keys.add(key);
    if (productId !== null && !known.has(productId)) return fail('unknown_product', { productId });
    const ts = minute === null ? fromTs : minute * MINUTE_MS;
    if (ts < fromTs - SPAN_SLACK_MS - MINUTE_MS || ts > toTs + SPAN_SLACK_MS) {
      return fail('import_misfit', {});
    }
  }
  return null;
}

function inTheWay(held: PlatformImport | undefined): Result<never> {
  return held === undefined
    ? fail('unknown_import', {})
    : fail('import_replaces', { name: held.fileName });
}

/** Inside a commit. */
export function removeImport(
  room: RoomContext,
  { importId, isUndo }: CommandInput<'imported.remove'>,
): Result<Record<string, never>> {
  const found = importOfRoom(room.db, room.roomId, importId);
  const held = found === undefined ? [] : importsOf(room.db, found.showId);
  const own = held.find(({ id, removedTs }) => id === importId && removedTs === null);
  if (found === undefined || own === undefined) return fail('unknown_import', {});
  setRemoved(room.db, importId, room.ports.clock.wallNow());
  if (isUndo && found.replacedId !== null) setRemoved(room.db, found.replacedId, null);
  return ok({});
}

/** Inside a commit. */
export function restoreImport(
  room: RoomContext,
  importId: PlatformImportId,
): Result<Record<string, never>> {
  const found = importOfRoom(room.db, room.roomId, importId);
  const all = found === undefined ? [] : importsOf(room.db, found.showId);
  const own = all.find(({ id, removedTs }) => id === importId && removedTs !== null);
  if (own === undefined) return fail('unknown_import', {});
  const other = all.find(
    ({ platform, kind, removedTs }) =>
      platform === own.platform && kind === own.kind && removedTs === null,
  );
  if (other !== undefined) return inTheWay(other);
  setRemoved(room.db, importId, null);
  return ok({});
}

function spanOf(room: RoomContext, showId: ShowId): Result<Span> {
  const show = roomOfShow(room.db, showId) === room.roomId ? showById(room.db, showId)?.show : null;
  if (show === null || show === undefined) return fail('unknown_show', { showId });
  if (show.startedTs === null) return fail('show_wrong_state', { state: show.state });
  const nowTs = room.show()?.id === showId ? room.showNow() : show.startedTs;
  return ok({
    show,
    fromTs: show.startedTs,
    toTs: Math.max(show.startedTs, show.endedTs ?? nowTs),
  });
}
