import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type { BridgeRefusal, BridgeSetUp, InboundSlice } from '#shared/model/inbound.ts';
import { INBOUND_OFF } from '#shared/model/inbound.ts';
import type { Database } from '../database/database.ts';
import { appendFromBridge } from '../feeds/bridge/append.ts';
import type { Ports } from '../ports.ts';
import { CommitFailed, type Committer } from '../room/committer.ts';
import type { Rooms } from '../room/rooms.ts';
import { isSameHash, secretHash, secretText } from '../screens/secrets.ts';
import { isDamage } from '../store/engine.ts';
import { type BridgeAnswer, refusalAnswer, takenAnswer } from './bridge-answers.ts';
import { Endpoint } from './endpoint.ts';
import { endpoints, type EndpointRow, putEndpoint, removeEndpoint } from './inbound.queries.ts';
import type { InboundDoor, Via } from './inbound-door.ts';
import { readBody, readEvents } from './read-events.rules.ts';

const TOKEN_BYTES = 32;
const LOOK_EVERY_MS = 5_000;

export type InboundDeps = {
  readonly db: Database;
  readonly ports: Ports;
  readonly committer: Committer;
  readonly rooms: Pick<Rooms, 'find' | 'changed'>;
};

type Made = Result<{ token: string }>;

/** The endpoints of all rooms by which bridges report shelf and orders: off until switched on. */
export class InboundService implements InboundDoor {
  readonly #deps: InboundDeps;
  readonly #open = new Map<RoomId, Endpoint>();
  #stopLooking: () => void = () => undefined;

  constructor(deps: InboundDeps) {
    this.#deps = deps;
  }

  /** Takes up what was on when the core last ended. */
  start(): void {
    const { db, ports } = this.#deps;
    for (const row of endpoints(db)) this.#open.set(row.roomId, new Endpoint(row, ports.clock));
    this.#stopLooking = ports.clock.every(LOOK_EVERY_MS, () => this.#look());
  }

  close(): void {
    this.#stopLooking();
    for (const endpoint of this.#open.values()) endpoint.cutAll();
  }

  /** See `inbound.makeToken`. */
  async makeToken(roomId: RoomId, name: string, setUp: BridgeSetUp): Promise<Made> {
    const { db, ports, rooms } = this.#deps;
    const token = secretText(ports.randomness, TOKEN_BYTES);
    const madeTs = ports.clock.wallNow();
    const row = { roomId, name, tokenHash: secretHash(token), ...setUp, madeTs };
    const room = rooms.find(roomId);
    if (room === undefined) return fail('unknown_room', { roomId });
    const before = this.#open.get(roomId);
    const next = new Endpoint(row, ports.clock);
    const stored = await this.#store(() => {
      putEndpoint(db, row);
      if (!room.shows.isPlayback()) room.sources.bridges.ensure(next.key());
    });
    if (!stored.ok) return stored;
    this.#replace(before, next);
    if (before !== undefined && before.row.name !== name) this.#switchSource(before, false);
    this.#switchSource(next, true);
    return ok({ token });
  }

  /** Refused: inbound_off, and where the store takes nothing. */
  async setUp(roomId: RoomId, setUp: BridgeSetUp): Promise<Result<Record<string, never>>> {
    const before = this.#open.get(roomId);
    if (before === undefined) return fail('inbound_off', {});
    const row: EndpointRow = { ...before.row, ...setUp };
    const stored = await this.#store(() => putEndpoint(this.#deps.db, row));
    if (stored.ok) this.#replace(before, new Endpoint(row, this.#deps.ports.clock));
    return stored;
  }

  /** Refused: inbound_off, and where the store takes nothing. */
  async withdraw(roomId: RoomId): Promise<Result<Record<string, never>>> {
    const before = this.#open.get(roomId);
    if (before === undefined) return fail('inbound_off', {});
    const stored = await this.#store(() => removeEndpoint(this.#deps.db, roomId));
    if (!stored.ok) return stored;
    this.#open.delete(roomId);
    before.cutAll();
    this.#switchSource(before, false);
    this.#deps.rooms.changed('inbound');
    return stored;
  }

  /** `urls`: where the page server answers now. */
  slice(
    roomId: RoomId,
    urls: { readonly local: string | null; readonly network: string | null },
  ): InboundSlice {
    const endpoint = this.#open.get(roomId);
    if (endpoint === undefined) return INBOUND_OFF;
    const { name, isOnNetwork, origins, madeTs } = endpoint.row;
    return {
      endpoint: { name, isOnNetwork, origins: [...origins], madeTs },
      localUrl: urls.local,
      networkUrl: isOnNetwork ? urls.network : null,
      ...endpoint.counted(),
    };
  }

  isOn(): boolean {
    return this.#open.size > 0;
  }

  allowsOrigin(origin: string): boolean {
    return [...this.#open.values()].some(({ row }) => row.origins.includes(origin));
  }

  enter(token: string, { isLoopback, origin }: Via): Endpoint | BridgeRefusal {
    const hash = secretHash(token);
    const all = [...this.#open.values()];
    const endpoint = all.find(({ row }) => isSameHash(row.tokenHash, hash));
    if (endpoint === undefined) return 'token_wrong';
    const { isOnNetwork, origins } = endpoint.row;
    const refusal =
      origin !== null && !origins.includes(origin)
        ? 'origin_refused'
        : isLoopback || isOnNetwork
          ? null
          : 'not_on_network';
    if (refusal === null) return endpoint;
    this.refused(endpoint, refusal);
    return refusal;
  }

  /** Null: nobody knows whose bridge it is, so that every room with one hears of it. */
  refused(endpoint: Endpoint | null, code: BridgeRefusal): void {
    for (const each of endpoint === null ? this.#open.values() : [endpoint]) each.refusedAs(code);
    this.#deps.rooms.changed('inbound');
  }

  heard(endpoint: Endpoint): void {
    endpoint.heard();
    this.changed(endpoint);
  }

  changed(endpoint: Endpoint): void {
    this.#report(endpoint);
    this.#deps.rooms.changed('inbound');
  }

  isValid(endpoint: Endpoint): boolean {
    return this.#open.get(endpoint.row.roomId) === endpoint;
  }

  async take(endpoint: Endpoint, text: string, isMessage: boolean): Promise<BridgeAnswer> {
    const read = readBody(text, isMessage);
    const named = (answer: BridgeAnswer): BridgeAnswer =>
      read.id === null ? answer : { ...answer, body: { id: read.id, ...answer.body } };
    if (!read.ok) return named(this.#refuse(endpoint, read.code));
    endpoint.heard();
    const { good, refused } = readEvents(read.events, this.#deps.ports.clock.wallNow());
    const stored = await this.#append(endpoint, good);
    if (typeof stored === 'string') return named(this.#refuse(endpoint, stored));
    endpoint.taken(stored.stored, stored.duplicates, refused);
    this.changed(endpoint);
    return named(takenAnswer(stored.stored, stored.duplicates, refused));
  }

  #refuse(endpoint: Endpoint, code: BridgeRefusal): BridgeAnswer {
    this.refused(endpoint, code);
    return refusalAnswer(code);
  }

  /** On disk when this resolves with counts; an empty list is a sign of life. */
  async #append(
    endpoint: Endpoint,
    events: readonly FeedEvent[],
  ): Promise<{ readonly stored: number; readonly duplicates: number } | BridgeRefusal> {
    const { committer, rooms } = this.#deps;
    if (events.length === 0) return { stored: 0, duplicates: 0 };
    if (committer.isHeld()) await committer.whenFree();
    const room = rooms.find(endpoint.row.roomId);
    // Withdrawn while the store was held: what is not written yet will not be.
    if (room === undefined || !this.isValid(endpoint)) return 'token_wrong';
    if (room.shows.isPlayback()) return 'playback_on';
    const key = endpoint.key();
    try {
      const appended = committer.runNow(() => appendFromBridge(room, key, events));
      return appended.ok ? appended.value : refusalOf(appended.error.code);
    } catch (error) {
      if (error instanceof CommitFailed || isDamage(error)) return 'store_unwritable';
      throw error;
    }
  }

  async #store(work: () => void): Promise<Result<Record<string, never>>> {
    const { committer } = this.#deps;
    if (committer.isHeld()) await committer.whenFree();
    try {
      committer.runNow(work);
      return ok({});
    } catch (error) {
      if (error instanceof CommitFailed) return { ok: false, error: error.error };
      throw error;
    }
  }

  #replace(before: Endpoint | undefined, next: Endpoint): void {
    this.#open.set(next.row.roomId, next);
    before?.cutAll();
    this.#deps.rooms.changed('inbound');
  }

  /** What was reported by it stays; while the endpoint is off its source says so. */
  #switchSource(endpoint: Endpoint, isOn: boolean): void {
    const sources = this.#deps.rooms.find(endpoint.row.roomId)?.sources;
    const sourceId = sources?.bridges.find(endpoint.key())?.view(null).id;
    if (sources === undefined || sourceId === undefined) return;
    void this.#store(() => void sources.setEnabled(sourceId, isOn)).then((stored) => {
      if (stored.ok) sources.switch(sourceId, isOn);
    });
  }

  #look(): void {
    for (const endpoint of this.#open.values()) this.#report(endpoint);
  }

  #report(endpoint: Endpoint): void {
    const room = this.#deps.rooms.find(endpoint.row.roomId);
    const link = endpoint.link();
    if (room === undefined || link === null || room.shows.isPlayback()) return;
    room.sources.bridges.report(endpoint.key(), link);
  }
}

function refusalOf(code: string): BridgeRefusal {
  if (code === 'show_not_running') return 'no_show';
  return code === 'source_switched_off' ? 'source_off' : 'store_unwritable';
}
