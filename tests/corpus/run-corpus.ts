import type { Browser } from '@playwright/test';

import type { Payload } from '#tests/support/payloads.ts';

import { alivePayloads } from './careless-page.ts';
import { Findings } from './findings.ts';
import {
  linkStage,
  pastShowsStage,
  problemStage,
  replayStage,
  reviewStage,
  sheetStage,
  twitchStage,
  typedStage,
} from './page-stages.ts';
import { PayloadHost, type Screens } from './payload-host.ts';
import { chatStage, pairingStage, showStage } from './payload-stages.ts';

export type CorpusResult = {
  readonly payloads: number;
  /** Fields and events that held a payload. */
  readonly inputs: number;
  /** Events that were acknowledged as stored. */
  readonly stored: number;
  /** Scripts, dialogs, windows and downloads that a payload brought about. */
  readonly executed: readonly string[];
  /** Under the real policy. */
  readonly cspReports: readonly string[];
  readonly foreignRequests: readonly string[];
  /** Elements and handlers that only a payload could have made. */
  readonly made: readonly string[];
  readonly pageErrors: readonly string[];
  /** Text that was not shown as it is, and cells that would run. */
  readonly wrong: readonly string[];
  /** Pictures of the allowed host that were asked for. */
  readonly images: number;
  /** Payloads that run where a page takes them for markup: the canary is alive. */
  readonly alive: number;
};

/** Every how many payloads go through a place that takes its time. */
export type CorpusScale = {
  /** The shelf, the deck, the run of show and the review. */
  readonly show: number;
  /** Pairing, fields that repeat what is typed, past shows. */
  readonly slow: number;
  /** Each is a page of its own to load. */
  readonly page: number;
};

/** Minutes: for every run of the tests. */
export const SAMPLED: CorpusScale = { show: 36, slow: 72, page: 96 };
/** Each payload through each place: for the table of faults. */
export const WHOLE: CorpusScale = { show: 1, slow: 1, page: 1 };

/**
 * Payloads through every way into a real host, onto every screen in Chromium: each of them as chat,
 * as a raw line and in a recording, and as often as the scale says elsewhere. In one context under the real policy, in another with it switched off, so that the code itself is proved
 * inert.
 */
export async function runCorpus(
  browser: Browser,
  payloads: readonly Payload[],
  scale: CorpusScale,
): Promise<CorpusResult> {
  const every = (stride: number): readonly Payload[] =>
    payloads.filter((_, at) => at % stride === 0);
  const shown = every(scale.show);
  const some = every(scale.slow);
  const few = every(scale.page);
  const findings = new Findings();
  const host = await PayloadHost.start();
  try {
    const title = '"><img src=x onerror=canary(1)>';
    const { showId } = await host.program.must('show.create', {
      title,
      origin: 'live',
      currency: 'CNY',
    });
    await host.program.must('show.start', {});
    await host.planBlocks(showId, shown);
    const sets = [await host.openScreens(browser, false), await host.openScreens(browser, true)];
    const stage = { host, sets, payloads, findings };
    const stages: readonly (readonly [name: string, work: () => Promise<void>])[] = [
      ['chat', () => chatStage(stage)],
      ['shelf, cues, blocks', () => showStage({ ...stage, payloads: shown })],
      ['pairing', () => pairingStage({ ...stage, payloads: some })],
      ['typed', () => typedStage({ ...stage, payloads: some })],
      ['sheets', () => sheetStage(stage)],
      ['raw chat lines', () => twitchStage(stage)],
      ['review', () => reviewStage({ ...stage, payloads: shown })],
      ['past shows', () => pastShowsStage({ ...stage, payloads: some })],
      ['recording', () => replayStage(stage)],
      // Nothing comes onto these any more, and their drawing would slow what follows.
      ['screens put away', () => putAway(sets)],
      ['problem page', () => problemStage({ ...stage, payloads: few })],
      ['links', () => linkStage({ ...stage, payloads: few })],
    ];
    for (const [name, work] of stages) {
      await work();
      process.stderr.write(`corpus: ${name}, ${findings.wrong.length} wrong so far\n`);
    }
    const all = sets.map(({ canary }) => canary);
    return {
      payloads: payloads.length,
      inputs: findings.inputs,
      stored: findings.stored,
      executed: all.flatMap(({ executed }) => executed),
      cspReports: all[0]?.csp ?? [],
      foreignRequests: all.flatMap(({ foreign }) => foreign),
      made: all.flatMap(({ made }) => made),
      pageErrors: all.flatMap(({ pageErrors }) => pageErrors),
      wrong: findings.wrong,
      images: all.reduce((sum, { images }) => sum + images, 0),
      alive: await alivePayloads(browser, host.origin, payloads),
    };
  } finally {
    await host.remove();
  }
}

async function putAway(sets: readonly Screens[]): Promise<void> {
  const pages = sets.flatMap(({ desk, anchor, overlay }) => [desk, anchor, overlay]);
  await Promise.all(pages.map((page) => page.close()));
}
