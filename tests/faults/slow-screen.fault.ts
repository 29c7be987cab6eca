import type { Connection } from '#core/connection/connection.ts';
import { RoomBroadcast } from '#core/connection/room-broadcast.ts';
import { RoomSnapshot, sliceSchemas } from '#shared/contract/room-snapshot.ts';
import { CommandId } from '#shared/model/ids.ts';
import { RawScreen } from '#tests/support/raw-screen.ts';
import { sampleReader } from '#tests/support/sample-reader.ts';
import { sampleSlices, sampleSnapshot } from '#tests/support/sample-snapshot.ts';
import { letIn, type ScreensRig, startScreensRig } from '#tests/support/screens-rig.ts';

import type { FaultDefinition, FaultResult, FaultScale } from './fault.ts';

const MB = 1024 * 1024;
const SLOW: Readonly<Record<FaultScale, number>> = { quick: 2, full: 20 };
/** Updates of about 200 KB: more than the buffers of the machine's network take. */
const UPDATES: Readonly<Record<FaultScale, number>> = { quick: 120, full: 150 };
const PRODUCTS = 500;

export const fault: FaultDefinition = {
  name: 'slow-screen',
  what: 'screens that stop reading while a large shelf changes again and again; half of them are then sent answers on top',
  expected:
    'less than 1 MB ever waits for one of them, the other screen gets every update, a slow one gets all it missed as one update, one that was cut off a snapshot',
  needs: null,
  hasQuickForm: true,
  run,
};

type Slow = { readonly screen: RawScreen; readonly connection: Connection };

async function run(scale: FaultScale): Promise<FaultResult> {
  const rig = await startScreensRig();
  const room = largeRoom();
  try {
    const cookie = await letIn(rig, 'overlay');
    const quick = await join(rig, room.broadcast, cookie);
    quick.screen.stayAlive();
    const slow: Slow[] = [];
    for (let at = 0; at < SLOW[scale]; at += 1) {
      const joined = await join(rig, room.broadcast, cookie);
      joined.screen.stayAlive();
      joined.screen.pause();
      slow.push(joined);
    }
    let most = 0;
    let heldBack = 0;
    for (let update = 1; update <= UPDATES[scale]; update += 1) {
      room.update(update);
      await quick.screen.until(() => quick.screen.texts.at(-1)?.includes(name(update)) === true);
      for (const { connection } of slow) {
        most = Math.max(most, connection.backlog());
        if (connection.backlog() > 0) heldBack += 1;
      }
    }
    const half = slow.slice(slow.length / 2);
    for (const one of half) most = Math.max(most, await floodWithAnswers(one));
    const startedMs = performance.now();
    let joinedUpdates = 0;
    let gone = 0;
    for (const { screen } of slow.slice(0, slow.length / 2)) {
      screen.resume();
      const last = name(UPDATES[scale]);
      await until(
        () => screen.texts.at(-1)?.includes(last) === true || screen.isClosed(),
        room.look,
      );
      if (screen.isClosed()) gone += 1;
      joinedUpdates += screen.texts.filter((text) => text.includes('"batch"')).length;
    }
    const back = await join(rig, room.broadcast, cookie);
    const isBack = back.screen.texts.at(-1)?.includes(name(UPDATES[scale])) === true;
    const seconds = (performance.now() - startedMs) / 1_000;
    const got = quick.screen.texts.filter((text) => text.includes('"batch"')).length;
    const sent = UPDATES[scale] * (slow.length - half.length);
    return {
      injections: slow.length,
      seen: `at most ${(most / MB).toFixed(2)} MB waited for one screen, the other got ${got} of ${UPDATES[scale]} updates, ${joinedUpdates} instead of ${sent} came to those that read again, ${half.length} were cut off`,
      acknowledged: UPDATES[scale],
      lost: UPDATES[scale] - got,
      doubled: 0,
      secondsToRecover: seconds,
      ok: most <= MB && heldBack > 0 && gone === 0 && joinedUpdates < sent && isBack,
    };
  } finally {
    await rig.close();
  }
}

/** A room whose shelf is as large as shelves get, and the ways to change it. */
function largeRoom() {
  const shelf = sliceSchemas.shelf.parse(sampleSlices('zh-CN').shelf);
  const [item] = shelf.items;
  if (item === undefined) throw new Error('the sample shelf is empty');
  let update = 0;
  const changed = () => ({
    ...shelf,
    items: Array.from({ length: PRODUCTS }, () => ({ ...item, name: name(update) })),
  });
  const looks: (() => void)[] = [];
  const broadcast = new RoomBroadcast(
    sampleReader('zh-CN', (slice, value) => (slice === 'shelf' ? changed() : value)),
    1,
    (look) => void looks.push(look),
  );
  return {
    broadcast,
    update(next: number): void {
      update = next;
      broadcast.changed('shelf');
    },
    /** What the room's timer does. */
    look(): void {
      for (const look of looks.splice(0)) look();
    },
  };
}

const name = (update: number): string => `update ${update} of the shelf`;

/** A screen that is in and has its snapshot. */
async function join(rig: ScreensRig, broadcast: RoomBroadcast, cookie: string): Promise<Slow> {
  const before = rig.served.length;
  const screen = await RawScreen.connect({ address: '127.0.0.1', port: rig.port, cookie });
  await screen.greet('overlay');
  const connection = rig.served[before]?.connection;
  if (connection === undefined) throw new Error('the screen was not served');
  connection.onClose(() => broadcast.remove(connection));
  const slices = broadcast.slicesFor('overlay', null);
  const snapshot = () =>
    RoomSnapshot.parse({ ...sampleSnapshot({}), slices, recent: [], series: [], marks: [] });
  broadcast.add(connection, 'overlay', snapshot);
  await screen.until(() => screen.texts.some((text) => text.includes('"snapshot"')));
  return { screen, connection };
}

/** Answers to a screen that does not read, until it is cut off; the most that waited for it. */
async function floodWithAnswers({ screen, connection }: Slow): Promise<number> {
  let most = 0;
  let isClosed = false;
  connection.onClose(() => {
    isClosed = true;
  });
  const output = 'x'.repeat(100_000);
  for (let at = 0; !isClosed; at += 1) {
    const commandId = CommandId.parse(`answer-${at}-to-nobody`);
    connection.send({ type: 'reply', commandId, output });
    most = Math.max(most, connection.backlog());
    await new Promise((resolve) => setImmediate(resolve));
  }
  screen.resume();
  await screen.closed;
  return most;
}

async function until(condition: () => boolean, meanwhile: () => void): Promise<void> {
  while (!condition()) {
    meanwhile();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
