import { z } from 'zod';

import { type Erasure, PersonToErase } from '#shared/model/erasure.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { ErasedEntry } from './erased-people.ts';

/** An erasure that is not done: whom it is about and how far it is. */
export type OpenErasure = {
  readonly id: number;
  readonly salt: Buffer;
  readonly stage: 'rows' | 'files' | 'compacting';
  /** Null once nothing needs to know any more. */
  readonly person: PersonToErase | null;
  readonly untilSeq: number;
  readonly requestedTs: number;
};

type Row = {
  readonly id: number;
  readonly salt: Buffer;
  readonly stage: 'rows' | 'files' | 'compacting' | 'done';
  readonly platform: string | null;
  readonly platform_user_id: string | null;
  readonly names: string | null;
  readonly until_seq: number;
  readonly own_events: number;
  readonly other_events: number;
  readonly files_treated: number;
  readonly files_failed: string;
  readonly requested_ts: number;
  readonly done_ts: number | null;
};

const Names = z.array(z.string());

export function putErasure(
  db: WritableDatabase,
  erasure: {
    readonly salt: Buffer;
    readonly person: PersonToErase;
    readonly untilSeq: number;
    readonly requestedTs: number;
  },
): number {
  const { salt, person, untilSeq, requestedTs } = erasure;
  return db.run(sql`
    INSERT INTO erasures (salt, stage, platform, platform_user_id, names, until_seq, requested_ts)
    VALUES (${salt}, 'rows', ${person.platform}, ${person.platformUserId},
      ${JSON.stringify(person.names)}, ${untilSeq}, ${requestedTs})`).lastId;
}

/** In the order they were asked for. */
export function openErasures(db: ReadableDatabase): readonly OpenErasure[] {
  return db
    .all<Row>(sql`SELECT * FROM erasures WHERE stage <> 'done' ORDER BY id`)
    .flatMap((row): readonly OpenErasure[] => {
      if (row.stage === 'done') return [];
      const { platform, platform_user_id: platformUserId } = row;
      const names = Names.parse(JSON.parse(row.names ?? '[]'));
      const person =
        platform === null || platformUserId === null
          ? null
          : PersonToErase.parse({ platform, platformUserId, names });
      const { id, salt, stage, until_seq: untilSeq, requested_ts: requestedTs } = row;
      return [{ id, salt, stage, person, untilSeq, requestedTs }];
    });
}

/** The newest few, newest first, without whom they are about. */
export function recentErasures(db: ReadableDatabase, limit: number): readonly Erasure[] {
  return db.all<Row>(sql`SELECT * FROM erasures ORDER BY id DESC LIMIT ${limit}`).map((row) => ({
    id: row.id,
    stage: row.stage,
    progress: null,
    ownEvents: row.own_events,
    otherEvents: row.other_events,
    filesTreated: row.files_treated,
    filesFailed: Names.parse(JSON.parse(row.files_failed)),
    requestedTs: row.requested_ts,
    doneTs: row.done_ts,
  }));
}

export function noteRows(
  db: WritableDatabase,
  id: number,
  found: {
    readonly ownEvents: number;
    readonly otherEvents: number;
    readonly names: readonly string[];
  },
): void {
  db.run(sql`UPDATE erasures SET own_events = ${found.ownEvents},
    other_events = ${found.otherEvents}, names = ${JSON.stringify(found.names)} WHERE id = ${id}`);
}

export function setStage(db: WritableDatabase, id: number, stage: OpenErasure['stage']): void {
  db.run(sql`UPDATE erasures SET stage = ${stage} WHERE id = ${id}`);
}

export function noteFiles(
  db: WritableDatabase,
  id: number,
  files: { readonly treated: number; readonly failed: readonly string[] },
): void {
  db.run(sql`UPDATE erasures SET files_treated = ${files.treated},
    files_failed = ${JSON.stringify(files.failed)} WHERE id = ${id}`);
}

/** Nothing needs the person's id and names any more. */
export function forgetPerson(db: WritableDatabase, id: number): void {
  db.run(sql`UPDATE erasures SET stage = 'compacting', platform = NULL, platform_user_id = NULL,
    names = NULL WHERE id = ${id}`);
}

export function finishErasure(db: WritableDatabase, id: number, doneTs: number): void {
  db.run(sql`UPDATE erasures SET stage = 'done', done_ts = ${doneTs} WHERE id = ${id}`);
}

/** In a copy that was made while the erasure ran: its request is met by the copy's own treatment. */
export function forgetOrder(db: WritableDatabase, salt: Buffer, doneTs: number): void {
  db.run(sql`UPDATE erasures SET stage = 'done', platform = NULL, platform_user_id = NULL,
    names = NULL, done_ts = ${doneTs} WHERE salt = ${salt}`);
}

export function listErased(db: WritableDatabase, entry: ErasedEntry): void {
  db.run(sql`INSERT INTO erased_people (salt, id_hash, erased_ts)
    VALUES (${entry.salt}, ${entry.idHash}, ${entry.erasedTs}) ON CONFLICT DO NOTHING`);
}
