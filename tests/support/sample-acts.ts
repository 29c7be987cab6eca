import type { ChatAction, SourceActs } from '#shared/model/chat-act.ts';
import { SourceId } from '#shared/model/ids.ts';

import { SAMPLE_NOW } from './sample-room.ts';

/** A source of the sample whose platform lets a moderator do everything but what is named. */
export function sampleActs(patch: Partial<SourceActs['can']> = {}): SourceActs {
  const can = {
    send: true,
    reply: true,
    delete: true,
    timeout: true,
    ban: true,
    unban: true,
    pin: true,
    unpin: true,
    ...patch,
  };
  const lack = Object.values(can).every(Boolean) ? null : 'not_offered';
  return { can, lack, account: 'linen_desk', textMax: 50, timeoutMaxS: 3_600 };
}

export function sampleAction(patch: Partial<ChatAction>): ChatAction {
  return {
    seq: 40_000,
    ts: SAMPLE_NOW - 1_000,
    act: 'ban',
    sourceId: SourceId.parse(1),
    platform: 'douyin',
    lineSeq: 38_303,
    name: 'Rain',
    text: null,
    durationS: null,
    state: 'done',
    reason: null,
    retryS: null,
    isUndone: false,
    ...patch,
  };
}
