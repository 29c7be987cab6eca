import type { PersonToErase } from '#shared/model/erasure.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { isErased, type ErasedEntry } from './erased-people.ts';
import { allPeople, bodyPage, highestSeq } from './erase-rows.queries.ts';

const STRETCH_ROWS = 5_000;
const PLATFORM = /"platform":"([a-z0-9-]{2,24})"/;
const ID = /"(?:userId|platformUserId|anchorId)":("(?:[^"\\]|\\.)*")/g;

export type ListedPerson = { readonly entry: ErasedEntry; readonly person: PersonToErase };

/** Who of the store's people is on the list: the store is older than their erasure. */
export function listedPeople(
  db: ReadableDatabase,
  entries: readonly ErasedEntry[],
): readonly ListedPerson[] {
  if (entries.length === 0) return [];
  const found: ListedPerson[] = [];
  for (const { platform, platform_user_id: platformUserId } of allPeople(db)) {
    for (const entry of entries) {
      if (!isErased(entry, platform, platformUserId)) continue;
      found.push({ entry, person: { platform, platformUserId, names: [] } });
    }
  }
  return found;
}

/** People who never wrote themselves but are addressed or punished in others' events; in short steps. */
export function* listedInBodies(
  db: ReadableDatabase,
  entries: readonly ErasedEntry[],
): Generator<null, readonly ListedPerson[]> {
  const seen = new Set<string>();
  const found: ListedPerson[] = [];
  const last = entries.length === 0 ? 0 : highestSeq(db);
  for (let fromSeq = 1; fromSeq <= last; fromSeq += STRETCH_ROWS) {
    for (const { body } of bodyPage(db, fromSeq, fromSeq + STRETCH_ROWS - 1)) {
      const platform = PLATFORM.exec(body)?.[1];
      if (platform === undefined) continue;
      for (const [, json = '""'] of body.matchAll(ID)) {
        const platformUserId = String(JSON.parse(json));
        const key = `${platform}\n${platformUserId}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const entry = entries.find((each) => isErased(each, platform, platformUserId));
        if (entry) found.push({ entry, person: { platform, platformUserId, names: [] } });
      }
    }
    yield null;
  }
  return found;
}
