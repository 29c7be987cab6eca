import { createHash } from 'node:crypto';

import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import type { PersonToErase } from '#shared/model/erasure.ts';
import {
  eraseMentions,
  eraseOwnEvent,
  erasePatterns,
  type ErasePatterns,
  type EventFields,
} from '#shared/rules/erase-person.ts';
import type { WritableDatabase } from '../database/database.ts';
import {
  eventRows,
  namingRows,
  pointingRows,
  writeRow,
  type ErasableRow,
} from './erase-rows.queries.ts';
import { lowerLatin, needlesOf } from './needles.ts';

const kindOfCode: ReadonlyMap<number, string> = new Map(
  Object.entries(EVENT_KIND_CODES).map(([name, code]) => [code, name]),
);

/** Empties some of the person's own events and tells under which names they stood. */
export function eraseOwnEvents(
  db: WritableDatabase,
  of: { readonly person: PersonToErase; readonly standInId: string },
  seqs: readonly number[],
): { readonly rows: number; readonly names: readonly string[] } {
  const rows = eventRows(db, seqs);
  const names = new Set<string>();
  for (const row of rows) {
    const fields = fieldsOf(row);
    for (const name of namesIn(fields)) names.add(name);
    const emptied = eraseOwnEvent(kindOfCode.get(row.kind) ?? '', fields, of.standInId);
    writeRow(db, row.seq, {
      dedupeKey: keyWithout(row.dedupe_key, of.person, [...names]),
      text: row.text === null ? null : '',
      body: JSON.stringify(emptied),
    });
  }
  return { rows: rows.length, names: [...names] };
}

/** Masks the person in a stretch of the log wherever an event names or points at them. */
export function eraseNamingStretch(
  db: WritableDatabase,
  of: {
    readonly personId: number | null;
    readonly person: PersonToErase;
    readonly standInId: string;
  },
  fromSeq: number,
  toSeq: number,
): number {
  const patterns = erasePatterns(of.person);
  let changed = 0;
  for (const row of namingRows(db, needlesOf(of.person), fromSeq, toSeq)) {
    const fields = fieldsOf(row);
    // Stored without its person's key, yet theirs.
    const isOwn = isBy(fields, of.person);
    const kept = isOwn
      ? eraseOwnEvent(kindOfCode.get(row.kind) ?? '', fields, of.standInId)
      : fields;
    const text = isOwn && row.text !== null ? '' : row.text;
    if (eraseNaming(db, row, { fields: kept, text }, patterns, of)) changed += 1;
  }
  if (of.personId === null) return changed;
  for (const row of pointingRows(db, of.personId, fromSeq, toSeq)) {
    const event = { fields: pointedAt(fieldsOf(row), of), text: row.text };
    if (eraseNaming(db, row, event, patterns, of)) changed += 1;
  }
  return changed;
}

function eraseNaming(
  db: WritableDatabase,
  row: ErasableRow,
  event: { readonly fields: EventFields; readonly text: string | null },
  patterns: ErasePatterns,
  of: { readonly person: PersonToErase; readonly standInId: string },
): boolean {
  const masked = eraseMentions(event.fields, event.text, patterns, of.standInId);
  const dedupeKey = keyWithout(row.dedupe_key, of.person, of.person.names);
  const next = masked ?? event;
  const body = JSON.stringify(next.fields);
  if (body === row.body && next.text === row.text && dedupeKey === row.dedupe_key) return false;
  writeRow(db, row.seq, { dedupeKey, text: next.text, body });
  return true;
}

/** The message it removes or answers was the person's: said outright, so that the rules see it. */
function pointedAt(
  fields: EventFields,
  { person }: { readonly person: PersonToErase },
): EventFields {
  const { replyTo } = fields;
  if ('targetId' in fields && (fields['userId'] ?? null) === null) {
    return { ...fields, userId: person.platformUserId };
  }
  if (typeof replyTo !== 'object' || replyTo === null) return fields;
  return 'userId' in replyTo && replyTo.userId !== null
    ? fields
    : { ...fields, replyTo: { ...replyTo, userId: person.platformUserId } };
}

function isBy(fields: EventFields, { platform, platformUserId }: PersonToErase): boolean {
  const { actor } = fields;
  if (fields['platform'] !== platform || typeof actor !== 'object' || actor === null) return false;
  return 'platformUserId' in actor && actor.platformUserId === platformUserId;
}

/** A key that names the person becomes one that only recognises itself. */
function keyWithout(key: string, person: PersonToErase, names: readonly string[]): string {
  const lower = lowerLatin(key);
  const words = [person.platformUserId, ...names].filter((word) => word !== '').map(lowerLatin);
  if (!words.some((word) => lower.includes(word))) return key;
  return `erased:${createHash('sha256').update(key).digest('base64url')}`;
}

function namesIn(fields: EventFields): readonly string[] {
  const { actor } = fields;
  if (typeof actor !== 'object' || actor === null) return [];
  return ['name', 'displayName']
    .map((key): unknown => Object.getOwnPropertyDescriptor(actor, key)?.value)
    .filter((name): name is string => typeof name === 'string' && name !== '');
}

function fieldsOf(row: ErasableRow): EventFields {
  const body: unknown = JSON.parse(row.body);
  if (typeof body !== 'object' || body === null) return {};
  return { ...body };
}
