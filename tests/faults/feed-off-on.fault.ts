import { settled } from '#tests/support/core-rig.ts';
import { WatchedChannel } from '#tests/support/watched-channel.ts';

import type { FaultDefinition, FaultResult, FaultScale } from './fault.ts';

const ROUNDS: Readonly<Record<FaultScale, number>> = { quick: 8, full: 100 };
const MESSAGES = 10;

export const fault: FaultDefinition = {
  name: 'feed-off-on',
  what: 'a source is switched off and on, slowly and in one breath, while messages are on the line',
  expected:
    'what was sent before is stored, each message once, the time off is one gap, never two connections',
  needs: null,
  hasQuickForm: true,
  run,
};

async function run(scale: FaultScale): Promise<FaultResult> {
  const rounds = ROUNDS[scale];
  const watched = await WatchedChannel.start();
  const { rig, server } = watched;
  let slow = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      await watched.talk(MESSAGES);
      if (round % 2 === 0) {
        slow += 1;
        await watched.setEnabled(false);
        while (server.connections().now > 0) await settled();
        await rig.advance(1_000 * (1 + (round % 7)));
        await watched.setEnabled(true);
      } else {
        await Promise.all([false, true, false, true].map((isOn) => watched.setEnabled(isOn)));
      }
      await watched.untilLink('ready');
    }
    await watched.talk(MESSAGES);
    const { lost, doubled, gaps } = await watched.check();
    const offGaps = gaps.filter(({ cause }) => cause === 'switched_off');
    const inOrder = gaps.every(
      ({ fromTs, toTs }, index) => fromTs < toTs && fromTs >= (gaps[index - 1]?.toTs ?? 0),
    );
    return {
      injections: rounds,
      seen: `${watched.received.length} messages, each once; ${offGaps.length} gaps in order for ${slow} slow and ${rounds - slow} quick rounds; ${server.connections().most} connection at most at a time`,
      acknowledged: watched.received.length,
      lost,
      doubled,
      secondsToRecover: null,
      ok:
        lost + doubled === 0 &&
        offGaps.length === gaps.length &&
        // In one breath the connection may be back within the same millisecond.
        offGaps.length >= slow &&
        offGaps.length <= rounds &&
        inOrder &&
        server.connections().most === 1,
    };
  } finally {
    await watched.close();
  }
}
