import type { AlertsSlice, UsualNow } from '#shared/model/alert.ts';
import type { z } from 'zod';

import { SAMPLE_START } from './sample-room.ts';

const MINUTE = 60_000;

/** Two alerts, one answered, and what is usual at this minute. */
export function sampleAlerts(): z.input<typeof AlertsSlice> {
  const at = SAMPLE_START + 44 * MINUTE;
  return {
    alerts: [
      {
        seq: 900,
        ts: at - 9 * MINUTE,
        ruleId: 'source-silent',
        name: null,
        severity: 'danger',
        evidence: {
          kind: 'state',
          state: 'source_silent',
          subject: 'kuaishou',
          sinceTs: at - 10 * MINUTE,
          value: null,
        },
        causes: [],
        action: { kind: 'look', at: 'sources' },
        answer: 'seen',
      },
      {
        seq: 901,
        ts: at,
        ruleId: 'inflow-falls',
        name: null,
        severity: 'warn',
        evidence: {
          kind: 'figure',
          figure: 'entries',
          value: 1_893,
          against: 2_312,
          versus: 'before',
          fromTs: at - 5 * MINUTE,
          toTs: at,
          sigmas: 6.4,
          shows: null,
          without: ['kuaishou'],
        },
        causes: [{ seq: 3, ts: at - 4 * MINUTE, kind: 'push' }],
        action: { kind: 'cue', cueKind: 'retain' },
        answer: null,
      },
    ],
    heldBack: 0,
    usual: null,
  };
}

/** The chat and the block speak of another product than the shelf shows. */
export function sampleShelfApart(): z.input<typeof AlertsSlice> {
  return {
    alerts: [
      {
        seq: 902,
        ts: SAMPLE_START,
        ruleId: 'shelf-talk',
        name: null,
        severity: 'warn',
        evidence: {
          kind: 'shelf',
          shown: 2,
          block: 2,
          asked: { linkNumber: 1, people: 7 },
          proposed: 1,
          sinceTs: SAMPLE_START,
        },
        causes: [],
        action: { kind: 'arm' },
        answer: null,
      },
    ],
    heldBack: 0,
    usual: null,
  };
}

/** What is usual at that minute, for five shows. */
export const SAMPLE_USUAL: UsualNow = {
  atMinute: 44,
  shows: 5,
  isAlike: true,
  figures: {
    viewers: { median: 1_180, low: 1_020, high: 1_300, shows: 5 },
    entries5Min: { median: 2_400, low: 2_200, high: 2_650, shows: 5 },
  },
  wholeShow: {},
};
