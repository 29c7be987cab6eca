import { settled } from '#tests/support/core-rig.ts';
import { openSockets, WatchedChannel } from '#tests/support/watched-channel.ts';

import type { FaultDefinition, FaultResult, FaultScale } from './fault.ts';

const RESETS: Readonly<Record<FaultScale, number>> = { quick: 20, full: 200 };
const MESSAGES = 10;

export const fault: FaultDefinition = {
  name: 'flapping',
  what: 'a TCP reset by the platform every 1 to 5 s, with its last messages repeated after each rejoin',
  expected: 'each message stored once, one gap for each reset, no timer and no socket left over',
  needs: null,
  hasQuickForm: true,
  run,
};

async function run(scale: FaultScale): Promise<FaultResult> {
  const resets = RESETS[scale];
  const watched = await WatchedChannel.start();
  const { rig, server } = watched;
  try {
    await watched.talk(MESSAGES);
    const timers = rig.ports.clock.timerCount();
    const sockets = openSockets();
    for (let reset = 0; reset < resets; reset += 1) {
      await rig.advance(1_000 + ((reset * 1_009) % 4_000));
      server.reset();
      await watched.untilLink('reconnecting');
      await watched.untilLink('ready');
      await watched.talk(MESSAGES);
    }
    const { lost, doubled, gaps } = await watched.check();
    while (server.connections().now > 1) await settled();
    const timersLeft = rig.ports.clock.timerCount() - timers;
    const socketsLeft = openSockets() - sockets;
    const inOrder = gaps.every(
      ({ fromTs, toTs }, index) => fromTs < toTs && fromTs >= (gaps[index - 1]?.toTs ?? 0),
    );
    return {
      injections: resets,
      seen: `${watched.received.length} messages, each once; ${gaps.length} gaps in order; ${timersLeft} timers and ${socketsLeft} sockets more than before; ${server.connections().most} connections at most at a time`,
      acknowledged: watched.received.length,
      lost,
      doubled,
      secondsToRecover: null,
      ok:
        lost + doubled === 0 &&
        gaps.length === resets &&
        inOrder &&
        timersLeft <= 0 &&
        socketsLeft <= 0 &&
        server.connections().most === 1,
    };
  } finally {
    await watched.close();
  }
}
