import type { FactBody } from '#core/room/room-context.ts';
import { ShowId, RoomId } from '#shared/model/ids.ts';
import { DeskFacts } from '#tests/support/desk-facts.ts';
import { openStoreIn, startIngest } from '#tests/support/test-store.ts';

const MAIN = RoomId.parse('main');

/**
 * Facts that need what no test has - a microphone, a platform that takes a moderator's word, an alarm
 * at a given moment - written as the services write them, while the program is down.
 */
export function writeSeen(folder: string): void {
  const store = openStoreIn(folder);
  try {
    const reader = store.reader();
    const show = reader.prepare('SELECT max(id) AS id FROM shows').pluck().get();
    const nowTs = Number(reader.prepare('SELECT max(event_ts) FROM events').pluck().get());
    const source = Number(reader.prepare('SELECT max(id) FROM sources').pluck().get());
    const line = Number(reader.prepare('SELECT max(seq) FROM events WHERE kind = 1').pluck().get());
    const showId = ShowId.parse(Number(show));
    const { ingest, committer } = startIngest(store, MAIN);
    committer.runNow(() => {
      const desk = new DeskFacts(store.store.db, ingest, { roomId: MAIN, showId });
      for (const [measuredMs, talkedMs] of [
        [60_000, 41_000],
        [59_000, 30_500],
      ] as const) {
        desk.fact({ kind: 'voice.measured', measuredMs, talkedMs }, nowTs);
      }
      const alert = desk.fact(ALERT, nowTs + 100);
      desk.fact(ALERT, nowTs + 150);
      const answered = {
        alertSeq: alert,
        ruleId: 'few-orders',
        answer: 'seen',
        untilTs: null,
      } as const;
      desk.fact({ kind: 'alert.answered', ...answered }, nowTs + 5_100);
      const act = desk.fact(
        { kind: 'chat.acted', ...ACT, sourceId: source, lineSeq: line } as FactBody,
        nowTs + 200,
      );
      const done = {
        actSeq: act,
        outcome: 'refused',
        reason: 'person_protected',
        retryS: 9,
      } as const;
      desk.fact({ kind: 'chat.settled', ...done, eventSeq: null }, nowTs + 900);
      desk.fact(
        {
          kind: 'chat.acted',
          ...ACT,
          sourceId: source,
          lineSeq: line,
          act: 'delete',
          durationS: null,
        } as FactBody,
        nowTs + 950,
      );
    });
  } finally {
    store.close();
  }
}

const ACT = {
  act: 'timeout',
  onPlatform: 'douyin',
  screenId: null,
  account: 'desk',
  target: { platformUserId: 'douyin-3', name: 'p3', displayName: 'P3' },
  text: null,
  durationS: 60,
} as const;

const ALERT = {
  kind: 'alert.raised',
  ruleId: 'few-orders',
  name: null,
  severity: 'warn',
  evidence: {
    kind: 'state',
    state: 'source_silent',
    subject: 'douyin',
    sinceTs: 1_000,
    value: null,
  },
  causes: [],
  action: { kind: 'look', at: 'sources' },
} as FactBody;
