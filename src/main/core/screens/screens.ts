import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { RoomId, ScreenId } from '#shared/model/ids.ts';
import type { PairingOffer, ScreenRole } from '#shared/model/screen.ts';
import type { Connection, Identity } from '../connection/connection.ts';
import type { CoreConfig } from '../core.ts';
import type { WritableDatabase } from '../database/database.ts';
import type { Ports } from '../ports.ts';
import { loadListenMemory, saveListenMemory, type ListenMemory } from './listen-memory.ts';
import { LOOPBACK, localAddresses } from './local-addresses.ts';
import { pageOrigin } from './host-guard.rules.ts';
import { openPages, type OpenPages } from './open-pages.ts';
import { createPairing, type OfferedRole } from './pairing.ts';
import { removeFile, tryWritePrivateJson } from './private-file.ts';
import { CLI_SOCKET_PATH, runtimeFilePath, type RuntimeInfo } from './runtime-file.ts';
import { createScreenAccess } from './screen-access.ts';
import { createScreenSockets } from './screen-sockets.ts';
import { pairedScreens } from './screens.queries.ts';

export type ScreensDeps = {
  readonly db: WritableDatabase;
  readonly ports: Ports;
  readonly config: CoreConfig;
  readonly roomId: RoomId;
  /** Called once for each socket that was let in. */
  serve(connection: Connection, identity: Identity): void;
};

/** The page server, pairing, and who is paired. */
export interface Screens {
  /**
   * Opens what the configuration asks for and what was open when the core last ended. Refused:
   * address_unavailable (the asked-for port is taken).
   */
  start(): Promise<Result<null>>;
  /** Opens `address` for second screens, in place of the one before. Refused: address_unavailable. */
  listen(address: string): Promise<Result<null>>;
  closeListening(): Promise<void>;
  /** With nothing listening, opens the loopback address first. Refused: address_unavailable. */
  offer(role: OfferedRole): Promise<Result<PairingOffer>>;
  cancelOffer(): void;
  /** The device's sockets are closed at once. Refused: unknown_screen. */
  revoke(screenId: ScreenId): Result<null>;
  slice(): RoomSlices['screens'];
  /** Called after every change of `slice()`. */
  onChange(listener: () => void): void;
  /** Where the pages are served on this machine; null while off. */
  pages(): { readonly address: string; readonly port: number } | null;
  /** A new single-use link to the desk in a browser; the page server must be open. */
  deskUrl(): string;
  cliToken(): string;
  /** Sockets of this role that are open now. */
  connectedCount(role: ScreenRole): number;
  /** Ends in order; safe to call twice. */
  close(): Promise<void>;
}

export function createScreens(deps: ScreensDeps): Screens {
  const { db, ports, config, roomId } = deps;
  const { logger } = ports;
  const listeners: (() => void)[] = [];
  let memory = loadListenMemory(config.dataFolder, ports.randomness);
  let loopback: OpenPages | null = null;
  let lan: OpenPages | null = null;
  let isClosed = false;

  const changed = (): void => listeners.forEach((listener) => listener());
  const access = createScreenAccess({ db, ports, roomId, cookieKey: memory.cookieKey });
  const pairing = createPairing(ports, changed);
  const sockets = createScreenSockets({
    ports,
    access,
    serve: (connection, identity) => deps.serve(connection, identity),
    isOpenTo: (role) => role === 'desk' || role === 'cli' || memory.open !== null,
    onPresence(identity) {
      if (isClosed) return;
      if (identity.screenId !== null) access.noteSeen(identity.screenId);
      changed();
    },
  });

  function remember(change: Partial<ListenMemory>): void {
    memory = { ...memory, ...change };
    saveListenMemory(config.dataFolder, memory, logger);
    const runtime: RuntimeInfo = {
      pid: process.pid,
      url: loopback === null ? null : pageOrigin(loopback.address, loopback.port),
      port: loopback?.port ?? null,
      token: access.cliToken,
      socketPath: CLI_SOCKET_PATH,
    };
    tryWritePrivateJson(runtimeFilePath(config.dataFolder), runtime, logger);
  }

  /** The first of these ports that is free; only the last one's refusal counts. */
  async function openOn(address: string, wanted: readonly number[]): Promise<Result<OpenPages>> {
    let last: Result<OpenPages> = fail('address_unavailable', { address });
    for (const port of wanted) {
      last = await openPages(address, port, {
        ports,
        config,
        access,
        pairing,
        sockets,
        deskUrl,
        onPaired: changed,
      });
      if (last.ok) break;
    }
    return last;
  }

  async function openLoopback(): Promise<Result<null>> {
    if (loopback !== null) return ok(null);
    const asked = config.deskPort ?? 0;
    const opened = await openOn(LOOPBACK, asked > 0 ? [asked] : remembered(memory.loopbackPort));
    if (!opened.ok) return opened;
    loopback = opened.value;
    remember({ loopbackPort: loopback.port });
    return ok(null);
  }

  async function closeLan(): Promise<void> {
    const closing = lan;
    lan = null;
    await closing?.close();
  }

  async function listen(address: string): Promise<Result<null>> {
    if (!localAddresses().includes(address)) return fail('address_unavailable', { address });
    // Loopback is open whenever anything is: an overlay on this machine keeps its address.
    const local = await openLoopback();
    if (!local.ok) return local;
    if (address === LOOPBACK) {
      await closeLan();
    } else if (address !== lan?.address) {
      const before = memory.open?.address === address ? memory.open.port : memory.loopbackPort;
      const opened = await openOn(address, remembered(before));
      if (!opened.ok) return opened;
      await closeLan();
      lan = opened.value;
    }
    remember({ open: { address, port: lan?.port ?? memory.loopbackPort ?? 0 } });
    changed();
    return ok(null);
  }

  function deskUrl(): string {
    if (loopback === null) throw new Error('the page server is off');
    return `${pageOrigin(LOOPBACK, loopback.port)}/desk/#code=${pairing.deskCode()}`;
  }

  return {
    async start() {
      if (config.deskPort !== null) {
        const opened = await openLoopback();
        if (!opened.ok) return opened;
      }
      remember({});
      const reopen = memory.open;
      if (reopen !== null) {
        const reopened = await listen(reopen.address);
        // Another network today: the operator chooses anew, the desk itself works.
        if (!reopened.ok) {
          logger.log('warn', 'screens_address_gone', { ...reopened.error.params });
          remember({ open: null });
        }
      }
      return ok(null);
    },
    listen,
    async closeListening() {
      pairing.cancel();
      remember({ open: null });
      sockets.dropClosed();
      await closeLan();
      if (config.deskPort === null) {
        await loopback?.close();
        loopback = null;
        remember({});
      }
      changed();
    },
    async offer(role) {
      const opened = memory.open === null ? await listen(LOOPBACK) : ok(null);
      if (!opened.ok) return opened;
      const at = lan ?? loopback;
      if (at === null) return fail('address_unavailable', { address: LOOPBACK });
      return ok(pairing.offer(role, pageOrigin(at.address, at.port)));
    },
    cancelOffer: () => pairing.cancel(),
    revoke(screenId) {
      const revoked = access.revoke(screenId);
      if (revoked.ok) {
        sockets.disconnect(screenId);
        changed();
      }
      return revoked;
    },
    slice() {
      return {
        screens: pairedScreens(db, roomId)
          .filter((row) => row.role !== 'desk')
          .map((row) => ({
            id: row.id,
            role: row.role,
            name: row.name,
            isConnected: sockets.isConnected(row.id),
            lastSeenTs: row.last_seen_ts,
            pairedTs: row.paired_ts,
          })),
        listen: memory.open,
        addresses: localAddresses(),
        offer: pairing.current(),
      };
    },
    onChange: (listener) => void listeners.push(listener),
    pages: () => (loopback === null ? null : { address: LOOPBACK, port: loopback.port }),
    deskUrl,
    cliToken: () => access.cliToken,
    connectedCount: (role) => sockets.connectedCount(role),
    async close() {
      if (isClosed) return;
      isClosed = true;
      pairing.cancel();
      await closeLan();
      await loopback?.close();
      loopback = null;
      removeFile(runtimeFilePath(config.dataFolder));
    },
  };
}

function remembered(port: number | null): readonly number[] {
  return port === null ? [0] : [port, 0];
}
