import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import { isStandIn } from '#shared/model/erasure.ts';
import {
  MARKED_PEOPLE_MAX,
  MARKS_MAX,
  personKeyText,
  type MarkSpan,
  type PeopleSlice,
  type PersonCard,
  type PersonKey,
} from '#shared/model/person.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { markWordOf } from '#shared/rules/mark-word.ts';
import type { WritableDatabase } from '../database/database.ts';
import type { Clock } from '../ports.ts';
import type { RoomContext } from '../room/room-context.ts';
import {
  hasExpiredBetween,
  holdingMarks,
  marksOf,
  notedPeople,
  noteOf,
  putMark,
  putNote,
  removeMark,
  removeNote,
} from './kept-people.queries.ts';
import { personCard } from './person-card.ts';
import { cardPerson, type CardPerson } from './person-card.queries.ts';

/** A mark that expired is gone from the chat within so long. */
const LOOK_EVERY_MS = 15_000;
const DAY_MS = 86_400_000;
const SPAN_DAYS: Readonly<Record<MarkSpan, number | null>> = {
  show: null,
  week: 7,
  month: 30,
  ever: null,
};

/** Of the room a command names. */
type Around = Pick<RoomContext, 'roomId' | 'show' | 'changed'>;

export type PeopleDeps = {
  readonly db: WritableDatabase;
  readonly clock: Clock;
  readonly canOf: (connector: string) => SourceCan | null;
  /** Marks of some room have expired: every room's slice may be another. */
  readonly expired: () => void;
};

/** What a room knows and keeps about single people: their card, the note about them, their marks. */
export class PeopleService {
  readonly #deps: PeopleDeps;
  #lookedTs: number;
  readonly #stop: () => void;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
    this.#lookedTs = deps.clock.wallNow();
    this.#stop = deps.clock.every(LOOK_EVERY_MS, () => this.#look());
  }

  close(): void {
    this.#stop();
  }

  /** Refused: unknown_person. */
  card(room: Around, key: PersonKey): Result<PersonCard> {
    const { db, clock, canOf } = this.#deps;
    const person = this.#find(key);
    if (person === undefined) return fail('unknown_person', {});
    const showId = room.show()?.id ?? null;
    const order = { roomId: room.roomId, showId, nowTs: clock.wallNow(), canOf };
    return ok(personCard(db, key, person, order));
  }

  /** Inside a commit. */
  setNote(
    room: Around,
    { text, replaces, ...key }: CommandInput<'person.setNote'>,
  ): Result<CommandOutput<'person.setNote'>> {
    const { db, clock } = this.#deps;
    const person = this.#find(key);
    if (person === undefined) return fail('unknown_person', {});
    const held = noteOf(db, room.roomId, person.id);
    if ((held?.changedTs ?? null) !== replaces) return fail('note_changed', {});
    room.changed('people');
    if (text === '') {
      removeNote(db, room.roomId, person.id);
      return ok({ changedTs: null });
    }
    // A clock that was set back must not give two texts one name.
    const changedTs = Math.max(clock.wallNow(), (held?.changedTs ?? 0) + 1);
    putNote(db, room.roomId, person.id, { text, changedTs });
    return ok({ changedTs });
  }

  /** Inside a commit. */
  mark(
    room: Around,
    { kind, word: typed, span, ...key }: CommandInput<'person.mark'>,
  ): Result<CommandOutput<'person.mark'>> {
    const { db, clock } = this.#deps;
    const person = this.#find(key);
    if (person === undefined) return fail('unknown_person', {});
    const word = kind === 'custom' ? markWordOf(typed ?? '') : ok('');
    if (!word.ok) return word;
    const show = room.show();
    const isOver = show === null || show.state === 'ended';
    if (span === 'show' && isOver) return fail('show_not_running', {});
    const madeTs = clock.wallNow();
    const others = marksOf(db, room.roomId, person.id, madeTs).filter(
      (mark) => mark.expiredTs === null && (mark.kind !== kind || mark.word !== word.value),
    );
    if (others.length >= MARKS_MAX) {
      return fail('too_many', { what: 'marks', max: MARKS_MAX, given: others.length + 1 });
    }
    const days = SPAN_DAYS[span];
    room.changed('people');
    const markId = putMark(db, room.roomId, person.id, {
      kind,
      word: word.value,
      madeTs,
      untilTs: days === null ? null : madeTs + days * DAY_MS,
      untilShowId: span === 'show' ? (show?.id ?? null) : null,
    });
    return ok({ markId });
  }

  /** Inside a commit. */
  unmark(
    room: Around,
    { markId, ...key }: CommandInput<'person.unmark'>,
  ): Result<Record<string, never>> {
    const person = this.#find(key);
    if (person === undefined) return fail('unknown_person', {});
    removeMark(this.#deps.db, room.roomId, person.id, markId);
    room.changed('people');
    return ok({});
  }

  /** Who has a note or a mark that holds. */
  slice(roomId: string): PeopleSlice {
    const { db, clock } = this.#deps;
    const people = new Map<string, PeopleSlice['people'][number]>();
    for (const { kind, word, ...key } of holdingMarks(db, roomId, clock.wallNow())) {
      const marks = people.get(textOf(key))?.marks ?? [];
      people.set(textOf(key), { ...key, hasNote: false, marks: [...marks, { kind, word }] });
    }
    for (const key of notedPeople(db, roomId)) {
      const marks = people.get(textOf(key))?.marks ?? [];
      people.set(textOf(key), { ...key, hasNote: true, marks });
    }
    return {
      people: [...people.values()].slice(0, MARKED_PEOPLE_MAX),
      leftOut: Math.max(0, people.size - MARKED_PEOPLE_MAX),
    };
  }

  #find({ platform, platformUserId }: PersonKey): CardPerson | undefined {
    // A stand-in of an erased person is nobody.
    if (isStandIn(platformUserId)) return undefined;
    return cardPerson(this.#deps.db, platform, platformUserId);
  }

  #look(): void {
    const { db, clock, expired } = this.#deps;
    const nowTs = clock.wallNow();
    const afterTs = this.#lookedTs;
    this.#lookedTs = nowTs;
    // A clock that was set back lets marks hold again.
    const [from, to] = afterTs <= nowTs ? [afterTs, nowTs] : [nowTs, afterTs];
    if (hasExpiredBetween(db, from, to)) expired();
  }
}

function textOf({ platform, platformUserId }: PersonKey): string {
  return personKeyText(platform, platformUserId);
}
