import type { Language } from '#shared/model/settings.ts';
import type { DeskFacts } from '#tests/support/desk-facts.ts';
import { measuredMinute } from '#tests/support/sample-outputs.ts';

const MINUTE_MS = 60_000;
const NAMES = { 'zh-CN': '导播 OBS', en: 'Main OBS' } as const;
const FRAMES_A_MINUTE = 1_800;
const KBPS = 6_000;

/** A line that grows weak in the twelfth minute, and breaks for a moment in the fourteenth. */
const WEAK_FROM = 12;
const WEAK_MINUTES = [
  { kbps: 4_700, least: 3_900, dropped: 41, congestion: 0.62, level: 'strained' },
  { kbps: 3_900, least: 2_600, dropped: 74, congestion: 0.81, level: 'strained' },
  { kbps: 2_400, least: 900, dropped: 231, congestion: 1, level: 'bad' },
] as const;

/** What an OBS measured minute by minute over a show of this length. */
export function writeOutputs(
  desk: DeskFacts,
  language: Language,
  { startTs, minutes }: { readonly startTs: number; readonly minutes: number },
): void {
  for (let minute = 0; minute < Math.floor(minutes); minute += 1) {
    const fromTs = startTs + minute * MINUTE_MS;
    const toTs = fromTs + MINUTE_MS;
    const weak = WEAK_MINUTES[minute - WEAK_FROM];
    // A stream is never quite even.
    const sway = ((minute * 37) % 11) - 5;
    const even = { kbpsMean: KBPS + 12 * sway, kbpsMin: KBPS - 240 + 20 * sway };
    const own =
      weak === undefined
        ? even
        : {
            kbpsMean: weak.kbps,
            kbpsMin: weak.least,
            droppedFrames: weak.dropped,
            congestionMax: weak.congestion,
            strains: [
              { fromTs: fromTs + 8_000, toTs, level: weak.level, cause: 'network' as const },
            ],
          };
    const measured = measuredMinute(fromTs, {
      name: NAMES[language],
      totalFrames: FRAMES_A_MINUTE,
      ...own,
    });
    desk.fact({ kind: 'health.measured', ...measured }, toTs);
  }
}
