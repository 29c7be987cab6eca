import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { CoreConfig } from '../core.ts';
import type { Ports } from '../ports.ts';
import { pageOrigin } from './host-guard.rules.ts';
import { type ListenMemory, loadListenMemory, saveListenMemory } from './listen-memory.ts';
import { LOOPBACK } from './local-addresses.ts';
import type { OpenPages } from './open-pages.ts';
import { removeFile, tryWritePrivateJson } from './private-file.ts';
import { CLI_SOCKET_PATH, runtimeFilePath, type RuntimeInfo } from './runtime-file.ts';

const LOOK_AGAIN_MS = 5_000;

export type ListeningDeps = {
  readonly ports: Ports;
  readonly config: CoreConfig;
  readonly cliToken: () => string;
  /** Addresses of this machine that can be opened. */
  readonly addresses: () => readonly string[];
  /** Bridges are served, so that this machine's own address stays open. */
  readonly hasBridges: () => boolean;
  openOn(address: string, port: number): Promise<Result<OpenPages>>;
  onChange(): void;
};

/** Which addresses the page server has open: none but loopback before the operator chose one. */
export interface Listening {
  readonly cookieKey: string;
  /** See Screens.start. */
  start(): Promise<Result<null>>;
  /** See Screens.listen. */
  listen(address: string): Promise<Result<null>>;
  /**
   * Opens this machine's own address for bridges, or closes it unless something else needs it.
   * Refused: address_unavailable.
   */
  openForBridges(isOn: boolean): Promise<Result<null>>;
  /** `dropScreens` runs once nothing new can come in. */
  closeListening(dropScreens: () => void): Promise<void>;
  /** What the operator opened; null while second screens are off. */
  opened(): RoomSlices['screens']['listen'];
  addresses(): readonly string[];
  loopback(): OpenPages | null;
  /** The network's address as it is served; null while there is none. */
  network(): OpenPages | null;
  /** Where an offer's link points to; null while nothing is open. */
  offerOrigin(): string | null;
  close(): Promise<void>;
}

export function createListening(deps: ListeningDeps): Listening {
  const { ports, config } = deps;
  let memory = loadListenMemory(config.dataFolder, ports.randomness);
  let loopback: OpenPages | null = null;
  let lan: OpenPages | null = null;
  let addresses = deps.addresses();
  const stopLooking = ports.clock.every(LOOK_AGAIN_MS, lookAgain);

  /** A network that changed under an open address is said, not waited for. */
  function lookAgain(): void {
    const now = deps.addresses();
    if (now.join() === addresses.join()) return;
    addresses = now;
    deps.onChange();
  }

  function remember(change: Partial<ListenMemory>): void {
    memory = { ...memory, ...change };
    saveListenMemory(config.dataFolder, memory, ports.logger);
    const runtime: RuntimeInfo = {
      pid: process.pid,
      url: loopback === null ? null : pageOrigin(loopback.address, loopback.port),
      port: loopback?.port ?? null,
      token: deps.cliToken(),
      socketPath: CLI_SOCKET_PATH,
    };
    tryWritePrivateJson(runtimeFilePath(config.dataFolder), runtime, ports.logger);
  }

  /** The first of these ports that is free; only the last one's refusal counts. */
  async function openFirst(address: string, wanted: readonly number[]): Promise<Result<OpenPages>> {
    let last: Result<OpenPages> = fail('address_unavailable', { address });
    for (const port of wanted) {
      last = await deps.openOn(address, port);
      if (last.ok) break;
    }
    return last;
  }

  async function openLoopback(): Promise<Result<null>> {
    if (loopback !== null) return ok(null);
    const asked = config.deskPort ?? 0;
    const opened = await openFirst(LOOPBACK, asked > 0 ? [asked] : remembered(memory.loopbackPort));
    if (!opened.ok) return opened;
    loopback = opened.value;
    // A port that another program holds today is still where an overlay looks for the desk.
    remember({ loopbackPort: asked > 0 ? asked : (memory.loopbackPort ?? loopback.port) });
    return ok(null);
  }

  /** Back to the port at which screens look for the desk, once it is free; the other one is closed. */
  async function takeBack(at: OpenPages, wanted: number): Promise<Result<OpenPages>> {
    const opened = await deps.openOn(at.address, wanted);
    if (opened.ok) {
      await at.close();
      return opened;
    }
    const isTaken = opened.error.params['reason'] === 'EADDRINUSE';
    return isTaken ? fail('port_taken', { port: wanted }) : opened;
  }

  async function closeLan(): Promise<void> {
    const closing = lan;
    lan = null;
    await closing?.close();
  }

  /** The port at which screens look for the desk, which need not be the one it is open at. */
  async function listenOnLan(address: string): Promise<Result<number>> {
    const known = memory.lanPort;
    if (lan === null || lan.address !== address) {
      const opened = await openFirst(address, remembered(known ?? memory.loopbackPort));
      if (!opened.ok) return opened;
      await closeLan();
      lan = opened.value;
    } else if (known !== null && lan.port !== known) {
      const back = await takeBack(lan, known);
      if (!back.ok) return back;
      lan = back.value;
    }
    return ok(known ?? lan.port);
  }

  /** Where second screens really are, beside where they are looked for. */
  function opened(): RoomSlices['screens']['listen'] {
    const { open } = memory;
    if (open === null) return null;
    const at = open.address === LOOPBACK ? loopback : lan;
    const port = at?.port ?? open.port;
    const takenPort = port === open.port ? null : open.port;
    return { address: open.address, port, takenPort, isGone: !addresses.includes(open.address) };
  }

  async function listen(address: string): Promise<Result<null>> {
    addresses = deps.addresses();
    if (!addresses.includes(address)) return fail('address_unavailable', { address });
    // Loopback is open whenever anything is: an overlay on this machine keeps its address.
    const local = await openLoopback();
    if (!local.ok) return local;
    if (address === LOOPBACK) {
      await closeLan();
      remember({ open: { address, port: memory.loopbackPort ?? 0 } });
    } else {
      const port = await listenOnLan(address);
      if (!port.ok) return port;
      remember({ open: { address, port: port.value }, lanPort: port.value });
    }
    deps.onChange();
    return ok(null);
  }

  async function closeLoopback(): Promise<void> {
    await loopback?.close();
    loopback = null;
    remember({});
  }

  return {
    cookieKey: memory.cookieKey,
    async start() {
      if (config.deskPort !== null) {
        const opened = await openLoopback();
        if (!opened.ok) return opened;
      }
      if (deps.hasBridges()) {
        const opened = await openLoopback();
        // The desk itself works; where bridges are told to call says that nothing answers.
        if (!opened.ok) ports.logger.log('warn', 'bridges_not_served', { ...opened.error.params });
      }
      remember({});
      const reopen = memory.open;
      if (reopen !== null) {
        const reopened = await listen(reopen.address);
        // Another network today: the operator chooses anew, the desk itself works.
        if (!reopened.ok) {
          ports.logger.log('warn', 'screens_address_gone', { ...reopened.error.params });
          remember({ open: null });
        }
      }
      return ok(null);
    },
    listen,
    async openForBridges(isOn) {
      const isNeeded = isOn || config.deskPort !== null || memory.open !== null;
      if (isNeeded) {
        const opened = await openLoopback();
        if (!opened.ok) return opened;
      } else await closeLoopback();
      deps.onChange();
      return ok(null);
    },
    async closeListening(dropScreens) {
      remember({ open: null });
      dropScreens();
      await closeLan();
      if (config.deskPort === null && !deps.hasBridges()) await closeLoopback();
      deps.onChange();
    },
    opened,
    addresses: () => addresses,
    loopback: () => loopback,
    network: () => lan,
    offerOrigin() {
      const at = lan ?? loopback;
      return at === null ? null : pageOrigin(at.address, at.port);
    },
    async close() {
      stopLooking();
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
