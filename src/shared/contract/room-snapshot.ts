import { z } from 'zod';

import { ReviewNewsSlice } from '../model/review-news.ts';
import { BlockId, RoomId, Timestamp } from '../model/ids.ts';
import { CueCard, SentCue } from '../model/cue.ts';
import { AnswersSlice } from '../model/approved-answer.ts';
import { ThanksSlice } from '../model/thanks.ts';
import { LibrarySlice } from '../model/cue-library.ts';
import { ActsSlice } from '../model/chat-act.ts';
import { AlertsSlice } from '../model/alert.ts';
import { AssistSlice, TeamSlice } from '../model/assistant.ts';
import { LiveMetrics, Mark, SeriesPoint } from '../model/metrics.ts';
import { OutletsSlice } from '../model/outlet.ts';
import { OutputsSlice } from '../model/output-health.ts';
import { Armed, Push, ShelfItem } from '../model/product.ts';
import { InboundSlice } from '../model/inbound.ts';
import { Erasure, PersonToErase } from '../model/erasure.ts';
import { OverlayLook } from '../model/overlay-look.ts';
import { PeopleSlice } from '../model/person.ts';
import { Block, LoopedGroup, NO_TERMS, PlanTerms } from '../model/run-of-show.ts';
import { QuestionsSlice } from '../model/question.ts';
import { ScreensSlice } from '../model/screen.ts';
import { ProposalsSlice } from '../model/proposal.ts';
import { PromisesSlice } from '../model/promise.ts';
import { RoomsSlice } from '../model/room.ts';
import { Rotation } from '../model/rotation.ts';
import { GroupChange, ShelfGroup } from '../model/shelf-group.ts';
import { Show, ShowClock } from '../model/show.ts';
import { DamagedSettings, Settings } from '../model/settings.ts';
import { StageSlice } from '../model/stage.ts';
import { TargetsSlice } from '../model/show-target.ts';
import { SlipsSlice } from '../model/slip.ts';
import { PlatformWarning, SecretProtection, Source } from '../model/source.ts';
import { StoreKeeping } from '../model/store.ts';
import { Transfer } from '../model/transfer.ts';
import { AppError } from './app-error.ts';
import { RoomEvent } from './room-event.ts';

export const ShowSlice = z.strictObject({
  /** Null when no show is chosen: the desk offers to start one. */
  show: Show.nullable(),
  clock: ShowClock.nullable(),
  /** What the demo or replay is doing; null for live shows. */
  playback: z
    .strictObject({ speed: z.number(), isFinished: z.boolean(), progress: z.number().nullable() })
    .nullable(),
});

export const ShelfSlice = z.strictObject({
  /** In order of link number. */
  items: z.array(ShelfItem),
  armed: Armed.nullable(),
  /** The push that is on the shelf now. */
  current: Push.nullable(),
  /** The last push, with its targets' answers, while it can be undone or is still being answered. */
  lastPush: Push.nullable(),
  /** What is pushed by itself, and what is next; null while nothing rotates. */
  rotation: Rotation.nullable().default(null),
  /** In the order in which they were made; one without products is among them. */
  groups: z.array(ShelfGroup).default([]),
  /** The last change of the groups, as long as that can be undone. */
  lastGroupChange: GroupChange.nullable().default(null),
  /** The products that were pasted last, as long as that can be undone. */
  lastPaste: z.strictObject({ pasteId: z.int(), added: z.int(), changed: z.int() }).nullable(),
});

export const CuesSlice = z.strictObject({
  deck: z.array(CueCard),
  /** Newest last; the last 50. */
  sent: z.array(SentCue),
  /** What the anchor should have before them now; null when nothing waits. */
  current: SentCue.nullable(),
});

export const BlocksSlice = z.strictObject({
  /** In their order; scripts of the current and the next one alone. */
  blocks: z.array(Block),
  currentId: BlockId.nullable(),
  /** `untilTs`: its time of day as a time of this show; null where it is so many times. */
  loops: z.array(LoopedGroup.extend({ untilTs: Timestamp.nullable() })).default([]),
  terms: PlanTerms.default(NO_TERMS),
  /** When the show is to end, show time; null where nobody said. */
  endTs: Timestamp.nullable().default(null),
  /** Another one with every change of the plan: what was read of it before is out of date. */
  revision: z.int().min(0).default(0),
});

export const StoreSlice = z.strictObject({
  state: z.enum(['ok', 'slow', 'failing']),
  error: AppError.nullable(),
  /** Events of this show on disk. */
  eventsStored: z.int().min(0),
  /** Milliseconds from receipt to disk of the last batch's oldest event. */
  commitDelayMs: z.int().min(0).nullable(),
  /** Events dropped by full queues since start. */
  dropped: z.int().min(0),
  /** Raw frames that came too fast to be kept for looking at later, since start; no event is lost by it. */
  rawFramesDropped: z.int().min(0),
  dataFolder: z.string(),
  keeping: StoreKeeping,
});

export const SettingsSlice = Settings.extend({ damaged: DamagedSettings.nullable() });

/** What is being done with the data of the whole store. */
export const DataSlice = z.strictObject({
  /** Newest first, the last few. */
  erasures: z.array(Erasure),
  /** When a person was last asked to be erased: a screen that does not know it starts its chat anew. */
  lastErasedTs: Timestamp.nullable(),
  /** The export or import that runs or was last; null when there was none since start. */
  transfer: Transfer.nullable(),
  /** Path of an export file that was opened with Cuedesk and waits for a yes; null when none does. */
  offered: z.string().nullable(),
});

/** How the overlays of every room are drawn: all they are told of the settings. */
export const OverlaySlice = z.strictObject({ look: OverlayLook });

/** The parts of a room's state; each is replaced whole when it changes. */
export const sliceSchemas = {
  show: ShowSlice,
  sources: z.strictObject({
    sources: z.array(Source),
    /** What guards a token that is entered here. */
    secretProtection: SecretProtection,
    /** Warnings of platforms in this show that nobody has seen yet, oldest first. */
    warnings: z.array(PlatformWarning),
  }),
  shelf: ShelfSlice,
  cues: CuesSlice,
  library: LibrarySlice,
  thanks: ThanksSlice,
  answers: AnswersSlice,
  blocks: BlocksSlice,
  stage: StageSlice,
  questions: QuestionsSlice,
  alerts: AlertsSlice,
  targets: TargetsSlice,
  promises: PromisesSlice,
  reviewed: ReviewNewsSlice,
  proposals: ProposalsSlice,
  slips: SlipsSlice,
  acts: ActsSlice,
  outlets: OutletsSlice,
  outputs: OutputsSlice,
  team: TeamSlice,
  assist: AssistSlice,
  screens: ScreensSlice,
  inbound: InboundSlice,
  rooms: RoomsSlice,
  overlay: OverlaySlice,
  store: StoreSlice,
  settings: SettingsSlice,
  data: DataSlice,
  people: PeopleSlice,
  metrics: LiveMetrics.nullable(),
} as const;
export type SliceName = keyof typeof sliceSchemas;
export type RoomSlices = { [K in SliceName]: z.infer<(typeof sliceSchemas)[K]> };

/** Slices each role is sent; nothing else leaves the core towards it. */
export const SLICES_OF_ROLE = {
  desk: [
    'show',
    'sources',
    'shelf',
    'cues',
    'library',
    'thanks',
    'answers',
    'blocks',
    'stage',
    'questions',
    'alerts',
    'targets',
    'promises',
    'reviewed',
    'proposals',
    'slips',
    'acts',
    'outlets',
    'outputs',
    'team',
    'screens',
    'inbound',
    'rooms',
    'store',
    'data',
    'people',
    'settings',
    'metrics',
  ],
  anchor: ['show', 'shelf', 'promises', 'cues', 'blocks', 'stage'],
  overlay: ['show', 'shelf', 'promises', 'overlay'],
  team: [
    'show',
    'sources',
    'shelf',
    'promises',
    'cues',
    'blocks',
    'questions',
    'alerts',
    'targets',
    'metrics',
  ],
  // Made for it: the shelf's own slice says what was sold.
  assistant: ['assist'],
  cli: ['show', 'sources', 'store'],
} as const satisfies Record<string, readonly SliceName[]>;

export const HostInfo = z.strictObject({
  kind: z.enum(['app', 'browser', 'test']),
  version: z.string(),
  /** Milliseconds of the core's clock when this was made, so that a screen can correct its own. */
  wallTs: Timestamp,
  /** When the newest event or show of the store was made, as the core found it at its start; null: none. */
  storeNewestTs: Timestamp.nullable(),
  /** Changes with every start of the core: a new value after a reconnect means it was restarted. */
  coreRun: z.string(),
});

/** What a screen gets first. Slices a role may not see are absent. */
export const RoomSnapshot = z.strictObject({
  protocol: z.int(),
  roomId: RoomId,
  /** Last committed event this includes. */
  seq: z.int().min(0),
  host: HostInfo,
  slices: z.strictObject({
    show: sliceSchemas.show.optional(),
    sources: sliceSchemas.sources.optional(),
    shelf: sliceSchemas.shelf.optional(),
    cues: sliceSchemas.cues.optional(),
    library: sliceSchemas.library.optional(),
    thanks: sliceSchemas.thanks.optional(),
    answers: sliceSchemas.answers.optional(),
    blocks: sliceSchemas.blocks.optional(),
    stage: sliceSchemas.stage.optional(),
    questions: sliceSchemas.questions.optional(),
    alerts: sliceSchemas.alerts.optional(),
    targets: sliceSchemas.targets.optional(),
    promises: sliceSchemas.promises.optional(),
    reviewed: sliceSchemas.reviewed.optional(),
    proposals: sliceSchemas.proposals.optional(),
    slips: sliceSchemas.slips.optional(),
    acts: sliceSchemas.acts.optional(),
    outlets: sliceSchemas.outlets.optional(),
    outputs: sliceSchemas.outputs.optional(),
    team: sliceSchemas.team.optional(),
    assist: sliceSchemas.assist.optional(),
    screens: sliceSchemas.screens.optional(),
    inbound: sliceSchemas.inbound.optional(),
    rooms: sliceSchemas.rooms.optional(),
    overlay: sliceSchemas.overlay.optional(),
    store: sliceSchemas.store.optional(),
    settings: sliceSchemas.settings.optional(),
    data: sliceSchemas.data.optional(),
    people: sliceSchemas.people.optional(),
    metrics: sliceSchemas.metrics.optional(),
  }),
  /** The last chat-like events (desk and team only), oldest first. */
  recent: z.array(RoomEvent),
  /**
   * Null, as marks: the core has just started and reads them now; they come as a batch. Slices of
   * figures are absent until then. What is held of the same show stays.
   */
  series: z.array(SeriesPoint).nullable(),
  marks: z.array(Mark).nullable(),
});
export type RoomSnapshot = z.infer<typeof RoomSnapshot>;

/** What follows: everything committed since `afterSeq`, with the slices it changed. */
export const RoomBatch = z.strictObject({
  /** The `seq` of the frame before; a screen that has another one asks for a new snapshot. */
  afterSeq: z.int().min(0),
  seq: z.int().min(0),
  events: z.array(RoomEvent),
  slices: RoomSnapshot.shape.slices,
  /** Points to add or, where the `ts` exists, to replace. */
  series: z.array(SeriesPoint),
  marks: z.array(Mark),
  /** People who were erased just now: a screen drops everything it shows of them. */
  erased: z.array(PersonToErase),
});
export type RoomBatch = z.infer<typeof RoomBatch>;
