import {
  PlatformImport,
  type ImportedFigure,
  type PlatformImportId,
} from '#shared/model/platform-import.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { productsNotOffered } from '../shelf/catalogue/demo-products.queries.ts';

export type ImportedFigureRow = {
  readonly importId: PlatformImportId;
  readonly minute: number | null;
  readonly productId: number | null;
  readonly figure: ImportedFigure;
  readonly value: number;
  readonly isRounded: 0 | 1;
};

/** Every import of a show, those that were taken out too, oldest first. */
export function importsOf(db: ReadableDatabase, showId: number): readonly PlatformImport[] {
  return db
    .all<Record<string, unknown>>(sql`
      SELECT id, show_id AS showId, platform, kind, file_name AS fileName, file_hash AS fileHash,
        imported_ts AS importedTs, row_count AS rows, removed_ts AS removedTs
      FROM platform_imports WHERE show_id = ${showId} ORDER BY id`)
    .map((row) => PlatformImport.parse(row));
}

/** The show of an import and the import it took the place of; undefined for none such in this room. */
export function importOfRoom(
  db: ReadableDatabase,
  roomId: string,
  importId: number,
): { readonly showId: number; readonly replacedId: number | null } | undefined {
  return db.get(sql`
    SELECT i.show_id AS showId, i.replaced_id AS replacedId
    FROM platform_imports i JOIN shows s ON s.id = i.show_id
    WHERE i.id = ${importId} AND s.room_id = ${roomId}`);
}

/** Figures of what holds for a show. */
export function importedFiguresOf(
  db: ReadableDatabase,
  showId: number,
): readonly ImportedFigureRow[] {
  return db.all(sql`
    SELECT f.import_id AS importId, f.minute, f.product_id AS productId, f.figure, f.value,
      f.is_rounded AS isRounded
    FROM platform_imports i JOIN imported_figures f ON f.import_id = i.id
    WHERE i.show_id = ${showId} AND i.removed_ts IS NULL ORDER BY f.id`);
}

type NewImport = Omit<PlatformImport, 'id' | 'removedTs'> & {
  readonly currency: string;
  readonly replacedId: number | null;
};

export function insertImport(db: WritableDatabase, added: NewImport): number {
  return db.run(sql`
    INSERT INTO platform_imports (show_id, platform, kind, file_name, file_hash, currency, row_count,
      imported_ts, replaced_id)
    VALUES (${added.showId}, ${added.platform}, ${added.kind}, ${added.fileName}, ${added.fileHash},
      ${added.currency}, ${added.rows}, ${added.importedTs}, ${added.replacedId})`).lastId;
}

export function insertFigure(
  db: WritableDatabase,
  importId: number,
  added: Omit<ImportedFigureRow, 'importId' | 'isRounded'> & { readonly isRounded: boolean },
): void {
  const { minute, productId, figure, value, isRounded } = added;
  db.run(sql`
    INSERT INTO imported_figures (import_id, minute, product_id, figure, value, is_rounded)
    VALUES (${importId}, ${minute}, ${productId}, ${figure}, ${value}, ${isRounded ? 1 : 0})`);
}

/** `removedTs` null: it holds again. */
export function setRemoved(db: WritableDatabase, importId: number, removedTs: number | null): void {
  db.run(sql`UPDATE platform_imports SET removed_ts = ${removedTs} WHERE id = ${importId}`);
}

export function roomZone(db: ReadableDatabase, roomId: string): string {
  const row = db.get<{ readonly timeZone: string }>(sql`
    SELECT time_zone AS timeZone FROM rooms WHERE id = ${roomId}`);
  return row?.timeZone ?? 'UTC';
}

export type NamedRoom = { readonly roomId: string; readonly name: string };

/** What rooms are called here and on their platforms. */
export function roomNames(db: ReadableDatabase): readonly NamedRoom[] {
  return db.all(sql`
    SELECT id AS roomId, name FROM rooms WHERE name <> ''
    UNION SELECT room_id, channel FROM sources WHERE channel <> ''
    UNION SELECT s.room_id, r.platform_room_id
      FROM source_rooms r JOIN sources s ON s.id = r.source_id WHERE r.platform_room_id <> ''`);
}

/** Which of these products are the room's. */
export function productsOfRoom(db: ReadableDatabase, roomId: string): ReadonlySet<number> {
  const rows = db.all<{ readonly id: number }>(sql`
    SELECT id FROM products WHERE room_id = ${roomId}`);
  return new Set(rows.map(({ id }) => id));
}

export type NamedProductRow = {
  readonly id: number;
  readonly fields: string;
  readonly details: string;
  readonly linkNumber: number | null;
};

/**
 * Products of the room, those of the show's shelf and pushes with their link number there; products of
 * the demo stand in a demo alone.
 */
export function namedProductsOf(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly NamedProductRow[] {
  const origin = db.get<{ readonly origin: string }>(
    sql`SELECT origin FROM shows WHERE id = ${showId}`,
  )?.origin;
  const without = JSON.stringify(productsNotOffered(db, roomId, origin ?? null));
  return db.all(sql`
    SELECT p.id, p.fields, p.details, coalesce(i.link_number, (SELECT link_number FROM pushes
        WHERE show_id = ${showId} AND product_id = p.id ORDER BY id DESC LIMIT 1)) AS linkNumber
    FROM products p LEFT JOIN shelf_items i ON i.product_id = p.id AND i.show_id = ${showId}
    WHERE p.room_id = ${roomId} AND p.id NOT IN (SELECT value FROM json_each(${without}))
    ORDER BY p.id`);
}
