import { personKeyText, type PeopleSlice } from '#shared/model/person.ts';

import type { ChatRow } from './chat-row.ts';

export type KeptPerson = PeopleSlice['people'][number];
/** By `personKeyText`. */
export type KeptPeople = ReadonlyMap<string, KeptPerson>;

const maps = new WeakMap<PeopleSlice, KeptPeople>();

/** The slice as a map, made once each time it changes. */
export function keptPeople(slice: PeopleSlice): KeptPeople {
  let map = maps.get(slice);
  if (map === undefined) {
    map = new Map(
      slice.people.map((person) => [personKeyText(person.platform, person.platformUserId), person]),
    );
    maps.set(slice, map);
  }
  return map;
}

/** What is kept about a row's sender; asked for rows that are drawn alone. */
export function keptOf(people: KeptPeople, { event }: ChatRow): KeptPerson | undefined {
  const platformUserId = event.actor?.platformUserId ?? null;
  if (people.size === 0 || platformUserId === null) return undefined;
  return people.get(personKeyText(event.platform, platformUserId));
}
