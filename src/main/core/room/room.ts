import type { AppError } from '#shared/contract/app-error.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { RoomSnapshot, SliceName } from '#shared/contract/room-snapshot.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import type { Mark } from '#shared/model/metrics.ts';
import type { ScreenRole } from '#shared/model/screen.ts';
import type { AlertsService } from '../alerts/alerts.service.ts';
import { ChatActsService } from '../chat/chat-acts.service.ts';
import { QuestionsService } from '../chat/questions.service.ts';
import { ComplianceService } from '../compliance/compliance.service.ts';
import { RoomBroadcast } from '../connection/room-broadcast.ts';
import type { Database } from '../database/database.ts';
import type { SourcesService } from '../feeds/sources.service.ts';
import { BlocksService } from '../planning/blocks.service.ts';
import { TargetsService } from '../planning/targets.service.ts';
import type { Ports } from '../ports.ts';
import type { ProposalsService } from '../proposals/proposals.service.ts';
import { CatalogueService } from '../shelf/catalogue.service.ts';
import { PasteService } from '../shelf/paste.service.ts';
import { PushService } from '../shelf/push.service.ts';
import { roomStage } from '../stage/room-stage.ts';
import type { StageService } from '../stage/stage.service.ts';
import { roomTeam } from '../team/room-team.ts';
import type { TeamService } from '../team/team.service.ts';
import { CommitFailed } from './committer.ts';
import { Ingest, type CommittedEvent } from './ingest.ts';
import { markOf } from './marks.ts';
import { MetricsService } from './metrics.service.ts';
import { PlaybackService } from './playback.service.ts';
import { GapLog, type Gap } from './gap-log.ts';
import { RawLog } from './raw-log.ts';
import type { RoomDeps } from './room-deps.ts';
import { deskEnvelope, type FactBody, type RoomContext } from './room-context.ts';
import { roomAlerts } from './room-alerts.ts';
import { pushSurroundings } from './room-chat-line.ts';
import { RoomFigures } from './room-figures.ts';
import { roomCues } from './room-cues.ts';
import { roomProposals } from './room-proposals.ts';
import { roomSlices } from './room-slices.ts';
import { roomSnapshot } from './room-snapshot.ts';
import { roomSources } from './room-sources.ts';
import { chatPage, lastSeq } from './room.queries.ts';
import { insertGap } from './show.queries.ts';
import { ShowService } from './show.service.ts';
import { noteClockSet } from './note-clock-set.ts';
import { noteStock } from './note-stock.ts';
import { StoreHealth } from './store-health.ts';

const TICK_MS = 500;
const SHELF_EVERY_TICKS = 4;

/** One live room: its services, its way into the log, and the screens that watch it. */
export class Room implements RoomContext {
  readonly roomId: RoomId;
  readonly db: Database;
  readonly ports: Ports;
  readonly shows: ShowService;
  readonly playback: PlaybackService;
  readonly sources: SourcesService;
  readonly catalogue: CatalogueService;
  readonly pastes: PasteService;
  readonly pushes: PushService;
  readonly cues: ReturnType<typeof roomCues>;
  readonly blocks: BlocksService;
  readonly targets: TargetsService;
  readonly compliance: ComplianceService;
  readonly questions: QuestionsService;
  readonly acts: ChatActsService;
  readonly metrics: MetricsService;
  readonly figures: RoomFigures;
  readonly alerts: AlertsService;
  readonly proposals: ProposalsService;
  readonly team: TeamService;
  readonly stage: StageService;
  readonly ingest: Ingest;
  readonly gaps: GapLog;
  readonly broadcast: RoomBroadcast;
  readonly #deps: RoomDeps;
  readonly #stops: (() => void)[];
  readonly #health: StoreHealth;
  readonly #rawLog: RawLog;
  #factSerial = 0;
  #ticks = 0;

  constructor(deps: RoomDeps) {
    this.#deps = deps;
    this.roomId = deps.roomId;
    this.db = deps.db;
    this.ports = deps.ports;
    this.#health = new StoreHealth(deps.dataFolder);
    this.#rawLog = new RawLog(deps.db, deps.committer, deps.ports);
    this.broadcast = new RoomBroadcast(
      roomSlices(this, deps, {
        store: () => {
          const rawDropped = this.#rawLog.dropped();
          return this.#health.slice(this.ingest.counts().dropped, rawDropped, deps.storeKeeping());
        },
        metrics: () => this.metrics.slice(),
      }),
      lastSeq(deps.db),
      (run) => void deps.ports.clock.after(TICK_MS / 2, run),
    );
    this.ingest = new Ingest(deps.db, deps.roomId, {
      onCommitted: (events, oldest) => this.#onCommitted(events, oldest),
      onRolledBack: (error) => this.#onRolledBack(error),
    });
    this.gaps = new GapLog((gap) => this.#writeGap(gap));
    this.shows = new ShowService(this);
    this.targets = new TargetsService(this);
    this.playback = new PlaybackService(this, this.shows, this.targets);
    this.cues = roomCues(this);
    this.catalogue = new CatalogueService(this, (code) => this.pushes.unitsPaid(code));
    this.pastes = new PasteService(this, this.catalogue, (code) => this.pushes.unitsPaid(code));
    this.pushes = new PushService(this, this.catalogue, this.cues, pushSurroundings(this, deps));
    this.blocks = new BlocksService(this);
    this.compliance = new ComplianceService(this, this.cues);
    this.metrics = new MetricsService(this, () => ({
      seq: this.broadcast.seq(),
      sources: this.sources.statuses(),
      onAirMs: this.shows.onAirMs(),
      ...this.pushes.figures(),
    }));
    this.figures = new RoomFigures(this, (count) => this.#health.restart(count));
    this.questions = new QuestionsService(this, this.cues, this.metrics, (line) =>
      this.alerts.shelfTalk.asked(line),
    );
    this.acts = new ChatActsService({
      room: this,
      door: (sourceId, act) => this.sources.chatDoor(sourceId, act),
      replied: (lineSeq) => this.questions.replied(lineSeq),
    });
    this.team = roomTeam(this, deps);
    this.stage = roomStage(this, deps);
    this.alerts = roomAlerts(this, deps, () => this.#health.isFailing());
    this.proposals = roomProposals(this, deps);
    this.sources = roomSources(this, {
      scheduleCommit: () => deps.committer.schedule(this.ingest.waiting()),
      keepRaw: (sourceId, frame, reason) => this.#rawLog.keep(sourceId, frame, reason),
    });
    this.#stops = [
      deps.committer.join(this.ingest),
      deps.committer.join(this.#rawLog),
      deps.committer.join(this.gaps),
      deps.ports.clock.every(TICK_MS, () => this.#tick()),
    ];
  }

  /** Takes up what the store holds: a show that was running goes on with a marked gap. */
  start(): void {
    const resumed = this.shows.resumption();
    this.#reloadServices();
    this.questions.reload();
    this.figures.reloadLater();
    this.sources.startAll(resumed);
    for (const service of [this.acts, this.pushes]) service.settleLost();
  }

  /** Everything of the current show anew from the store. */
  reload(): void {
    this.#reloadServices();
    this.questions.reload();
    this.figures.reload();
  }

  async close(): Promise<void> {
    this.figures.close();
    this.sources.stopAll();
    await this.sources.settled();
    this.pushes.outlets.outputs.keep();
    this.commit(() => this.shows.markCleanStop());
    for (const stop of this.#stops) stop();
    const { questions, acts, pushes, alerts, proposals, cues } = this;
    for (const service of [questions, acts, pushes, alerts, proposals, cues.thanks])
      service.close();
    this.broadcast.closeAll();
  }

  show() {
    return this.shows.current();
  }

  showNow(): number {
    return this.shows.now();
  }

  commit<T>(work: () => T): T | null {
    try {
      return this.#deps.committer.runNow(work);
    } catch (error) {
      // The store's trouble is on the desk already; the effect is given up, the room goes on.
      if (error instanceof CommitFailed) return null;
      throw error;
    }
  }

  changed(slice: SliceName): void {
    this.broadcast.changed(slice);
    if (slice === 'show') this.#deps.showChanged();
  }

  connectedCount(role: ScreenRole): number {
    return this.#deps.screens.connectedCount(this.roomId, role);
  }

  writeFact(body: FactBody): number {
    const show = this.shows.current();
    if (show === null) throw new Error(`fact ${body.kind} without a show`);
    return this.writeFactOf(show.id, body, this.showNow());
  }

  writeFactOf(showId: ShowId, body: FactBody, eventTs: number): number {
    const wallTs = this.ports.clock.wallNow();
    this.#factSerial += 1;
    const key = `${body.kind}:${wallTs}:${this.#factSerial}`;
    return this.ingest.writeFact({ ...deskEnvelope(key, wallTs), ...body }, showId, eventTs);
  }

  /** Inside a commit. */
  #writeGap({ sourceId, showId, ...fact }: Gap): void {
    const seq = this.writeFactOf(showId, { kind: 'gap', ...fact }, this.showNow());
    insertGap(this.db, { showId, sourceId, ...fact, seq });
  }

  snapshot(role: ScreenRole): RoomSnapshot {
    return roomSnapshot(this, role, this.#deps.host());
  }

  chatBefore(beforeSeq: number | null, limit: number): readonly RoomEvent[] {
    const show = this.shows.current();
    if (show === null) return [];
    return chatPage(this.db, this.roomId, show.id, beforeSeq ?? Number.MAX_SAFE_INTEGER, limit);
  }

  #onCommitted(all: readonly CommittedEvent[], oldestReceivedTs: number | null): void {
    // What waited for the store since another show is in that show's figures alone.
    const showId = this.shows.current()?.id;
    const committed = all.filter(({ event }) => event.showId === showId);
    const delayMs =
      oldestReceivedTs === null ? null : this.ports.clock.wallNow() - oldestReceivedTs;
    this.#health.committed(committed.length, delayMs);
    this.metrics.apply(committed);
    const marks: Mark[] = [];
    for (const { event, sourceId, gift } of committed) {
      this.figures.committed({ event, sourceId, gift });
      this.pushes.count(event);
      this.compliance.committed(event);
      this.team.committed(event);
      this.questions.committed(event, sourceId);
      this.cues.thanks.committed(event);
      this.acts.committed(event, sourceId);
      if (event.kind === 'product') noteStock(this, event);
      const mark = markOf(event);
      if (mark !== null) marks.push(mark);
    }
    this.broadcast.committed(
      committed.map(({ event }) => event),
      marks,
    );
  }

  #onRolledBack(error: AppError): void {
    // A mistake of ours undid its own transaction; the store itself is well.
    if (error.code !== 'internal') this.#health.failed(error);
    this.changed('store');
    // What services hold may never have happened.
    this.#reloadServices();
    this.proposals.rolledBack();
    this.sources.afterRollback();
  }

  #reloadServices(): void {
    const { shows, cues, pushes, blocks, targets, compliance, acts, team, stage } = this;
    const held = [shows, cues, pushes, blocks, targets, compliance, acts, team, stage];
    for (const service of held) service.reload();
  }

  #tick(): void {
    noteClockSet(this);
    const show = this.shows.current();
    if (show === null || show.state === 'ended') return;
    this.figures.settle();
    this.commit(() => this.shows.keepAlive());
    this.broadcast.series(this.metrics.tick(this.sources.receiving()));
    this.changed('metrics');
    this.changed('store');
    this.questions.tick();
    this.cues.thanks.tick();
    this.stage.tick();
    this.alerts.tick();
    this.proposals.tick();
    // The seconds on the shelf go on without any event.
    this.pushes.tick();
    this.#ticks += 1;
    if (this.#ticks % SHELF_EVERY_TICKS === 0 && this.pushes.codeOnShelf() !== null) {
      this.changed('shelf');
    }
    // A desk that is not told when data last came takes a talking source for a silent one.
    if (this.sources.takeHasNewData()) this.changed('sources');
  }
}
