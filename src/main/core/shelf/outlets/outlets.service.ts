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
import { OutputsService } from '../../outputs/outputs.service.ts';
import type { RoomContext } from '../../room/room-context.ts';
import { hasAction, outletFault } from './outlet-config.rules.ts';
import type { CardPreview, DriverList, PushDriver } from './outlet-driver.ts';
import { OutletSecrets } from './outlet-secrets.ts';
import {
  changeOutlet,
  insertOutlet,
  leftOutOf,
  outletsOf,
  overridesOf,
  removeOutlet,
  setInShow,
  setOverride,
  switchOutlet,
  type OutletRow,
  type OverrideRow,
} from './outlets.queries.ts';
import { tokensKept, typedToken } from './shopee/open-shopee.ts';
import { startOutlet, type OutletSurroundings, type StartedOutlet } from './start-outlet.ts';

/** The problem of one that the current show leaves out. */
export const LEFT_OUT = 'left_out';
/** Of one that is switched off. */
const CAN_NOTHING: OutletCan = {
  list: false,
  unpush: 'never',
  update: false,
  watch: false,
  confirmedBy: 'answer',
};

type Done = Result<Record<string, never>>;
type Running = StartedOutlet & {
  /** What it was made of: another configuration or secret makes another driver. */
  readonly made: string;
};

/** Which outlets a room has, what each can do and whether it is reached. */
export class OutletsService {
  readonly #room: RoomContext;
  readonly #around: OutletSurroundings;
  readonly #secrets: OutletSecrets;
  /** How the streams of its OBS go out. */
  readonly outputs: OutputsService;
  readonly #running = new Map<number, Running>();
  #rows: readonly OutletRow[] = [];
  #overrides: readonly OverrideRow[] = [];
  /** Of the current show. */
  #leftOut: readonly number[] = [];
  #links = '[]';
  #stopSync = (): void => undefined;

  constructor(room: RoomContext, { chat, heard }: Pick<OutletSurroundings, 'chat' | 'heard'>) {
    this.#room = room;
    this.#secrets = new OutletSecrets(room.ports.secrets);
    this.outputs = new OutputsService(room, (id) => this.#row(id)?.name ?? '');
    const { outputs } = this;
    this.#around = { room, chat, secrets: this.#secrets, renewals: new Map(), heard, outputs };
  }

  reload(): void {
    const { db, roomId } = this.#room;
    this.#rows = outletsOf(db, roomId);
    this.#overrides = overridesOf(db, roomId);
    const show = this.#room.show();
    this.#leftOut = show === null ? [] : leftOutOf(db, show.id);
    // Connections are opened for what is on disk, not for what a transaction may still lose.
    this.#stopSync();
    this.#stopSync = this.#room.ports.clock.after(0, () => this.#sync());
    this.#room.changed('outlets');
  }

  close(): void {
    this.#stopSync();
    this.outputs.close();
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
    this.outputs.tick();
    const links = JSON.stringify([...this.#running.values()].map(({ driver }) => driver.link()));
    if (links === this.#links) return;
    this.#links = links;
    this.#room.changed('outlets');
  }

  driver(outletId: number): PushDriver | null {
    return this.#running.get(outletId)?.driver ?? null;
  }

  /** What each outlet that is on for a product will get; one that the show leaves out says so. */
  preview(card: CardPreview): Armed['preview'] {
    const isLive = card.origin === 'live' || card.origin === 'rehearsal';
    return this.#rows
      .filter((row) => this.#isOnFor(row, card.productId))
      .map(({ id, name, config: { kind } }) => {
        const driver = this.driver(id);
        const said = driver?.preview(card) ?? { text: '', problem: 'not_connected' };
        // A demo or a replay speaks in its own chat, and to nobody outside.
        const own = !isLive && kind !== 'chat' ? 'not_live' : said.problem;
        const problem = this.#leftOut.includes(id) ? LEFT_OUT : own;
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
      .filter((row) => this.#isOnFor(row, card.productId) && !this.#leftOut.includes(row.id))
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

  /** For the current show alone; whatever it shows stays until the next push. */
  setInShow(outletId: number, isIn: boolean): Done {
    const show = this.#room.show();
    if (show === null || show.state === 'ended') return fail('show_not_running', {});
    return this.#change(outletId, () => setInShow(this.#room.db, outletId, show.id, isIn));
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
    if (row.config.kind === 'obs' && !hasAction(row.config)) return false;
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
    return { ...startOutlet(row, this.#around), made: this.#made(row) };
  }

  #shown({ id, name, config, isOn }: OutletRow): Outlet {
    const driver = this.driver(id);
    return {
      id: OutletId.parse(id),
      name,
      config,
      isOn,
      isInShow: !this.#leftOut.includes(id),
      hasSecret: this.#secrets.read(id, config) !== null,
      tokensKept: config.kind === 'shopee' ? tokensKept(this.#secrets.readTokens(id, config)) : [],
      can: driver?.can ?? CAN_NOTHING,
      link: driver?.link() ?? { state: 'idle', reason: null },
    };
  }
}
