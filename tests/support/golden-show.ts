import { simulateShow, type TimedInput } from '#core/feeds/simulator/simulate-show.ts';
import { insertGap } from '#core/room/show.queries.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { Language } from '#shared/model/settings.ts';

import { DeskFacts } from './desk-facts.ts';
import { addShow, addSource, startIngest, type TestShow, type TestStore } from './test-store.ts';

const MINUTE_MS = 60_000;
const CODES = ['LN-01', 'LN-02', 'LN-03'] as const;

export type GoldenShow = {
  readonly name: string;
  readonly seed: number;
  readonly language: Language;
  readonly startTs: number;
  readonly minutes: number;
  /** Of so many minutes in a row the first one is filled: long shows stay small. */
  readonly everyMinutes: number;
  /** A platform that says nothing any more from this minute on. */
  readonly dies: { readonly platform: string; readonly atMinute: number } | null;
};

/**
 * The shows whose every number is checked against SQL: made by the demo's own simulation from a seed,
 * the same in every run. The fourteen hours go over midnight and the night in which Berlin's clocks
 * are set back.
 */
export const GOLDEN_SHOWS: readonly GoldenShow[] = [
  golden('an evening in Chinese', { seed: 11, minutes: 24 }),
  golden('an evening in English', { seed: 12, minutes: 18, language: 'en' }),
  golden('nothing at all', { seed: 13, minutes: 0 }),
  golden('ten seconds', { seed: 14, minutes: 1 / 6 }),
  golden('fourteen hours over a clock change', {
    seed: 15,
    minutes: 14 * 60,
    everyMinutes: 40,
    startTs: Date.UTC(2026, 9, 24, 18, 30),
  }),
  golden('two platforms, one of which dies', {
    seed: 16,
    minutes: 16,
    dies: { platform: 'bilibili', atMinute: 6 },
  }),
];

function golden(name: string, own: Partial<GoldenShow>): GoldenShow {
  const startTs = Date.UTC(2026, 2, 6, 12, 0);
  const usual = { seed: 1, language: 'zh-CN', startTs, minutes: 1, everyMinutes: 1 } as const;
  return { ...usual, dies: null, ...own, name };
}

/** Writes it with the product's own ingest, as an ended live show of its own room. */
export function playGolden(store: TestStore, spec: GoldenShow): TestShow & { endTs: number } {
  const { startTs, minutes } = spec;
  const endTs = startTs + minutes * MINUTE_MS;
  const { db } = store.store;
  const times = { startedTs: startTs, endedTs: endTs };
  const show = addShow(db, {
    room: `golden${spec.seed}`,
    origin: 'live',
    currency: 'CNY',
    ...times,
  });
  const source = addSource(db, { room: show.roomId, connector: 'bridge', platform: 'douyin' });
  const { take, ingest, committer } = startIngest(store, show.roomId);
  take(show.showId, source, eventsOf(spec));
  committer.runNow(() => {
    const desk = new DeskFacts(db, ingest, show);
    for (const [index, code] of CODES.entries()) {
      const product = desk.product(code, 'CNY', index + 1);
      const goTs = startTs + ((index + 0.2) * (endTs - startTs)) / CODES.length;
      const end = index === CODES.length - 1 ? null : goTs + (endTs - startTs) / CODES.length;
      desk.push(product, Math.floor(goTs), end === null ? null : Math.floor(end), 'replaced');
      desk.cue(`line ${index}`, Math.floor(goTs), index === 1 ? null : 700 + index);
    }
    if (spec.dies !== null) dieOf(spec.dies.atMinute);

    function dieOf(atMinute: number): void {
      const gap = { fromTs: startTs + atMinute * MINUTE_MS, toTs: endTs, lost: null };
      const told = { ...gap, cause: 'source_lost', sourceLabel: 'Bilibili' } as const;
      const seq = desk.fact({ kind: 'gap', ...told }, endTs);
      insertGap(db, { showId: show.showId, sourceId: source, ...told, seq });
    }
  });
  return { ...show, endTs };
}

/** Each stretch is a simulation of its own, so that hours without events cost nothing. */
function eventsOf(spec: GoldenShow): readonly FeedEvent[] {
  const { seed, language, startTs, minutes, everyMinutes, dies } = spec;
  const endTs = startTs + minutes * MINUTE_MS;
  const stretchMs = everyMinutes === 1 ? endTs - startTs : MINUTE_MS;
  const events: FeedEvent[] = [];
  for (let from = startTs; from < endTs; from += everyMinutes * MINUTE_MS) {
    if (everyMinutes === 1 && from > startTs) break;
    const inputs: readonly TimedInput[] = CODES.map((product, index) => ({
      ts: from + (index * stretchMs) / CODES.length,
      product,
    }));
    const own = { seed: seed + events.length, startTs: from, fromTs: from };
    const toTs = Math.min(endTs, from + stretchMs);
    events.push(...simulateShow({ ...own, language, ratePerShowSecond: null, inputs, toTs }));
  }
  return events.filter(
    ({ platform, platformTs }) =>
      platform !== dies?.platform || (platformTs ?? 0) < startTs + dies.atMinute * MINUTE_MS,
  );
}
