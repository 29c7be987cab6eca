import { createStore, type StoreApi } from 'zustand/vanilla';

import type { AppError } from '#shared/contract/app-error.ts';
import type { HostInfo, RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type { Mark, SeriesPoint } from '#shared/model/metrics.ts';
import { NO_CHAT_ACTIONS } from '#shared/model/chat-act.ts';
import { NO_OUTLETS } from '#shared/model/outlet.ts';
import { NO_OUTPUTS } from '#shared/model/output-health.ts';
import { INBOUND_OFF } from '#shared/model/inbound.ts';
import { NO_ALERTS } from '#shared/model/alert.ts';
import { NO_ASSIST, NO_TEAM } from '#shared/model/assistant.ts';
import { NO_LIBRARY } from '#shared/model/cue-library.ts';
import { NO_ANSWERS } from '#shared/model/approved-answer.ts';
import { NO_THANKS } from '#shared/model/thanks.ts';
import { NO_PEOPLE } from '#shared/model/person.ts';
import { NO_QUESTIONS } from '#shared/model/question.ts';
import { NO_REVIEW_NEWS } from '#shared/model/review-news.ts';
import { NO_PROMISES } from '#shared/model/promise.ts';
import { NO_TERMS } from '#shared/model/run-of-show.ts';
import { NO_PROPOSALS } from '#shared/model/proposal.ts';
import { NO_SLIPS } from '#shared/model/slip.ts';
import { NO_STAGE } from '#shared/model/stage.ts';
import { NO_TARGETS } from '#shared/model/show-target.ts';
import type { z } from 'zod';

import { CHAT_LOG_CAPACITY, createChatLog, type ChatLog } from './chat-log.ts';

/** How this screen stands with the core; shown honestly, since a stale figure looks like a live one. */
export interface LinkStatus {
  /** `silent`: the line stands, but the core says nothing. */
  readonly state: 'connecting' | 'live' | 'silent' | 'reconnecting' | 'refused' | 'outdated';
  /** This machine's wall time at which the state began. */
  readonly sinceTs: number;
  /** Commands without an answer yet. */
  readonly waitingCount: number;
  /** Wall time at which a restarted core was noticed; null if it never was. */
  readonly restartedTs: number | null;
  /** Why the core does not talk to this screen; null when it does. */
  readonly error: AppError | null;
  /** Frames that could not be read since the page was loaded. */
  readonly badFrameCount: number;
}

export interface RoomState {
  readonly link: LinkStatus;
  /** Null before the first snapshot. */
  readonly roomId: RoomId | null;
  readonly host: z.infer<typeof HostInfo> | null;
  /** The core's clock minus this screen's, milliseconds. */
  readonly wallOffsetMs: number;
  /** Last committed event that is shown; null before the first snapshot. */
  readonly seq: number | null;
  readonly show: RoomSlices['show'];
  readonly sources: RoomSlices['sources'];
  readonly shelf: RoomSlices['shelf'];
  readonly cues: RoomSlices['cues'];
  readonly library: RoomSlices['library'];
  readonly thanks: RoomSlices['thanks'];
  readonly answers: RoomSlices['answers'];
  readonly blocks: RoomSlices['blocks'];
  readonly stage: RoomSlices['stage'];
  readonly questions: RoomSlices['questions'];
  readonly alerts: RoomSlices['alerts'];
  readonly targets: RoomSlices['targets'];
  readonly promises: RoomSlices['promises'];
  readonly reviewed: RoomSlices['reviewed'];
  readonly slips: RoomSlices['slips'];
  readonly proposals: RoomSlices['proposals'];
  readonly acts: RoomSlices['acts'];
  readonly outlets: RoomSlices['outlets'];
  readonly outputs: RoomSlices['outputs'];
  readonly inbound: RoomSlices['inbound'];
  readonly rooms: RoomSlices['rooms'];
  readonly team: RoomSlices['team'];
  /** All an assistant's phone is told; empty on every other screen. */
  readonly assist: RoomSlices['assist'];
  readonly screens: RoomSlices['screens'];
  /** Null before the first snapshot; overlays alone are told. */
  readonly overlay: RoomSlices['overlay'] | null;
  /** Null before the first snapshot. */
  readonly store: RoomSlices['store'] | null;
  /** Null before the first snapshot. */
  readonly settings: RoomSlices['settings'] | null;
  readonly data: RoomSlices['data'];
  readonly people: RoomSlices['people'];
  readonly metrics: RoomSlices['metrics'];
  readonly series: readonly SeriesPoint[];
  readonly marks: readonly Mark[];
}

/** All a screen knows of its room. Written by the room client alone, read through selectors. */
export interface RoomStore {
  readonly state: StoreApi<RoomState>;
  readonly chat: ChatLog;
}

export function createRoomStore(): RoomStore {
  const state = createStore<RoomState>(() => ({
    link: {
      state: 'connecting',
      sinceTs: Date.now(),
      waitingCount: 0,
      restartedTs: null,
      error: null,
      badFrameCount: 0,
    },
    roomId: null,
    host: null,
    wallOffsetMs: 0,
    seq: null,
    show: { show: null, clock: null, playback: null },
    sources: { sources: [], secretProtection: 'file', warnings: [] },
    shelf: {
      items: [],
      armed: null,
      current: null,
      lastPush: null,
      rotation: null,
      groups: [],
      lastGroupChange: null,
      lastPaste: null,
    },
    cues: { deck: [], sent: [], current: null },
    library: NO_LIBRARY,
    thanks: NO_THANKS,
    answers: NO_ANSWERS,
    blocks: {
      blocks: [],
      currentId: null,
      loops: [],
      terms: NO_TERMS,
      endTs: null,
      revision: 0,
    },
    stage: NO_STAGE,
    questions: NO_QUESTIONS,
    alerts: NO_ALERTS,
    targets: NO_TARGETS,
    promises: NO_PROMISES,
    reviewed: NO_REVIEW_NEWS,
    slips: NO_SLIPS,
    proposals: NO_PROPOSALS,
    acts: NO_CHAT_ACTIONS,
    outlets: NO_OUTLETS,
    outputs: NO_OUTPUTS,
    inbound: INBOUND_OFF,
    rooms: { rooms: [] },
    team: NO_TEAM,
    assist: NO_ASSIST,
    screens: {
      screens: [],
      listen: null,
      addresses: [],
      offer: null,
      offerEnded: null,
      requests: [],
    },
    overlay: null,
    store: null,
    settings: null,
    data: { erasures: [], lastErasedTs: null, transfer: null, offered: null },
    people: NO_PEOPLE,
    metrics: null,
    series: [],
    marks: [],
  }));
  return { state, chat: createChatLog(CHAT_LOG_CAPACITY) };
}
