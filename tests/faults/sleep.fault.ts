import BetterSqlite from 'better-sqlite3';

import { startSleepRig } from '#tests/support/sleep-rig.ts';

import type { FaultDefinition, FaultResult, FaultScale } from './fault.ts';

const SLEEPS: Readonly<Record<FaultScale, number>> = { quick: 10, full: 100 };
const SLEEP_MS = 600_000;
/** Show time in which a link that died must be back: a second until it is noticed, five of proof. */
const BACK_WITHIN_MS = 10_000;

export const fault: FaultDefinition = {
  name: 'sleep',
  what: 'the machine sleeps for ten minutes during a show, by the clocks the core reads; every third time the link dies meanwhile without a word',
  expected:
    'links prove themselves at once, a dead one is back within 10 s of show time, each sleep is one marked gap, every message once',
  needs: null,
  hasQuickForm: true,
  run,
};

async function run(scale: FaultScale): Promise<FaultResult> {
  const sleeps = SLEEPS[scale];
  const rig = await startSleepRig();
  const { clock } = rig.rig.ports;
  try {
    let slowestMs = 0;
    for (let round = 0; round < sleeps; round += 1) {
      await rig.say(`before ${round}`);
      const isLinkDead = round % 3 === 2;
      if (isLinkDead) rig.server.mute(true);
      const pings = rig.pings();
      clock.sleep(SLEEP_MS);
      const wokenMs = clock.monotonicNow();
      if (isLinkDead) {
        await rig.until(() => rig.link() === 'reconnecting');
        rig.server.mute(false);
        await rig.until(() => rig.link() === 'ready');
      } else {
        await rig.until(() => rig.pings() > pings);
      }
      slowestMs = Math.max(slowestMs, clock.monotonicNow() - wokenMs);
      await rig.say(`after ${round}`);
    }
    const said = rig.texts();
    const gaps = rig.gaps();
    const db = new BetterSqlite(rig.rig.storePath, { readonly: true });
    const stored = db.prepare('SELECT text FROM events WHERE kind = 1').pluck().all().map(String);
    db.close();
    const slept = gaps.filter(({ cause }) => cause === 'slept');
    const backwards = gaps.filter(({ fromTs, toTs }) => toTs < fromTs).length;
    const lost = said.filter((text) => !stored.includes(text)).length;
    const doubled = stored.length - new Set(stored).size;
    return {
      injections: sleeps,
      seen: `${slept.length} gaps of sleep, ${gaps.length - slept.length} of the link, ${backwards} backwards; links proven within ${(slowestMs / 1_000).toFixed(1)} s of show time`,
      acknowledged: said.length,
      lost,
      doubled,
      secondsToRecover: slowestMs / 1_000,
      ok:
        slept.length === sleeps &&
        backwards + lost + doubled === 0 &&
        said.length === 2 * sleeps &&
        slowestMs <= BACK_WITHIN_MS,
    };
  } finally {
    await rig.close();
  }
}
