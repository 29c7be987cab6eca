import { useEffect, useMemo, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { fileHash } from '#renderer/sheet-files/file-hash.ts';
import type { ProductId } from '#shared/model/ids.ts';
import type { ExportPlatform, ImportColumns } from '#shared/model/platform-import.ts';
import { guessPlatform } from '#shared/rules/platform-tables/guess-platform.ts';
import { readPlatformTable, type TableReading } from '#shared/rules/platform-tables/read-table.ts';
import {
  findTable,
  withColumns,
  type PlatformTable,
  type TableLine,
} from '#shared/rules/platform-tables/table-layout.ts';

import type { ImportGround } from './use-imports.ts';

export type TakenTable = {
  readonly name: string;
  readonly rows: readonly TableLine[];
  /** The bytes it was read from. */
  readonly blob: Blob;
};
/** What somebody, or the last import of such a table, said of it. */
type Said = {
  readonly columns: ImportColumns | null;
  readonly platform: ExportPlatform | null;
};
type Choices = ReadonlyMap<number, ProductId | 'leftOut'>;

interface TableDraft {
  /** Null where no column is known. */
  readonly table: PlatformTable | null;
  readonly platform: ExportPlatform;
  readonly reading: TableReading | null;
  /** Null until it is worked out. */
  readonly hash: string | null;
  readonly chosen: Choices;
  setPlatform(platform: ExportPlatform): void;
  setColumns(columns: ImportColumns): void;
  /** Null: nothing is said of the row any more. */
  choose(line: number, choice: ProductId | 'leftOut' | null): void;
}

/** A table that was chosen, as it would be taken in; the columns begin as they were taken last. */
export function useTableDraft(taken: TakenTable, ground: ImportGround): TableDraft {
  const run = useCommand();
  const found = useMemo(() => findTable(taken.rows), [taken]);
  const [said, setSaid] = useState<Said>({ columns: null, platform: null });
  const [chosen, setChosen] = useState<Choices>(new Map());
  const [hash, setHash] = useState<string | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void fileHash(taken.blob).then((text) => {
      if (isCurrent) setHash(text);
    });
    const headings = found?.headings.map((heading) => heading.slice(0, 200)) ?? [];
    if (headings.length > 0) {
      void run('imported.layout', { headings }).then((result) => {
        const layout = result.ok ? result.value.layout : null;
        // What was said meanwhile holds.
        if (isCurrent && layout !== null) {
          setSaid((before) => ({
            columns: before.columns ?? layout.columns,
            platform: before.platform ?? layout.platform,
          }));
        }
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [run, taken, found]);

  const table = useMemo(
    () => (found === null || said.columns === null ? found : withColumns(found, said.columns)),
    [found, said.columns],
  );
  const reading = useMemo(() => {
    if (table === null) return null;
    const { fromTs, toTs, timeZone, currency, products, rooms } = ground;
    return readPlatformTable(table, {
      span: { fromTs, toTs, timeZone },
      currency,
      products,
      rooms,
      chosen,
    });
  }, [table, ground, chosen]);
  const guessed = useMemo(() => {
    const head = taken.rows.slice(0, 3).map(({ cells }) => cells.join(' '));
    return guessPlatform(taken.name, head, ground.platforms);
  }, [taken, ground.platforms]);

  return {
    table,
    platform: said.platform ?? guessed,
    reading,
    hash,
    chosen,
    setPlatform: (platform) => setSaid((before) => ({ ...before, platform })),
    setColumns: (columns) => setSaid((before) => ({ ...before, columns })),
    choose(line, choice) {
      setChosen((before) => {
        const next = new Map(before);
        if (choice === null) next.delete(line);
        else next.set(line, choice);
        return next;
      });
    },
  };
}
