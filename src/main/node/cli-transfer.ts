import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { openErasures } from '#core/erasure/erasure-rows.queries.ts';
import { defaultDataFolder } from '#core/host-arguments.ts';
import { isLiveOnAir } from '#core/room/show.queries.ts';
import { engineOf } from '#core/store/engine.ts';
import { requestReplacement } from '#core/store/replacement.ts';
import { exportStore, type TransferCourse } from '#core/transfer/export-store.ts';
import { importFile } from '#core/transfer/import-file.ts';

import { EXIT_OK, EXIT_USAGE, said, sqliteBinding, withStore } from './cli-store.ts';
import { problemLine } from './transfer-problem-text.ts';

type Output = { write(text: string): unknown };

const calm: TransferCourse = { onRows: () => undefined, isCancelled: () => false };

/** `cuedesk export --all FILE [--data DIR]`: everything of the store, as docs/export-format.md says. */
export async function runExport(
  args: readonly string[],
  version: string,
  stderr: Output,
): Promise<number> {
  const parsed = parse(args);
  if (parsed === null || !parsed.isAll) return usage(stderr, 'export --all FILE [--data DIR]');
  const { file, dataFolder } = parsed;
  if (existsSync(file)) {
    return said(stderr, `${file} is there already. ${file} 已存在，请换一个文件名。`);
  }
  return withStore(dataFolder, stderr, async (store, ports) => {
    if (openErasures(store.db).length > 0) {
      return said(
        stderr,
        'A person is still being erased: start the desk until it is done. 还有抹除没有完成：请先启动场控台等它完成。',
      );
    }
    const order = {
      storePath: store.path,
      path: file,
      madeTs: ports.clock.wallNow(),
      madeBy: version,
    };
    const made = await exportStore(engineOf(sqliteBinding()), order, calm);
    stderr.write(
      `${made?.rows ?? 0} rows, ${made?.bytes ?? 0} bytes: ${file}\n` +
        `共 ${made?.rows ?? 0} 行，${made?.bytes ?? 0} 字节：${file}\n`,
    );
    return EXIT_OK;
  });
}

/**
 * `cuedesk import FILE [--data DIR]`: checks the file whole, then puts its store in place of the
 * folder's, which is kept in `quarantine`.
 */
export async function runImport(args: readonly string[], stderr: Output): Promise<number> {
  const parsed = parse(args);
  if (parsed === null || parsed.isAll) return usage(stderr, 'import FILE [--data DIR]');
  const { file, dataFolder } = parsed;
  const built = await withStore(dataFolder, stderr, async (store, ports) => {
    if (isLiveOnAir(store.db)) {
      return said(
        stderr,
        'A live show is on air in this store: end it on the desk first. 有一场直播还没有结束：请先在场控台下播。',
      );
    }
    const nowTs = ports.clock.wallNow();
    const target = join(dataFolder, 'cuedesk.sqlite.importing');
    const order = { path: file, target, dataFolder, nowTs };
    const result = await importFile(engineOf(sqliteBinding()), order, calm);
    if (result.problemCount > 0) {
      for (const problem of result.problems) stderr.write(`${problemLine(problem)}\n`);
      return said(
        stderr,
        `${result.problemCount} problems: nothing was imported. 共 ${result.problemCount} 处问题，没有导入，现有数据没有变化。`,
      );
    }
    requestReplacement(dataFolder, { reason: 'import', storePath: target }, nowTs);
    stderr.write(`${result.rows} rows. 共 ${result.rows} 行。\n`);
    return EXIT_OK;
  });
  if (built !== EXIT_OK) return built;
  // The next opening puts the new store in its place.
  return withStore(dataFolder, stderr, async () => {
    const kept = join(dataFolder, 'quarantine');
    stderr.write(
      `Imported; the store of before is kept in ${kept}. 已导入，原来的数据保存在 ${kept}。\n`,
    );
    return EXIT_OK;
  });
}

function parse(
  args: readonly string[],
): { readonly isAll: boolean; readonly file: string; readonly dataFolder: string } | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { all: { type: 'boolean' }, data: { type: 'string' } },
  });
  const [file, more] = positionals;
  if (file === undefined || more !== undefined || typeof values.data === 'boolean') return null;
  if (Object.keys(values).some((name) => name !== 'all' && name !== 'data')) return null;
  const dataFolder = values.data === undefined ? defaultDataFolder() : resolve(values.data);
  const path = resolve(file);
  return existsSync(dirname(path)) ? { isAll: values.all === true, file: path, dataFolder } : null;
}

function usage(stderr: Output, text: string): number {
  stderr.write(`${text}\n`);
  return EXIT_USAGE;
}
