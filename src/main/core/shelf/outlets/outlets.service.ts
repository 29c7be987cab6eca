import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { OutletId, ProductId } from '#shared/model/ids.ts';
import {
  OUTLETS_MAX,
  type Outlet,
  type OutletCan,
  type OutletConfig,
  type OutletSecretPart,
  type OutletsSlice,
} from '#shared/model/outlet.ts';
import type { Armed } from '#shared/model/product.ts';
import type { PlatformCard } from '#shared/rules/card-mismatches.ts';
import { productLink } from '../catalogue/product.queries.ts';
import type { RoomContext } from '../../room/room-context.ts';
import { createChatOutlet, type ChatLine } from './chat-outlet.ts';
import { createManualOutlet, type ManualOutlet } from './manual-outlet.ts';
import { openObsLink } from './obs-link.ts';
import { createObsOutlet } from './obs-outlet.ts';
import { outletFault } from './outlet-config.rules.ts';
import type { CardPreview, DriverList, PushDriver } from './outlet-driver.ts';
import { OutletSecrets } from './outlet-secrets.ts';
import {
  changeOutlet,
  insertOutlet,
  outletsOf,
  overridesOf,
  removeOutlet,
  setOverride,
  switchOutlet,
  type OutletRow,
  type OverrideRow,
} from './outlets.queries.ts';
import { openShopee, tokensKept, typedToken } from './shopee/open-shopee.ts';
import type { Renewals } from './shopee/shopee-tokens.ts';
import { createWebhookOutlet } from './webhook-outlet.ts';

/** Of one that is switched off. */
const CAN_NOTHING: OutletCan = {
  list: false,
  unpush: 'never',
  update: false,
  watch: false,
  confirmedBy: 'answer',
};

type Done = Result<Record<string, never>>;
type Running = {
  readonly driver: PushDriver;
  readonly manual: ManualOutlet | null;
  /** What it was made of: another configuration or secret makes another driver. */
  readonly made: string;
};

/** Which outlets a room has, what each can do and whether it is reached. */
export class OutletsService {
  readonly #room: RoomContext;
  readonly #chat: ChatLine;
  readonly #secrets: OutletSecrets;
  readonly #running = new Map<number, Running>();
  #rows: readonly OutletRow[] = [];
  #overrides: readonly OverrideRow[] = [];
  readonly #renewals: Renewals = new Map();
  #links = '[]';
  #stopSync = (): void => undefined;

  constructor(room: RoomContext, chat: ChatLine) {
    this.#room = room;
    this.#chat = chat;
    this.#secrets = new OutletSecrets(room.ports.secrets);
  }

  reload(): void {
    const { db, roomId } = this.#room;
    this.#rows = outletsOf(db, roomId);
    this.#overrides = overridesOf(db, roomId);
    // Connections are opened for what is on disk, not for what a transaction may still lose.
    this.#stopSync();
    this.#stopSync = this.#room.ports.clock.after(0, () => this.#sync());
    this.#room.changed('outlets');
  }

  close(): void {
    this.#stopSync();
    for (const { driver } of this.#running.values()) driver.close();
    this.#running.clear();
  }

  slice(): OutletsSlice {
    return {
      outlets: this.#rows.map((row) => this.#shown(row)),
      overrides: this.#overrides.map(({ outletId, productId, isOn }) => ({
        outletId: OutletId.parse(outletId),
        productId: ProductId.parse(productId),
        isOn,
      })),
    };
  }

  /** A chat that can be spoken in, or cannot any more, is told by its source alone. */
  tick(): void {
    const links = JSON.stringify([...this.#running.values()].map(({ driver }) => driver.link()));
    if (links === this.#links) return;
    this.#links = links;
    this.#room.changed('outlets');
  }

  driver(outletId: number): PushDriver | null {
    return this.#running.get(outletId)?.driver ?? null;
  }

  /** What each outlet that is on for a product will get. */
  preview(card: CardPreview): Armed['preview'] {
    const isLive = card.origin === 'live' || card.origin === 'rehearsal';
    return this.#rows
      .filter((row) => this.#isOnFor(row, card.productId))
      .map(({ id, name, config: { kind } }) => {
        const driver = this.driver(id);
        const said = driver?.preview(card) ?? { text: '', problem: 'not_connected' };
        // A demo or a replay speaks in its own chat, and to nobody outside.
        const problem = !isLive && kind !== 'chat' ? 'not_live' : said.problem;
        const outletId = OutletId.parse(id);
        const isConnected = problem === null;
        return { target: kind, outletId, name, isConnected, text: said.text, problem };
      });
  }

  put(outletId: number | null, name: string, config: OutletConfig): Result<{ outletId: OutletId }> {
    const held = this.#row(outletId ?? 0);
    if (outletId !== null && held?.config.kind !== config.kind) {
      return fail('unknown_outlet', { outletId });
    }
    if (outletId === null && this.#rows.length >= OUTLETS_MAX) {
      return fail('too_many', { what: 'outlets', max: OUTLETS_MAX, given: this.#rows.length + 1 });
    }
    const fault = outletFault(config);
    if (fault !== null) {
      return fail('outlet_refused', { what: fault.what, given: fault.given });
    }
    const { db, roomId } = this.#room;
    if (outletId !== null) changeOutlet(db, outletId, name, config);
    const id = outletId ?? insertOutlet(db, roomId, name, config);
    this.reload();
    return ok({ outletId: OutletId.parse(id) });
  }

  /** What platforms that a product goes to say of it. */
  says(card: CardPreview): readonly PlatformCard[] {
    if (card.origin !== 'live' && card.origin !== 'rehearsal') return [];
    return this.#rows
      .filter((row) => this.#isOnFor(row, card.productId))
      .flatMap(({ id }) => this.driver(id)?.says(card) ?? []);
  }

  async setSecret(outletId: number, part: OutletSecretPart, secret: string | null): Promise<Done> {
    const row = this.#row(outletId);
    if (row === undefined) return fail('unknown_outlet', { outletId });
    const kept = await this.#keep(row, part, secret);
    if (!kept.ok) return kept;
    this.#running.get(outletId)?.driver.close();
    this.#running.delete(outletId);
    this.#sync();
    this.#room.changed('outlets');
    return ok({});
  }

  setOn(outletId: number, isOn: boolean): Done {
    return this.#change(outletId, () => switchOutlet(this.#room.db, outletId, isOn));
  }

  setOnFor(outletId: number, productId: number, isOn: boolean | null): Done {
    return this.#change(outletId, () => setOverride(this.#room.db, outletId, productId, isOn));
  }

  remove(outletId: number): Done {
    const nowTs = this.#room.ports.clock.wallNow();
    return this.#change(outletId, () => removeOutlet(this.#room.db, outletId, nowTs));
  }

  /** After the commit: nobody needs its secret any more. */
  async forget(outletId: number): Promise<void> {
    await this.#secrets.forget(outletId);
  }

  async list(outletId: number): Promise<Result<{ list: DriverList | null }>> {
    const driver = this.driver(outletId);
    if (this.#row(outletId) === undefined) return fail('unknown_outlet', { outletId });
    return ok({ list: driver === null ? null : await driver.list() });
  }

  confirm(pushId: number, outletId: number, isDone: boolean): Done {
    const manual = this.#running.get(outletId)?.manual ?? null;
    if (manual?.confirm(pushId, isDone) !== true) return fail('nothing_to_confirm', { outletId });
    return ok({});
  }

  #keep({ id, config }: OutletRow, part: OutletSecretPart, secret: string | null): Promise<Done> {
    if (part === 'key' || config.kind !== 'shopee') {
      return this.#secrets.put(id, config, secret);
    }
    const tokens = typedToken(this.#secrets.readTokens(id, config), part, secret);
    return this.#secrets.putTokens(id, config, tokens);
  }

  #row(outletId: number): OutletRow | undefined {
    return this.#rows.find(({ id }) => id === outletId);
  }

  #isOnFor(row: OutletRow, productId: number): boolean {
    const own = this.#overrides.find(
      (each) => each.outletId === row.id && each.productId === productId,
    );
    return own?.isOn ?? row.isOn;
  }

  #change(outletId: number, work: () => void): Done {
    if (this.#row(outletId) === undefined) return fail('unknown_outlet', { outletId });
    work();
    this.reload();
    return ok({});
  }

  /** Drivers of exactly the outlets that may be used. */
  #sync(): void {
    const wanted = this.#rows.filter(
      ({ id, isOn }) => isOn || this.#overrides.some((each) => each.outletId === id && each.isOn),
    );
    for (const [id, { driver, made }] of this.#running) {
      const row = wanted.find((each) => each.id === id);
      if (row !== undefined && this.#made(row) === made) continue;
      driver.close();
      this.#running.delete(id);
    }
    for (const row of wanted) {
      if (!this.#running.has(row.id)) this.#running.set(row.id, this.#start(row));
    }
    this.#room.changed('outlets');
  }

  #made({ id, config }: OutletRow): string {
    return JSON.stringify([config, this.#secrets.read(id, config)]);
  }

  #start(row: OutletRow): Running {
    const { config, id } = row;
    const { ports, roomId } = this.#room;
    const secret = this.#secrets.read(id, config);
    const made = this.#made(row);
    switch (config.kind) {
      case 'chat':
        return { driver: createChatOutlet(config, this.#chat), manual: null, made };
      case 'manual': {
        const manual = createManualOutlet(config);
        return { driver: manual, manual, made };
      }
      case 'webhook':
        return { driver: createWebhookOutlet(config, secret, roomId, ports), manual: null, made };
      case 'shopee': {
        const linkOf = (productId: number) => productLink(this.#room.db, productId, 'shopee');
        const around = { secrets: this.#secrets, renewals: this.#renewals, ports, linkOf };
        return { driver: openShopee(id, config, around), manual: null, made };
      }
      case 'obs': {
        const changed = (): void => this.#room.changed('outlets');
        const link = openObsLink(config.address, secret, ports, changed);
        return { driver: createObsOutlet(config, link, ports.clock), manual: null, made };
      }
    }
  }

  #shown({ id, name, config, isOn }: OutletRow): Outlet {
    const driver = this.driver(id);
    return {
      id: OutletId.parse(id),
      name,
      config,
      isOn,
      hasSecret: this.#secrets.read(id, config) !== null,
      tokensKept: config.kind === 'shopee' ? tokensKept(this.#secrets.readTokens(id, config)) : [],
      can: driver?.can ?? CAN_NOTHING,
      link: driver?.link() ?? { state: 'idle', reason: null },
    };
  }
}
