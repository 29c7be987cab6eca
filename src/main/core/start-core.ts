import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { serveConnection } from './connection/serve-connection.ts';
import type { Connection, Identity } from './connection/connection.ts';
import { CoreStartError, type Core, type CoreConfig } from './core.ts';
import { openStore } from './database/open-store.ts';
import { ErasureService } from './erasure/erasures.service.ts';
import { canOf } from './feeds/registry.ts';
import { internet } from './images/image-network.ts';
import { InboundService } from './inbound/inbound.service.ts';
import { ImagesService } from './images/images.service.ts';
import { PeopleService } from './people/people.service.ts';
import type { Ports } from './ports.ts';
import { Committer } from './room/committer.ts';
import { newestTs } from './room/room.queries.ts';
import { Rooms } from './room/rooms.ts';
import { LOOK_EVERY_MS, PauseWatch } from './room/pause-watch.ts';
import { StartupDemo } from './room/startup-demo.ts';
import { ShowMerges } from './shows/merge/show-merges.ts';
import { ShowErasures } from './shows/show-erasures.ts';
import { engineOf, isDamage } from './store/engine.ts';
import { StoreKeeper } from './store/store-keeper.ts';
import { localAddresses } from './screens/local-addresses.ts';
import { SearchService } from './search/search.service.ts';
import { pendingReplacement } from './store/replacement.ts';
import { TransferService } from './transfer/transfers.service.ts';
import { createScreens, type Screens } from './screens/screens.ts';
import { SettingsService } from './settings/settings.service.ts';
import { noteStep } from './start-timeline.ts';
import { machineTimeZone } from './system-ports.ts';

/** Starts everything behind the screens, in order. Throws CoreStartError with a code to be said. */
export async function startCore(config: CoreConfig, ports: Ports): Promise<Core> {
  const opened = openStore(config, ports);
  if (!opened.ok) throw new CoreStartError(opened.error);
  const store = opened.value;
  noteStep('core: store opened');
  // Only now is this folder ours to write in.
  await ports.secrets.open();
  const committer = new Committer(store.db, ports);
  const search = new SearchService({
    store: store.db,
    dataFolder: config.dataFolder,
    engine: engineOf(config.sqliteBinding),
    ports,
  });
  // The rooms show how far it is, it tells the rooms whom to forget: each is called only later.
  const erasures: ErasureService = new ErasureService({
    db: store.db,
    ports,
    dataFolder: config.dataFolder,
    engine: engineOf(config.sqliteBinding),
    sqliteBinding: config.sqliteBinding,
    storeWorker: config.storeWorker,
    alone: (work) => committer.holdDuring(() => keeper.alone(work)),
    forgetPeople: () => rooms.forgetPeople(),
    erased: (person) => {
      rooms.erased(person);
      rooms.changed('people');
    },
    forgetWords: () => search.forgetWords(),
    changed: () => rooms.changed('data'),
  });
  const showErasures = new ShowErasures({
    db: store.db,
    ports,
    commit: (work) => committer.runOrNull(work),
    forgetPeople: () => rooms.forgetPeople(),
    forgetWords: () => search.forgetWords(),
  });
  const showMerges = new ShowMerges({
    db: store.db,
    ports,
    dataFolder: config.dataFolder,
    sqliteBinding: config.sqliteBinding,
    storeWorker: config.storeWorker,
    alone: (work) => committer.holdDuring(() => keeper.alone(work)),
    forgetPeople: () => rooms.forgetPeople(),
    forgetWords: () => search.forgetWords(),
  });
  const people = new PeopleService({
    db: store.db,
    clock: ports.clock,
    canOf,
    expired: () => rooms.changed('people'),
  });
  const { dataFolder } = config;
  const images = new ImagesService({ db: store.db, ports, dataFolder, network: internet });
  let foundNewestTs: number | null = null;
  const coreRun = Buffer.from(ports.randomness.bytes(8)).toString('hex');
  const settings = new SettingsService(config.dataFolder, ports, () => {
    rooms.changed('settings');
    rooms.changed('overlay');
  });
  // The page server asks for rooms, the rooms ask who is connected: each is called only later.
  const rooms: Rooms = new Rooms({
    db: store.db,
    ports,
    committer,
    dataFolder: config.dataFolder,
    storeKeeping: () => keeper.keeping(),
    host: () => ({
      kind: config.hostKind,
      version: config.version,
      wallTs: ports.clock.wallNow(),
      storeNewestTs: foundNewestTs,
      coreRun,
    }),
    settings: () => settings.slice(),
    screens: {
      slice: (roomId) => screens.slice(roomId),
      connectedCount: (roomId, role) => screens.connectedCount(roomId, role),
    },
    inbound: (roomId) => inbound.slice(roomId, screens.urls()),
    data: () => dataSlice(),
    people: (roomId) => people.slice(roomId),
  });
  const inbound: InboundService = new InboundService({ db: store.db, ports, committer, rooms });
  const demo = new StartupDemo(rooms);
  const keeper: StoreKeeper = new StoreKeeper({ store, config, ports, rooms });
  const transfers: TransferService = new TransferService({
    dataFolder: config.dataFolder,
    storePath: store.path,
    version: config.version,
    engine: engineOf(config.sqliteBinding),
    ports,
    isErasing: () => erasures.isAtWork(),
    liveTitle: () => rooms.liveShowOnAir()?.title ?? null,
    replaceBy: (storePath) => keeper.replaceBy(storePath),
    changed: () => rooms.changed('data'),
  });
  const screens: Screens = createScreens({
    db: store.db,
    ports,
    config,
    deskRoomId: () => rooms.deskRoomId(),
    addresses: localAddresses,
    inbound,
    serve,
  });

  function serve(connection: Connection, identity: Identity): void {
    serveConnection(
      {
        rooms,
        screens,
        inbound,
        settings,
        keeper,
        erasures,
        showErasures,
        showMerges,
        transfers,
        search,
        people,
        images,
        committer,
        logger: ports.logger,
        deskCame: (language) => demo.deskCame(settings.spoken(language)),
      },
      connection,
      identity,
    );
  }

  function dataSlice(): RoomSlices['data'] {
    const recent = erasures.slice();
    const lastErasedTs = recent[0]?.requestedTs ?? null;
    return {
      erasures: [...recent],
      lastErasedTs,
      transfer: transfers.current(),
      offered: transfers.offered(),
    };
  }

  const pauses = new PauseWatch(ports.clock);
  function look(): void {
    const pause = pauses.look();
    if (pause === null) return;
    ports.logger.log('warn', 'core_paused', { ...pause });
    rooms.afterPause(pause);
  }
  const stopLooking = ports.clock.every(LOOK_EVERY_MS, look);

  let closing: Promise<void> | null = null;
  async function closeInOrder(): Promise<void> {
    stopLooking();
    await ports.printer.close();
    inbound.close();
    await screens.close();
    await transfers.close();
    await erasures.close();
    await showErasures.close();
    await showMerges.close();
    search.close();
    people.close();
    images.close();
    await rooms.close();
    committer.close();
    await keeper.close();
    store.close();
    ports.logger.log('info', 'core_closed', {});
  }

  try {
    foundNewestTs = newestTs(store.db);
    search.start();
    erasures.start();
    rooms.start({ timeZone: machineTimeZone });
    inbound.start();
    showErasures.start();
    noteStep('core: rooms restored');
  } catch (error) {
    // The keeper has asked for a recovery, which the next opening carries out.
    if (!isDamage(error) || pendingReplacement(config.dataFolder) === null) throw error;
    await closeInOrder().catch((reason: unknown) => {
      ports.logger.log('warn', 'damaged_store_closed', { reason: String(reason) });
      store.close();
    });
    return startCore(config, ports);
  }
  committer.whenFull(() => keeper.makeRoom());
  keeper.start();
  images.start();
  screens.onChange(() => {
    rooms.changed('screens');
    rooms.changed('inbound');
  });
  const listening = await screens.start();
  if (!listening.ok) {
    await closeInOrder();
    throw new CoreStartError(listening.error);
  }
  ports.logger.log('info', 'core_started', { host: config.hostKind, version: config.version });

  return {
    connect: serve,
    pages: () => screens.pages(),
    deskUrl: () => screens.deskUrl(),
    cliToken: () => screens.cliToken(),
    askForDemo: (isFirstOnly) => demo.ask(isFirstOnly),
    offerImport: (path) => transfers.offer(path),
    power(state) {
      if (state === 'suspend') pauses.announceSleep();
      else look();
    },
    onRestartWanted: (listener) => keeper.onRestartWanted(listener),
    close: () => (closing ??= closeInOrder()),
  };
}
