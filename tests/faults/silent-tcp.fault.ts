import { PING_INTERVAL_MS } from '#core/feeds/twitch/feed.ts';
import { WatchedChannel } from '#tests/support/watched-channel.ts';

import type { FaultDefinition, FaultResult, FaultScale } from './fault.ts';

const SILENCES: Readonly<Record<FaultScale, number>> = { quick: 3, full: 50 };
const MESSAGES = 10;

export const fault: FaultDefinition = {
  name: 'silent-tcp',
  what: 'the platform sends and answers nothing any more, without closing the connection',
  expected: `taken for dead after twice the ping interval (${(2 * PING_INTERVAL_MS) / 1000} s), reconnected, one gap from the last sign of life`,
  needs: null,
  hasQuickForm: true,
  run,
};

async function run(scale: FaultScale): Promise<FaultResult> {
  const silences = SILENCES[scale];
  const watched = await WatchedChannel.start();
  const { rig, server } = watched;
  const heard: number[] = [];
  let tooEarly = 0;
  let tooLate = 0;
  try {
    for (let silence = 0; silence < silences; silence += 1) {
      await watched.talk(MESSAGES);
      server.mute(true);
      heard.push(rig.ports.clock.wallNow());
      await rig.advance(2 * PING_INTERVAL_MS - 1);
      if (watched.link() !== 'ready') tooEarly += 1;
      await rig.advance(1);
      if (watched.link() !== 'reconnecting') tooLate += 1;
      server.mute(false);
      await watched.untilLink('ready');
    }
    await watched.talk(MESSAGES);
    const { lost, doubled, gaps } = await watched.check();
    const fromHeard = gaps.filter(({ fromTs }, index) => fromTs === heard[index]).length;
    return {
      injections: silences,
      seen: `found ${silences - tooEarly - tooLate} times exactly at twice the interval of the test's clock; ${fromHeard} of ${gaps.length} gaps begin at the last sign of life; ${watched.received.length} messages each once`,
      acknowledged: watched.received.length,
      lost,
      doubled,
      secondsToRecover: null,
      ok:
        lost + doubled + tooEarly + tooLate === 0 &&
        gaps.length === silences &&
        fromHeard === silences,
    };
  } finally {
    await watched.close();
  }
}
