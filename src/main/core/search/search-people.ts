import type { SearchedPerson } from '#shared/model/search.ts';
import { standInIdOf } from '#shared/rules/erase-person.ts';
import { searchForm } from '#shared/rules/search-text.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { openErasures } from '../erasure/erasure-rows.queries.ts';
import { nextTurn } from '../next-turn.ts';
import { peopleBelow, personIdOf } from './search-events.queries.ts';

/** People whose messages are looked for at once: a part of a name can be many people's. */
const PEOPLE_MAX = 30;
const PEOPLE_A_STRETCH = 2_000;

export type FoundIds = {
  /** Null: anybody. */
  readonly ids: ReadonlySet<number> | null;
  readonly hasMore: boolean;
};

/** Local keys of the people that are meant, those who came last first, in short stretches. */
export async function findPersonIds(
  db: ReadableDatabase,
  person: SearchedPerson | null,
  isStale: () => boolean,
): Promise<FoundIds> {
  if (person === null) return { ids: null, hasMore: false };
  if ('platformUserId' in person) {
    const id = personIdOf(db, person.platform, person.platformUserId);
    return { ids: new Set(id === null ? [] : [id]), hasMore: false };
  }
  const form = searchForm(person.name);
  if (form === '') return { ids: null, hasMore: false };
  const ids = new Set<number>();
  let before = Number.MAX_SAFE_INTEGER;
  while (!isStale()) {
    const people = peopleBelow(db, before, PEOPLE_A_STRETCH);
    for (const { id, name, displayName } of people) {
      if (!searchForm(displayName).includes(form) && !searchForm(name).includes(form)) continue;
      if (ids.size === PEOPLE_MAX) return { ids, hasMore: true };
      ids.add(id);
    }
    const last = people.at(-1);
    if (last === undefined || people.length < PEOPLE_A_STRETCH) break;
    before = last.id;
    await nextTurn();
  }
  return { ids, hasMore: false };
}

/** Local keys of people whose messages are not emptied yet, though they are nobody by now. */
export function beingErased(db: ReadableDatabase): ReadonlySet<number> {
  const ids = openErasures(db).map(({ person, salt }) =>
    person === null ? null : personIdOf(db, person.platform, standInIdOf(salt.toString('hex'))),
  );
  return new Set(ids.filter((id) => id !== null));
}
