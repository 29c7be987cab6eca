import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { RoomId, ScreenId, ScreenRequestId } from '#shared/model/ids.ts';
import type { PairingOffer, ScreenRole } from '#shared/model/screen.ts';
import type { Connection, Identity } from '../connection/connection.ts';
import type { CoreConfig } from '../core.ts';
import type { WritableDatabase } from '../database/database.ts';
import type { InboundDoor } from '../inbound/inbound-door.ts';
import type { Ports } from '../ports.ts';
import { pageOrigin } from './host-guard.rules.ts';
import { limitedLogger } from './limited-log.ts';
import { createListening } from './listening.ts';
import { LOOPBACK } from './local-addresses.ts';
import { createPairing, type Offered } from './pairing.ts';
import { createScreenAccess } from './screen-access.ts';
import { createScreenRequests } from './screen-requests.ts';
import { createScreenSockets } from './screen-sockets.ts';
import { pairedScreens } from './screens.queries.ts';

export type ScreensDeps = {
  readonly db: WritableDatabase;
  readonly ports: Ports;
  readonly config: CoreConfig;
  /** The room that desks in a browser are stored under; they may open any. */
  deskRoomId(): RoomId;
  /** Addresses of this machine that can be opened; asked for again and again. */
  readonly addresses: () => readonly string[];
  /** The endpoints of bridges, which answer at the addresses of the pages. */
  readonly inbound: InboundDoor;
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
  /**
   * Opens `address` for second screens, in place of the one before; an offer that named that one is
   * void. Refused: address_unavailable, port_taken (another program still holds its known port).
   */
  listen(address: string): Promise<Result<null>>;
  /** Ends offers, waiting devices and every second screen's line. */
  closeListening(): Promise<void>;
  /** Opens this machine's own address for bridges, or closes it if nothing else needs it. Refused: address_unavailable. */
  openForBridges(isOn: boolean): Promise<Result<null>>;
  /** Where bridges may call; null where nothing is served. */
  urls(): { readonly local: string | null; readonly network: string | null };
  /** With nothing listening, opens the loopback address first. Refused: address_unavailable. */
  offer(offered: Offered, roomId: RoomId): Promise<Result<PairingOffer>>;
  cancelOffer(): void;
  /** The device is let in. Refused: unknown_screen_request (answered, expired, another room's). */
  approve(roomId: RoomId, requestId: ScreenRequestId): Result<null>;
  /** The device is sent away. Refused: as approve. */
  refuse(roomId: RoomId, requestId: ScreenRequestId): Result<null>;
  /** The device's sockets are closed at once. Refused: unknown_screen (or of another room). */
  revoke(roomId: RoomId, screenId: ScreenId): Result<null>;
  /** What the desk of this room sees. */
  slice(roomId: RoomId): RoomSlices['screens'];
  /** Called after every change of a slice. */
  onChange(listener: () => void): void;
  /** Where the pages are served on this machine; null while off. */
  pages(): { readonly address: string; readonly port: number } | null;
  /** A new single-use link to the desk in a browser; the page server must be open. */
  deskUrl(): string;
  cliToken(): string;
  /** Sockets of this role and room that are open now; desks and programs count in every room. */
  connectedCount(roomId: RoomId, role: ScreenRole): number;
  /** Ends in order; safe to call twice. */
  close(): Promise<void>;
}

export function createScreens(deps: ScreensDeps): Screens {
  const { db, config } = deps;
  const { clock } = deps.ports;
  // Strangers on the network cause these lines: as many as they like must not fill the disk.
  const ports = { ...deps.ports, logger: limitedLogger(deps.ports.logger, clock) };
  const listeners: (() => void)[] = [];
  let isClosed = false;

  const changed = (): void => {
    if (!isClosed) listeners.forEach((listener) => listener());
  };
  const listening = createListening({
    ports,
    config,
    cliToken: () => access.cliToken,
    addresses: deps.addresses,
    hasBridges: () => deps.inbound.isOn(),
    async openOn(address, port) {
      // Most starts need no server: what serves is loaded when the first address is opened.
      const { openPages } = await import('./open-pages.ts');
      return openPages(address, port, {
        ports,
        config,
        db,
        inbound: deps.inbound,
        access,
        pairing,
        requests,
        sockets,
        deskUrl,
        admitDesk: (name, cookies) =>
          access.admit({ role: 'desk', trade: null, roomId: deps.deskRoomId(), name }, cookies)
            .cookie,
        onPaired: changed,
      });
    },
    onChange: changed,
  });
  const access = createScreenAccess({ db, ports, cookieKey: listening.cookieKey });
  const pairing = createPairing(ports, changed);
  const requests = createScreenRequests(ports, changed);
  const sockets = createScreenSockets({
    ports,
    access,
    serve: (connection, identity) => deps.serve(connection, identity),
    isOpenTo: (role) => role === 'desk' || role === 'cli' || listening.opened() !== null,
    onPresence({ screenId }) {
      if (isClosed) return;
      if (screenId !== null) {
        access.noteSeen(screenId);
        requests.forget(screenId);
      }
      changed();
    },
  });

  function deskUrl(): string {
    const loopback = listening.loopback();
    if (loopback === null) throw new Error('the page server is off');
    return `${pageOrigin(LOOPBACK, loopback.port)}/desk/#code=${pairing.deskCode()}`;
  }

  return {
    start: () => listening.start(),
    async listen(address) {
      const before = listening.offerOrigin();
      const opened = await listening.listen(address);
      if (listening.offerOrigin() !== before) pairing.cancel();
      return opened;
    },
    openForBridges: (isOn) => listening.openForBridges(isOn),
    urls: () => ({ local: originOf(listening.loopback()), network: originOf(listening.network()) }),
    async closeListening() {
      pairing.cancel();
      requests.clear();
      await listening.closeListening(() => sockets.dropClosed());
    },
    async offer(offered, roomId) {
      const isOpen = listening.opened() !== null;
      const opened = isOpen ? ok(null) : await listening.listen(LOOPBACK);
      if (!opened.ok) return opened;
      const origin = listening.offerOrigin();
      if (origin === null) return fail('address_unavailable', { address: LOOPBACK });
      return ok(pairing.offer(offered, roomId, origin));
    },
    cancelOffer: () => pairing.cancel(),
    approve: (roomId, requestId) => requests.approve(roomId, requestId),
    refuse: (roomId, requestId) => requests.refuse(roomId, requestId),
    revoke(roomId, screenId) {
      const revoked = access.revoke(roomId, screenId);
      if (revoked.ok) {
        requests.forget(screenId);
        sockets.disconnect(screenId);
        changed();
      }
      return revoked;
    },
    slice(roomId) {
      const offer = pairing.current();
      return {
        screens: pairedScreens(db, roomId)
          .filter((row) => row.role !== 'desk')
          .map((row) => ({
            id: row.id,
            role: row.role,
            trade: row.trade,
            name: row.name,
            isConnected: sockets.isConnected(row.id),
            lastSeenTs: row.last_seen_ts,
            pairedTs: row.paired_ts,
          })),
        listen: listening.opened(),
        addresses: [...listening.addresses()],
        offer: offer?.roomId === roomId ? offer : null,
        offerEnded: pairing.ended(roomId),
        requests: [...requests.waiting(roomId)],
      };
    },
    onChange: (listener) => void listeners.push(listener),
    pages() {
      const loopback = listening.loopback();
      return loopback === null ? null : { address: LOOPBACK, port: loopback.port };
    },
    deskUrl,
    cliToken: () => access.cliToken,
    connectedCount: (roomId, role) => sockets.connectedCount(roomId, role),
    async close() {
      if (isClosed) return;
      isClosed = true;
      pairing.cancel();
      requests.clear();
      await listening.close();
    },
  };
}

function originOf(open: { readonly address: string; readonly port: number } | null): string | null {
  return open === null ? null : pageOrigin(open.address, open.port);
}
