import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';

import type { Connection, Identity } from '#core/connection/connection.ts';
import type { CoreConfig } from '#core/core.ts';
import { Database } from '#core/database/database.ts';
import { firstStore } from '#core/database/migrations/0001-first-store.ts';
import { sql } from '#core/database/sql.ts';
import { refusalAnswer } from '#core/inbound/bridge-answers.ts';
import type { InboundDoor } from '#core/inbound/inbound-door.ts';
import { createScreens, type Screens } from '#core/screens/screens.ts';
import { localAddresses } from '#core/screens/local-addresses.ts';
import type { Offered } from '#core/screens/pairing.ts';
import type { Result } from '#shared/contract/app-error.ts';
import { RoomId } from '#shared/model/ids.ts';

import type { PairingOffer } from '#shared/model/screen.ts';
import { codeOf, cookieOf, postPair, postWait } from './screen-client.ts';
import { type FakeClock, type LogLine, testPorts } from './test-ports.ts';

/** The rig's first room. */
export const ROOM = RoomId.parse('main');

export type Served = {
  readonly connection: Connection;
  readonly identity: Identity;
  readonly frames: unknown[];
};

/** The real page server on a real store and real sockets, with only `serve` standing in. */
export type ScreensRig = {
  readonly screens: Screens;
  readonly clock: FakeClock;
  readonly db: Database;
  readonly folder: string;
  readonly lines: readonly LogLine[];
  readonly served: readonly Served[];
  readonly port: number;
  /** What the desk of the first room sees. */
  slice(): ReturnType<Screens['slice']>;
  offer(role: Offered['role'], trade?: Offered['trade']): Promise<PairingOffer>;
  /** The operator lets in the device that asked last. */
  approveLast(): void;
  /** The machine's network changes; null gives its own addresses back. */
  setAddresses(addresses: readonly string[] | null): void;
  /** Ends this core and starts another on the same data folder; `meanwhile` runs between the two. */
  restart(meanwhile?: () => Promise<void>): Promise<ScreensRig>;
  close(): Promise<void>;
};

export async function startScreensRig(config: Partial<CoreConfig> = {}): Promise<ScreensRig> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-screens-'));
  const pagesFolder = join(folder, 'pages');
  for (const page of ['desk', 'anchor', 'overlay', 'assistant']) {
    mkdirSync(join(pagesFolder, page, 'assets'), { recursive: true });
    writeFileSync(join(pagesFolder, page, 'index.html'), `<title>${page}</title>`);
    writeFileSync(join(pagesFolder, page, 'assets', 'main-1a2b.js'), 'void 0;');
  }
  writeFileSync(join(pagesFolder, 'outside.js'), 'void "not a page";');
  writeFileSync(join(pagesFolder, 'desk', 'notes.secret'), 'not served');
  return startOn(folder, {
    dataFolder: folder,
    hostKind: 'browser',
    version: '0.0.0',
    pagesFolder,
    sqliteBinding: null,
    storeWorker: null,
    deskPort: 0,
    ...config,
  });
}

/** Nobody's bridge is let in. */
const NO_BRIDGES: InboundDoor = {
  isOn: () => false,
  allowsOrigin: () => false,
  enter: () => 'token_wrong',
  isValid: () => false,
  take: () => Promise.resolve(refusalAnswer('off')),
  heard: () => undefined,
  changed: () => undefined,
  refused: () => undefined,
};

async function startOn(folder: string, config: CoreConfig): Promise<ScreensRig> {
  const fake = testPorts();
  const { clock, lines } = fake;
  // Codes and tokens are as random as the real ones.
  const ports = { ...fake, randomness: { ...fake.randomness, bytes: randomBytes } };
  const open = () => new BetterSqlite(join(folder, 'test.sqlite'));
  const raw = open();
  const isNew = Number(raw.pragma('user_version', { simple: true })) === 0;
  if (isNew) raw.exec(`${firstStore}; PRAGMA user_version = 1`);
  const db = new Database(raw, open, ports.logger, () => clock.monotonicNow());
  if (isNew) {
    db.run(sql`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
      VALUES ('main', 'Room', 'UTC', 'CNY', 0)`);
  }
  const served: Served[] = [];
  const addresses: { current: readonly string[] | null } = { current: null };
  const screens = createScreens({
    db,
    ports,
    config,
    deskRoomId: () => ROOM,
    inbound: NO_BRIDGES,
    addresses: () => addresses.current ?? localAddresses(),
    serve(connection, identity) {
      const frames: unknown[] = [];
      connection.onFrame((frame) => void frames.push(frame));
      served.push({ connection, identity, frames });
    },
  });
  expectOk(await screens.start());
  const stop = async (): Promise<void> => {
    await screens.close();
    db.close();
  };
  return {
    screens,
    clock,
    db,
    folder,
    lines,
    served,
    port: screens.pages()?.port ?? 0,
    slice: () => screens.slice(ROOM),
    offer: async (role, trade = null) => expectOk(await screens.offer({ role, trade }, ROOM)),
    approveLast() {
      const request = screens.slice(ROOM).requests.at(-1);
      if (request === undefined) throw new Error('no device waits');
      expectOk(screens.approve(ROOM, request.id));
    },
    setAddresses(next) {
      addresses.current = next;
    },
    async restart(meanwhile) {
      await stop();
      await meanwhile?.();
      return startOn(folder, config);
    },
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Pairs a device as its holder and the operator do: link, approval, token. Resolves with its cookie.
 * `cookie` is what the browser holds already.
 */
export async function letIn(
  rig: ScreensRig,
  role: Offered['role'],
  device: {
    readonly name?: string;
    readonly cookie?: string;
    readonly trade?: Offered['trade'];
  } = {},
): Promise<string> {
  const { url } = await rig.offer(role, device.trade);
  const { hostname: address, port } = new URL(url);
  const held = device.cookie === undefined ? {} : { cookie: device.cookie };
  const body = { code: codeOf(url), name: device.name ?? 'A' };
  const asked = await postPair(Number(port), body, { address, ...held });
  rig.approveLast();
  const cookies = [device.cookie, cookieOf(asked)].filter((one) => one !== undefined).join('; ');
  return cookieOf(await postWait(Number(port), role, cookies, address));
}

/** The value of a result that must be fine. */
export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
