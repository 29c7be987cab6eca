import { RoomBatch, RoomSnapshot } from '#shared/contract/room-snapshot.ts';
import { NO_PEOPLE } from '#shared/model/person.ts';
import { NO_CHAT_ACTIONS, noActs } from '#shared/model/chat-act.ts';
import { NO_ASSIST, NO_TEAM } from '#shared/model/assistant.ts';
import { INBOUND_OFF } from '#shared/model/inbound.ts';
import { NO_OUTLETS } from '#shared/model/outlet.ts';
import { NO_OUTPUTS } from '#shared/model/output-health.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { NO_STAGE } from '#shared/model/stage.ts';
import { PROTOCOL_VERSION } from '#shared/contract/frames.ts';
import { NO_PROPOSALS } from '#shared/model/proposal.ts';

import {
  SAMPLE_NOW,
  SAMPLE_START,
  sampleBlocks,
  sampleCues,
  sampleShelf,
  type SampleLanguage,
  type SliceInputs,
} from './sample-room.ts';
import { sampleAlerts } from './sample-alerts.ts';
import { sampleQuestions } from './sample-questions.ts';
import { sampleRecent } from './sample-events.ts';

export { SAMPLE_NOW, SAMPLE_START };

/** A figure that is known and exact. */
export function known(value: number): { known: true; value: number; isApprox: false; without: [] } {
  return { known: true, value, isApprox: false, without: [] };
}

type SourceInput = SliceInputs['sources']['sources'][number];

export function sampleSource(patch: Partial<SourceInput>): SourceInput {
  return {
    id: 1,
    connector: 'twitch-irc',
    platform: 'twitch',
    channel: 'linenroom',
    address: null,
    isEnabled: true,
    link: 'ready',
    linkSinceTs: SAMPLE_START,
    lastDataTs: SAMPLE_NOW - 400,
    stream: 'online',
    streamSinceTs: SAMPLE_NOW - 600_000,
    reason: null,
    nextAttemptTs: null,
    badCount: 0,
    clockAheadMs: null,
    login: { state: 'anonymous', name: null },
    acts: noActs('no_login'),
    can: { viewers: false, joins: false, follows: false, orders: false, gifts: true, chat: true },
    ...patch,
  };
}

const everything = {
  viewers: true,
  joins: true,
  follows: true,
  orders: true,
  gifts: true,
  chat: true,
};

export function sampleMetrics(): NonNullable<SliceInputs['metrics']> {
  return {
    asOfTs: SAMPLE_NOW,
    asOfSeq: 38_412,
    viewers: known(1_284),
    viewersPeak: known(1_652),
    viewersMean: known(1_106),
    likesPerMinute: known(1_930),
    entries5Min: { known: true, value: 2_312, isApprox: false, without: ['kuaishou'] },
    chatPerMinute: known(96),
    activeChatters: known(214),
    follows: known(318),
    gifts: known(1_046),
    giftValues: [{ unit: 'diamond', quantity: 20_460 }],
    ordersPaid: known(1_398),
    ordersPlaced: known(1_455),
    paid: [{ currency: 'CNY', exponent: 2, amountMinor: 6_505_600 }],
    tips: [],
    views: { known: true, value: 46_900, isApprox: true, without: [] },
    onAirMs: SAMPLE_NOW - SAMPLE_START,
    totalChats: 9_811,
    totalEvents: 38_412,
    bySource: sampleSourceFigures(),
    entered: [],
    pushDelay: { lastMs: 640, p95Ms: 1_480, pushes: 14 },
    onShelf: { linkNumber: 3, airtimeMs: 754_000 },
    isOver: false,
  };
}

const NO_VALUES = {
  viewers: null,
  viewersMean5Min: null,
  viewersMean: null,
  views: null,
  entries: null,
  entries5Min: null,
  chats: null,
  chatPerMinute: null,
  chats5Min: null,
  chatters5Min: null,
  interacting5Min: null,
  questions5Min: null,
  likes: null,
  likesPerMinute: null,
  follows: null,
  fanJoins: null,
  gifts: null,
  ordersPlaced: null,
  ordersPaid: null,
  buyers: null,
};

type SourceFiguresInput = NonNullable<SliceInputs['metrics']>['bySource'][number];

/** What one source gave; what is left out it does not give. */
export function sampleSourceFigure(
  patch: Omit<Partial<SourceFiguresInput>, 'values'> & {
    readonly values?: Partial<SourceFiguresInput['values']>;
  },
): SourceFiguresInput {
  const { values, ...rest } = patch;
  return {
    sourceId: 1,
    platform: 'douyin',
    standing: 'receiving',
    sinceTs: null,
    can: everything,
    paid: [],
    ordersUnpriced: 0,
    ...rest,
    values: { ...NO_VALUES, ...values },
  };
}

/** A full shop, a chat alone, and a shop that fell silent two minutes ago. */
function sampleSourceFigures(): SourceFiguresInput[] {
  const cny = { currency: 'CNY', exponent: 2 };
  return [
    sampleSourceFigure({
      values: {
        viewers: 1_284,
        viewersMean5Min: 1_240,
        viewersMean: 862,
        views: 33_500,
        entries: 31_200,
        entries5Min: 2_312,
        chats: 6_120,
        chatPerMinute: 58,
        chats5Min: 300,
        chatters5Min: 132,
        interacting5Min: 186,
        questions5Min: 42,
        likes: 80_400,
        likesPerMinute: 1_930,
        follows: 226,
        fanJoins: 61,
        gifts: 640,
        ordersPlaced: 1_020,
        ordersPaid: 982,
        buyers: 874,
      },
      paid: [{ ...cny, amountMinor: 4_569_600 }],
    }),
    sampleSourceFigure({
      sourceId: 2,
      platform: 'twitch',
      can: { ...everything, viewers: false, joins: false, follows: false, orders: false },
      values: {
        chats: 2_140,
        chatPerMinute: 38,
        chats5Min: 190,
        chatters5Min: 82,
        interacting5Min: 90,
        questions5Min: 12,
        gifts: 120,
      },
    }),
    sampleSourceFigure({
      sourceId: 3,
      platform: 'kuaishou',
      standing: 'silent',
      sinceTs: SAMPLE_NOW - 124_000,
      values: {
        viewersMean5Min: 296,
        viewersMean: 244,
        views: 13_400,
        entries: 12_900,
        entries5Min: 410,
        chats: 1_551,
        chatPerMinute: 0,
        chats5Min: 70,
        chatters5Min: 31,
        interacting5Min: 44,
        questions5Min: 9,
        likes: 9_100,
        likesPerMinute: 0,
        follows: 92,
        fanJoins: 12,
        gifts: 286,
        ordersPlaced: 435,
        ordersPaid: 416,
        buyers: 390,
      },
      paid: [{ ...cny, amountMinor: 1_936_000 }],
    }),
  ];
}

export function sampleSlices(language: SampleLanguage): SliceInputs {
  return {
    show: {
      show: {
        id: 7,
        title: language === 'zh-CN' ? '秋季亚麻专场' : 'Autumn linen night',
        origin: 'live',
        state: 'on_air',
        startedTs: SAMPLE_START,
        endedTs: null,
        createdTs: SAMPLE_START - 600_000,
        onAirBeforeMs: 0,
        onAirSinceTs: SAMPLE_START,
        currency: 'CNY',
      },
      clock: { anchorShowTs: SAMPLE_START, anchorWallTs: SAMPLE_START, speed: 1 },
      playback: null,
    },
    sources: {
      secretProtection: 'system',
      warnings: [],
      sources: [
        sampleSource({
          id: 1,
          connector: 'bridge',
          platform: 'douyin',
          channel: '小满家',
          can: everything,
        }),
        sampleSource({ id: 2 }),
        sampleSource({
          id: 3,
          connector: 'bridge',
          platform: 'kuaishou',
          channel: 'xiaoman',
          link: 'reconnecting',
          linkSinceTs: SAMPLE_NOW - 124_000,
          lastDataTs: SAMPLE_NOW - 124_000,
          reason: 'connection_lost',
          nextAttemptTs: SAMPLE_NOW + 4_000,
          can: everything,
        }),
      ],
    },
    shelf: sampleShelf(language),
    cues: sampleCues(language),
    library: { anchors: [], currentAnchorId: null, lastChange: null },
    thanks: { due: [] },
    answers: { productId: null, answers: [] },
    blocks: sampleBlocks(language),
    questions: sampleQuestions(language),
    alerts: sampleAlerts(),
    targets: { targets: [] },
    promises: { open: [], settled: [], kept: 0, broken: 0 },
    reviewed: { changes: [] },
    slips: { slips: [] },
    stage: NO_STAGE,
    proposals: NO_PROPOSALS,
    acts: NO_CHAT_ACTIONS,
    outlets: NO_OUTLETS,
    outputs: NO_OUTPUTS,
    inbound: INBOUND_OFF,
    rooms: { rooms: [{ roomId: 'main', name: '', show: null }] },
    team: NO_TEAM,
    assist: NO_ASSIST,
    screens: {
      screens: [
        {
          id: 1,
          role: 'anchor',
          name: 'iPad',
          isConnected: true,
          lastSeenTs: SAMPLE_NOW,
          pairedTs: SAMPLE_START,
        },
        {
          id: 2,
          role: 'overlay',
          name: 'OBS',
          isConnected: false,
          lastSeenTs: SAMPLE_START,
          pairedTs: SAMPLE_START,
        },
      ],
      listen: { address: '192.168.1.20', port: 4180, takenPort: null, isGone: false },
      addresses: ['192.168.1.20', '10.0.0.7'],
      offer: null,
      offerEnded: null,
      requests: [],
    },
    store: {
      state: 'ok',
      error: null,
      eventsStored: 38_412,
      commitDelayMs: 41,
      dropped: 0,
      rawFramesDropped: 0,
      dataFolder: '/home/studio/cuedesk',
      keeping: {
        check: { state: 'whole', checkedTs: SAMPLE_NOW - 3_600_000 },
        backup: { isRunning: false, last: null, error: null },
        space: { freeBytes: 210_000_000_000, isLow: false, hasReserve: true },
        wal: { bytes: 4_000_000, isPinned: false },
        report: null,
      },
    },
    overlay: { look: NO_SETTINGS.overlayLook },
    settings: { ...NO_SETTINGS, damaged: null },
    data: { erasures: [], lastErasedTs: null, transfer: null, offered: null },
    people: NO_PEOPLE,
    metrics: sampleMetrics(),
  };
}

/** Two hours' worth in steps of 10 s, ending at SAMPLE_NOW; a wave, so that a chart shows a shape. */
export function sampleSeries(): RoomSnapshot['series'] {
  return Array.from({ length: 614 }, (_, step) => {
    const wave = Math.sin(step / 23) + Math.sin(step / 7) / 3;
    return {
      ts: SAMPLE_START + step * 10_000,
      viewers: step < 6 ? null : Math.round(400 + step * 1.4 + wave * 90),
      chatPerMinute: Math.round(70 + wave * 30 + (step % 5) * 3),
      ordersPerMinute: Math.max(0, Math.round(12 + wave * 9 + (step % 3))),
    };
  });
}

export interface SnapshotPatch {
  readonly language?: SampleLanguage;
  readonly seq?: number;
  readonly coreRun?: string;
  /** The core's clock, and the newest it found in its store. */
  readonly wallTs?: number;
  readonly storeNewestTs?: number;
  /** Replaces whole slices of the sample. */
  readonly slices?: Partial<SliceInputs>;
  readonly recent?: readonly unknown[];
  readonly series?: readonly unknown[];
  readonly marks?: readonly unknown[];
}

/** What the desk of a believable apparel room gets first, parsed by the contract. */
export function sampleSnapshot(patch: SnapshotPatch): RoomSnapshot {
  const language = patch.language ?? 'zh-CN';
  return RoomSnapshot.parse({
    protocol: PROTOCOL_VERSION,
    roomId: 'main',
    seq: patch.seq ?? 38_412,
    host: {
      kind: 'test',
      version: '0.1.0',
      wallTs: patch.wallTs ?? SAMPLE_NOW,
      storeNewestTs: patch.storeNewestTs ?? null,
      coreRun: patch.coreRun ?? 'run-1',
    },
    slices: { ...sampleSlices(language), ...patch.slices },
    recent: patch.recent ?? sampleRecent(language),
    series: patch.series ?? sampleSeries(),
    marks: patch.marks ?? [
      { seq: 900, ts: SAMPLE_NOW - 1_700_000, kind: 'push', label: '1' },
      {
        seq: 1_900,
        ts: SAMPLE_NOW - 900_000,
        kind: 'block',
        label: language === 'zh-CN' ? '主推' : 'Hero',
      },
      { seq: 2_400, ts: SAMPLE_NOW - 488_000, kind: 'push', label: '2' },
      { seq: 3_000, ts: SAMPLE_NOW - 218_000, kind: 'cue', label: '199 → 149' },
      { seq: 3_100, ts: SAMPLE_NOW - 124_000, kind: 'source', label: 'kuaishou' },
    ],
  });
}

export interface BatchPatch {
  readonly afterSeq: number;
  readonly seq: number;
  readonly slices?: Partial<SliceInputs>;
  readonly events?: readonly unknown[];
  readonly series?: readonly unknown[];
  readonly marks?: readonly unknown[];
}

export function sampleBatch(patch: BatchPatch): RoomBatch {
  return RoomBatch.parse({ slices: {}, events: [], series: [], marks: [], erased: [], ...patch });
}
