/**
 * The first 50 hits over three million messages, newest first, from what was typed to what is shown,
 * against a LIKE scan for the same 50 on the same store in the same run; queries of 2, 3 and 6
 * Chinese characters and English words, rounds interleaved. Recall: the hits of both are the same.
 * Told beside it, on stderr: words that are in every hundredth line, single characters, filters, and
 * what filling the index costs.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openStore } from '#core/database/open-store.ts';
import { searchFilePath } from '#core/search/search-file.ts';
import { SearchService } from '#core/search/search.service.ts';
import { engineOf } from '#core/store/engine.ts';
import { systemClock } from '#core/system-ports.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import { RoomId } from '#shared/model/ids.ts';
import { median } from '#shared/rules/median.ts';
import { fillWithMessages, type Planted } from '#tests/support/many-messages.ts';
import { testPorts } from '#tests/support/test-ports.ts';

import { printBench, rounded } from './bench-line.ts';

const MESSAGES = 3_000_000;
const HITS = 50;
const ROUNDS = 15;
const SCAN_ROUNDS = 3;

/** What somebody looks for is in few lines: a product, a complaint, a name. */
const PLANTED: readonly Planted[] = [
  { words: '羊绒', times: 90 },
  { words: '貂毛', times: 60 },
  { words: '孕妇装', times: 70 },
  { words: '防晒霜', times: 45 },
  { words: '蓝牙耳机套装', times: 60 },
  { words: '还有没有秋裤', times: 80 },
  { words: ' cashmere', times: 70 },
  { words: ' corduroy', times: 60 },
];
const TYPED = PLANTED.map(({ words }) => words.trim());
const BESIDE: readonly Partial<CommandInput<'search.messages'>>[] = [
  { text: '多少' },
  { text: '价' },
  { text: '犇犇犇' },
  { text: 'size' },
  { text: 'in' },
  { text: 'nowhere to be found' },
  { text: '不要的吗好看' },
  { text: '多少', platform: 'douyin', kind: 'chat' },
  { text: '多少', person: { name: '用户77' } },
  { text: '羊绒', showId: null, fromTs: 0, toTs: Date.UTC(2026, 2, 5) },
  { person: { platform: 'douyin', platformUserId: 'u5' } },
];

const dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-search-'));
const ports = { ...testPorts(), clock: systemClock };
const opened = openStore({ dataFolder, sqliteBinding: null }, ports);
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
fillWithMessages(store.db, MESSAGES, PLANTED);
const engine = engineOf(null);
const search = new SearchService({ store: store.db, dataFolder, engine, ports });
search.start();
const indexMs = timed(() => search.catchUp(Number.POSITIVE_INFINITY));

const bare = engine(store.path, { readonly: true });
const like = bare
  .prepare(`SELECT seq FROM events WHERE text LIKE ? ORDER BY seq DESC LIMIT ${HITS}`)
  .pluck();

function timed(work: () => void): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

async function find(asked: Partial<CommandInput<'search.messages'>>): Promise<readonly number[]> {
  const found = await search.find(RoomId.parse('main'), {
    searchId: 'bench',
    text: '',
    person: null,
    platform: null,
    kind: null,
    showId: null,
    fromTs: null,
    toTs: null,
    beforeSeq: null,
    limit: HITS,
    ...asked,
  });
  return found.hits.map(({ seq }) => seq);
}

type Query = {
  readonly text: string;
  readonly oursMs: number[];
  readonly theirsMs: number[];
  isSame: boolean;
};
const queries: readonly Query[] = TYPED.map((text) => ({
  text,
  oursMs: [],
  theirsMs: [],
  isSame: true,
}));

for (let round = 0; round < ROUNDS; round += 1) {
  for (const query of queries) {
    const startMs = performance.now();
    const ours = await find({ text: query.text });
    query.oursMs.push(performance.now() - startMs);
    if (round >= SCAN_ROUNDS) continue;
    let theirs: readonly unknown[] = [];
    query.theirsMs.push(timed(() => void (theirs = like.all(`%${query.text}%`))));
    query.isSame &&= JSON.stringify(ours) === JSON.stringify(theirs);
  }
}

const all = queries.flatMap(({ oursMs }) => oursMs).toSorted((a, b) => a - b);
const p95 = all[Math.floor(all.length * 0.95)] ?? 0;
const p50 = median(all) ?? 0;
const scanMs = median(queries.flatMap(({ theirsMs }) => theirsMs)) ?? 0;
// Of each query; the goal is for the worst of them, not for their mean.
const speedUps = queries.map(
  ({ oursMs, theirsMs }) => (median(theirsMs) ?? 0) / (median(oursMs) ?? 1),
);
const same = queries.filter(({ isSame }) => isSame).length;
printBench({
  name: 'search.first-hits',
  value: rounded(p95, 2),
  unit: 'ms (p95)',
  comparator: 'a LIKE scan for the same hits',
  comparatorValue: rounded(scanMs, 2),
  ratio: rounded(p95 / scanMs, 4),
  goal: { of: 'value', is: 'at most', target: 10 },
  floor: null,
  samples: all.map((ms) => rounded(ms, 2)),
});
printBench({
  name: 'search.speed-up',
  value: Math.floor(Math.min(...speedUps)),
  unit: 'times as fast, the slowest query',
  comparator: 'a LIKE scan for the same hits',
  comparatorValue: 1,
  ratio: Math.floor(Math.min(...speedUps)),
  goal: { of: 'ratio', is: 'at least', target: 50 },
  floor: null,
  samples: speedUps.map(Math.floor),
});
printBench({
  name: 'search.recall',
  value: same / queries.length,
  unit: 'of queries have the same hits',
  comparator: 'a LIKE scan for the same hits',
  comparatorValue: 1,
  ratio: same / queries.length,
  goal: { of: 'value', is: 'at least', target: 1 },
  floor: null,
  samples: queries.map(({ isSame }) => (isSame ? 1 : 0)),
});
printBench({
  name: 'search.index-rows',
  value: Math.round((MESSAGES * 1000) / indexMs),
  unit: 'rows/s',
  comparator: null,
  comparatorValue: null,
  ratio: null,
  goal: null,
  floor: null,
  samples: [],
});

tell(
  `${MESSAGES} messages, ${mebibytes(store.path)} MiB; index ${mebibytes(searchFilePath(dataFolder))} MiB`,
);
tell(`p50 ${rounded(p50, 2)} ms`);
for (const { text, oursMs, theirsMs } of queries) {
  tell(
    `${text}: ${rounded(median(oursMs) ?? 0, 2)} ms, scan ${rounded(median(theirsMs) ?? 0, 2)} ms`,
  );
}
for (const asked of BESIDE) {
  const tookMs: number[] = [];
  let hits = 0;
  for (let round = 0; round < 5; round += 1) {
    const startMs = performance.now();
    hits = (await find(asked)).length;
    tookMs.push(performance.now() - startMs);
  }
  tell(`beside it ${JSON.stringify(asked)}: ${hits} hits, ${rounded(median(tookMs) ?? 0, 2)} ms`);
}

bare.close();
search.close();
store.close();
rmSync(dataFolder, { recursive: true, force: true });

function mebibytes(path: string): number {
  return Math.round(statSync(path).size / 2 ** 20);
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
