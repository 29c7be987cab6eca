import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { z } from 'zod';

import { findFeed } from '#core/feeds/registry.ts';
import { defaultDataFolder } from '#core/host-arguments.ts';
import type { Ports } from '#core/ports.ts';
import type { PrintOrder } from '#core/printing/page-printer.ts';
import { roomOfShow } from '#core/review/review.queries.ts';
import { wholeReview } from '#core/lift/whole-review.ts';
import { peekSettings } from '#core/settings/settings-file.ts';
import { machineTimeZone } from '#core/system-ports.ts';
import { saveFactsAs } from '#core/transfer/save-facts.ts';
import { workbookOf } from '#core/transfer/workbook.ts';
import { ok, type Result } from '#shared/contract/app-error.ts';
import { RoomId, ShowId } from '#shared/model/ids.ts';
import { MadeReport } from '#shared/model/made-report.ts';
import type { Review } from '#shared/model/review.ts';
import { Language } from '#shared/model/settings.ts';
import { plainCell } from '#shared/rules/plain-cell.ts';
import { toCsv } from '#shared/rules/csv.ts';

import { EXIT_OK, EXIT_USAGE, said, withStore } from './cli-store.ts';

type Output = { write(text: string): unknown };

const FORMATS = ['html', 'pdf', 'png', 'xlsx', 'csv', 'json'] as const;
const USAGE = `export SHOW --format ${FORMATS.join('|')} --out FILE [--against SHOW] [--language zh-CN|en] [--data DIR]`;

const Maker = z.object({ makeReport: z.custom<(...args: unknown[]) => unknown>(isFunction) });

/**
 * `cuedesk export SHOW --format FORMAT --out FILE`: the review of a show as the desk exports it; for
 * CSV, FILE is a folder that is made. SHOW is the number of the show. Never writes over a file.
 */
export async function runReportExport(
  args: readonly string[],
  version: string,
  stderr: Output,
): Promise<number> {
  const order = parse(args);
  if (order === null) {
    stderr.write(`${USAGE}\n`);
    return EXIT_USAGE;
  }
  const { dataFolder, out, showId, withId, format } = order;
  if (existsSync(out)) {
    return said(stderr, `${out} is there already. ${out} 已存在，请换一个文件名。`);
  }
  return withStore(dataFolder, stderr, async (store, ports) => {
    const id = roomOfShow(store.db, showId);
    const canOf = (connector: string) => findFeed(connector)?.can ?? null;
    const nowTs = ports.clock.wallNow();
    const roomId = id === undefined ? null : RoomId.parse(id);
    const review =
      roomId === null ? null : await wholeReview(store.db, roomId, showId, withId, nowTs, canOf);
    if (roomId === null || review === null || !review.ok) {
      const text = `There is no show ${showId} in ${dataFolder}. ${dataFolder} 里没有第 ${showId} 场。`;
      return said(stderr, text);
    }
    const made =
      format === 'json'
        ? await saveFactsAs(store.db, {
            roomId,
            showId,
            withId,
            nowTs,
            canOf,
            madeBy: version,
            path: out,
            madeTs: nowTs,
            isCancelled: () => false,
          })
        : await write(review.value, order, ports);
    await ports.printer.close();
    if (!made.ok) return said(stderr, problemText(made.error.code, made.error.params));
    stderr.write(`${out}\n`);
    return EXIT_OK;
  });
}

type Order = {
  readonly showId: ShowId;
  /** Another show that it is held against; null for none. */
  readonly withId: ShowId | null;
  readonly format: (typeof FORMATS)[number];
  readonly out: string;
  readonly language: Language;
  readonly dataFolder: string;
};

async function write(review: Review, order: Order, ports: Ports): Promise<Result<object>> {
  const { format, out, language } = order;
  const { html, printed, firstPage, sheets } = await makeReport(review, language);
  if (format === 'csv') {
    mkdirSync(out);
    for (const { name, heads, rows } of sheets) {
      const text = toCsv([heads, ...rows.map((row) => row.map(plainCell))]);
      writeFileSync(join(out, `${name}.csv`), text, { flag: 'wx' });
    }
    return ok({});
  }
  if (format === 'html' || format === 'xlsx') {
    const timeZone = machineTimeZone();
    writeFileSync(out, format === 'html' ? html : workbookOf(sheets, { timeZone }), { flag: 'wx' });
    return ok({});
  }
  const page: PrintOrder =
    format === 'pdf' ? { kind: 'pdf', ...printed } : { kind: 'png', html: firstPage };
  const file = await ports.printer.print(page);
  if (!file.ok) return file;
  writeFileSync(out, file.value, { flag: 'wx' });
  return ok({});
}

/** By the desk's own bundle, which is built before; the core knows no screens. */
async function makeReport(review: Review, language: Language): Promise<MadeReport> {
  const place = fileURLToPath(
    new URL('../../../out/report-maker/report-maker.mjs', import.meta.url),
  );
  const maker = Maker.parse(await import(pathToFileURL(place).href));
  return MadeReport.parse(maker.makeReport(review, language));
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function problemText(code: string, params: Readonly<Record<string, string | number>>): string {
  if (code === 'printer_missing') {
    return `No browser was found to print with (${params['looked']}): install Chrome or Edge, or name one in CUEDESK_BROWSER. 没有找到可以用来生成的浏览器（${params['looked']}）：请安装 Chrome 或 Edge，或用 CUEDESK_BROWSER 指明。`;
  }
  const why = Object.values(params).join(' ');
  return `It failed (${code} ${why}); no file was written. 失败（${code} ${why}），没有写出文件。`;
}

function parse(args: readonly string[]): Order | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      against: { type: 'string' },
      language: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const known = ['format', 'out', 'against', 'language', 'data'];
  const showId = ShowId.safeParse(Number(positionals[0]));
  const format = FORMATS.find((name) => name === values.format);
  const against = values.against === undefined ? null : ShowId.safeParse(Number(values.against));
  if (against?.success === false) return null;
  const { out, data } = values;
  if (!showId.success || positionals.length !== 1 || format === undefined) return null;
  if (typeof out !== 'string' || out === '' || typeof data === 'boolean') return null;
  if (Object.keys(values).some((name) => !known.includes(name))) return null;
  const dataFolder = data === undefined ? defaultDataFolder() : resolve(data);
  const language = Language.safeParse(values.language ?? spokenIn(dataFolder));
  const path = resolve(out);
  if (!language.success || !existsSync(dirname(path))) return null;
  const withId = against?.data ?? null;
  return { showId: showId.data, withId, format, out: path, language: language.data, dataFolder };
}

/** As the desk speaks; where it follows the system, as this terminal does. */
function spokenIn(dataFolder: string): Language {
  const { language } = peekSettings(dataFolder);
  if (language === 'zh-CN' || language === 'en') return language;
  return (process.env['LC_ALL'] ?? process.env['LANG'] ?? '').startsWith('zh') ? 'zh-CN' : 'en';
}
