import { connect, type Socket } from 'node:net';

import { type OpenDesk, startOpenDesk } from '#tests/support/desk-with-screens.ts';
import { RawScreen } from '#tests/support/raw-screen.ts';

import type { FaultDefinition, FaultResult, FaultScale } from './fault.ts';

const MB = 1024 * 1024;
const ROUNDS: Readonly<Record<FaultScale, number>> = { quick: 1, full: 3 };
const HALF_OPEN: Readonly<Record<FaultScale, number>> = { quick: 500, full: 3_000 };
const MOST_GROWTH_BYTES = 128 * MB;

export const fault: FaultDefinition = {
  name: 'hostile-screen',
  what: 'a paired screen, and strangers, that flood: frames by the thousand, frames of a megabyte, attachments, deeply nested JSON, packets of no protocol, half-open connections, headers that never end',
  expected:
    'each line is ended, the desk answers a command during every attack, memory grows by less than 128 MB, and a screen gets in afterwards',
  needs: null,
  hasQuickForm: true,
  run,
};

/** A line that the desk must end. */
type Line = { readonly closed: Promise<void> };

type Attack = {
  readonly name: string;
  run(open: OpenDesk, cookie: string, count: number): Promise<readonly Line[]>;
};

const ATTACKS: readonly Attack[] = [
  screenAttack('flood', () => Array.from({ length: 5_000 }, () => '42["frame",{}]')),
  screenAttack('huge frame', () => [`42["frame","${'x'.repeat(MB)}"]`]),
  screenAttack('attachments', () => [
    '459-["frame",{"_placeholder":true,"num":0}]',
    Buffer.alloc(8_000),
  ]),
  screenAttack('nested JSON', () => Array.from({ length: 60 }, () => nested())),
  screenAttack('no protocol', () => ['4zzzz', '49', '\0']),
  strangerAttack('silent strangers with huge words', () => [`40${'x'.repeat(MB)}`]),
  strangerAttack('strangers with bytes', () => [Buffer.alloc(15_000)]),
  lineAttack('half-open connections', ''),
  lineAttack('headers that never end', 'GET /anchor/ HTTP/1.1\r\nHost: x\r\nX-Slow: '),
];

async function run(scale: FaultScale): Promise<FaultResult> {
  const open = await startOpenDesk();
  try {
    const cookie = await open.letIn();
    const before = open.memory();
    let most = before;
    let answered = 0;
    let lines = 0;
    for (let round = 0; round < ROUNDS[scale]; round += 1) {
      // Their ends are waited for together: the slowest take as long as a request may take.
      const ends: Promise<void>[] = [];
      for (const attack of ATTACKS) {
        const attackers = await attack.run(open, cookie, HALF_OPEN[scale]);
        await open.operator.must('bookmark.add', { note: attack.name });
        answered += 1;
        most = Math.max(most, open.memory());
        ends.push(...attackers.map(({ closed }) => closed));
      }
      await Promise.all(ends);
      lines += ends.length;
    }
    const startedMs = performance.now();
    const screen = await open.screen(cookie);
    const seconds = (performance.now() - startedMs) / 1_000;
    screen.drop();
    const growth = most - before;
    return {
      injections: ATTACKS.length * ROUNDS[scale],
      seen: `${lines} lines ended, ${answered} commands of the desk answered during ${ATTACKS.length * ROUNDS[scale]} attacks, memory at most ${(growth / MB).toFixed(0)} MB above the start`,
      acknowledged: answered,
      lost: 0,
      doubled: 0,
      secondsToRecover: seconds,
      ok: growth <= MOST_GROWTH_BYTES && answered === ATTACKS.length * ROUNDS[scale],
    };
  } finally {
    await open.close();
  }
}

/** A screen that was let in turns on the desk. */
function screenAttack(name: string, messages: () => readonly (string | Buffer)[]): Attack {
  return {
    name,
    async run(open, cookie) {
      const screen = await open.screen(cookie);
      for (const message of messages()) screen.send(message);
      return [screen];
    },
  };
}

/** Lines that were upgraded and belong to nobody. */
function strangerAttack(name: string, messages: () => readonly (string | Buffer)[]): Attack {
  return {
    name,
    async run({ address, port }) {
      const strangers = await Promise.all(
        Array.from({ length: 20 }, () => RawScreen.connect({ address, port, cookie: '' })),
      );
      for (const stranger of strangers) {
        for (const message of messages()) stranger.send(message);
      }
      return strangers;
    },
  };
}

function lineAttack(name: string, bytes: string): Attack {
  return {
    name,
    run: async ({ address, port }, _cookie, count) =>
      Promise.all(Array.from({ length: count }, () => bareLine(address, port, bytes))),
  };
}

/** Resolves when the line is connected or was refused. */
function bareLine(address: string, port: number, bytes: string): Promise<Line> {
  const socket: Socket = connect(port, address);
  socket.on('error', () => socket.destroy());
  socket.resume();
  // One that the machine gave up before the desk could take it hears of it only when it asks.
  socket.setKeepAlive(true, 1_000);
  const closed = new Promise<void>((resolve) => void socket.once('close', () => resolve()));
  return new Promise((resolve) => {
    socket.once('connect', () => {
      if (bytes !== '') socket.write(bytes);
      resolve({ closed });
    });
    socket.once('close', () => resolve({ closed }));
  });
}

function nested(): string {
  return `42["frame",${'['.repeat(7_500)}${']'.repeat(7_500)}]`;
}
