import { z } from 'zod';

import { ProductId, ShowId, Timestamp } from '../model/ids.ts';
import {
  ExportPlatform,
  ImportColumns,
  IMPORTED_ROWS_MAX,
  ImportedRow,
  ImportKind,
  PlatformImport,
  PlatformImportId,
} from '../model/platform-import.ts';

const desk = ['desk'] as const;
const none = z.strictObject({});
const headings = z.array(z.string().max(200)).min(1).max(100);

/** The part of the contract about platforms' exports that are taken in after a show. */
export const importedCommands = {
  /**
   * What a table is held against: when the show was, what it sold, and what was taken in for it
   * already. Refused: unknown_show, show_wrong_state (it never began).
   */
  'imported.ground': {
    input: z.strictObject({ showId: ShowId }),
    output: z.strictObject({
      fromTs: Timestamp,
      toTs: Timestamp,
      timeZone: z.string(),
      currency: z.string(),
      products: z.array(
        z.strictObject({
          productId: ProductId,
          code: z.string(),
          name: z.string(),
          shortName: z.string(),
          linkNumber: z.int().nullable(),
          urls: z.array(z.string()),
        }),
      ),
      rooms: z.strictObject({ own: z.array(z.string()), others: z.array(z.string()) }),
      /** Platforms this show was received from. */
      platforms: z.array(z.string()),
      imports: z.array(PlatformImport),
    }),
    callers: desk,
  },
  /** What a table with these headings was taken for last; null for the first time. */
  'imported.layout': {
    input: z.strictObject({ headings }),
    output: z.strictObject({
      layout: z.strictObject({ platform: ExportPlatform, columns: ImportColumns }).nullable(),
    }),
    callers: desk,
  },
  /**
   * Takes a table in, all of it or nothing, and remembers its columns by its headings. One of the same
   * platform and kind that holds is replaced only where `replaces` names it. Refused: unknown_show,
   * unknown_product, import_known (the same file holds already), import_replaces (another holds),
   * import_misfit (a row is not of this kind, or not of this show), bad_request.
   */
  'imported.put': {
    input: z.strictObject({
      showId: ShowId,
      platform: ExportPlatform,
      kind: ImportKind,
      fileName: z.string().min(1).max(255),
      fileHash: z.string().regex(/^[0-9a-f]{64}$/),
      headings,
      columns: ImportColumns,
      rows: z.array(ImportedRow).min(1).max(IMPORTED_ROWS_MAX),
      replaces: PlatformImportId.nullable(),
    }),
    output: z.strictObject({ importId: PlatformImportId }),
    callers: desk,
  },
  /**
   * Takes one out again. `isUndo`: what it had replaced holds again. Refused: unknown_import (never
   * taken in, or out already).
   */
  'imported.remove': {
    input: z.strictObject({ importId: PlatformImportId, isUndo: z.boolean() }),
    output: none,
    callers: desk,
  },
  /** Brings one back that was taken out. Refused: unknown_import, import_replaces (another holds). */
  'imported.restore': {
    input: z.strictObject({ importId: PlatformImportId }),
    output: none,
    callers: desk,
  },
} as const;
