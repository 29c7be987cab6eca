import { z } from 'zod';

import { ActorRole } from '#shared/contract/actor.ts';
import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { CurrencySum } from '#shared/model/metrics.ts';
import {
  CARD_EXPIRED_MAX,
  CARD_MESSAGES_MAX,
  CARD_SHOWS_MAX,
  type PersonCard,
  type PersonKey,
  type PersonMark,
  type PersonPart,
} from '#shared/model/person.ts';
import type { SourceCan } from '#shared/model/source.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { marksOf, noteOf } from './kept-people.queries.ts';
import {
  connectorsOf,
  countsByShow,
  giftsOf,
  moneyRowsOf,
  newestMessages,
  rolesAt,
  showsNamed,
  type CardPerson,
  type CardScope,
  type KindCount,
} from './person-card.queries.ts';

const KIND = EVENT_KIND_CODES;
const Roles = z.array(ActorRole);
const Seqs = z.array(z.int());

/** What a card is made of besides the store. */
export type CardOrder = {
  readonly roomId: string;
  readonly showId: ShowId | null;
  /** Wall time. */
  readonly nowTs: number;
  readonly canOf: (connector: string) => SourceCan | null;
};

/** Everything of one person as the room holds it at this moment. */
export function personCard(
  db: ReadableDatabase,
  key: PersonKey,
  person: CardPerson,
  order: CardOrder,
): PersonCard {
  const { roomId, showId, nowTs } = order;
  const scope: CardScope = { personId: person.id, roomId, showId: showId ?? 0 };
  const counts = countsByShow(db, scope);
  const showIds = [...new Set(counts.map((count) => count.showId))];
  const parts = partsOf(db, scope, counts);
  return {
    ...key,
    name: person.name,
    displayName: person.displayName,
    roles: rolesOf(db, counts),
    firstSeenTs: person.firstSeenTs,
    lastSeenTs: person.lastSeenTs,
    showCount: showIds.length,
    shows: [...showsNamed(db, showIds, CARD_SHOWS_MAX)],
    thisShow: showId === null ? null : parts.thisShow,
    earlier: parts.earlier,
    tells: tellsOf(db, key.platform, order),
    messages: showId === null ? [] : [...newestMessages(db, person.id, showId, CARD_MESSAGES_MAX)],
    note: noteOf(db, roomId, person.id) ?? null,
    marks: marksOn(db, roomId, person.id, nowTs),
  };
}

/** Those that hold, then the newest of those that do not any more. */
function marksOn(
  db: ReadableDatabase,
  roomId: string,
  personId: number,
  nowTs: number,
): PersonMark[] {
  const marks = marksOf(db, roomId, personId, nowTs).map((mark) => ({
    ...mark,
    isForShow: mark.isForShow === 1,
  }));
  const expired = marks.filter(({ expiredTs }) => expiredTs !== null);
  return [
    ...marks.filter(({ expiredTs }) => expiredTs === null),
    ...expired.slice(0, CARD_EXPIRED_MAX),
  ];
}

/** As the newest of the person's events says. */
function rolesOf(db: ReadableDatabase, counts: readonly KindCount[]): ActorRole[] | null {
  if (counts.length === 0) return null;
  const roles = rolesAt(db, Math.max(...counts.map(({ lastSeq }) => lastSeq)));
  return roles === null ? null : Roles.parse(JSON.parse(roles));
}

function tellsOf(
  db: ReadableDatabase,
  platform: string,
  { roomId, canOf }: CardOrder,
): PersonCard['tells'] {
  const cans = connectorsOf(db, roomId, platform).map(({ connector }) => canOf(connector));
  return {
    gifts: cans.some((can) => can?.gifts === true),
    orders: cans.some((can) => can?.orders === true),
  };
}

type Parts = { readonly thisShow: PersonPart; readonly earlier: PersonPart };

function partsOf(db: ReadableDatabase, scope: CardScope, counts: readonly KindCount[]): Parts {
  const { showId } = scope;
  const gifts = giftsOf(db, seqsOf(counts, KIND.gift), showId);
  const tips = moneyRowsOf(db, seqsOf(counts, KIND.paid_message), showId);
  const orders = moneyRowsOf(db, seqsOf(counts, KIND.order), showId);
  const part = (isThisShow: boolean): PersonPart => {
    const own = <Row extends { readonly isThisShow: number }>(rows: readonly Row[]): Row[] =>
      rows.filter((row) => (row.isThisShow === 1) === isThisShow);
    const counted = counts.filter((count) => (count.showId === showId) === isThisShow);
    const events = (kind: number): number =>
      sum(counted.filter((count) => count.kind === kind).map((count) => count.events));
    const paid = own(orders).filter(({ status }) => status === 'paid');
    const cancelled = own(orders).filter(({ status }) => status === 'cancelled');
    return {
      messages: events(KIND.chat),
      gifts: sum(own(gifts).map(({ items }) => items)),
      giftValues: own(gifts).flatMap(({ unit, quantity }) =>
        unit === null ? [] : [{ unit, quantity }],
      ),
      paidMessages: sum(own(tips).map((row) => row.events)),
      paidMessageMoney: moneyOf(own(tips)),
      memberships: events(KIND.membership),
      ordersPaid: sum(paid.map((row) => row.events)),
      paid: moneyOf(paid),
      ordersPaidUnpriced: sum(
        paid.filter(({ currency }) => currency === null).map((row) => row.events),
      ),
      ordersCancelled: sum(cancelled.map((row) => row.events)),
      cancelled: moneyOf(cancelled),
    };
  };
  return { thisShow: part(true), earlier: part(false) };
}

/** One JSON list of all shows' rows of a kind. */
function seqsOf(counts: readonly KindCount[], kind: number): string {
  const lists = counts.filter((count) => count.kind === kind).map(({ seqs }) => seqs ?? '[]');
  return JSON.stringify(lists.flatMap((list) => Seqs.parse(JSON.parse(list))));
}

function moneyOf(
  rows: readonly {
    readonly currency: string | null;
    readonly exponent: number | null;
    readonly amountMinor: number | null;
  }[],
): CurrencySum[] {
  return rows.flatMap(({ currency, exponent, amountMinor }) =>
    currency === null || exponent === null || amountMinor === null
      ? []
      : [{ currency, exponent, amountMinor }],
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
