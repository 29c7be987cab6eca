import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import { BenefitId, BENEFITS_MAX_PER_SHOW, type BenefitFields } from '#shared/model/benefit.ts';
import type { ScreenId, ShowId } from '#shared/model/ids.ts';
import type { Show } from '#shared/model/show.ts';
import { standingGifts } from '#shared/rules/benefits/standing-gifts.ts';
import { factsOf } from '../room/facts.queries.ts';
import type { RoomContext } from '../room/room-context.ts';
import {
  benefitsOf,
  insertBenefit,
  setBenefitRemoved,
  updateBenefit,
  type BenefitRow,
} from './benefits.queries.ts';

const NOT_KNOWN = {
  productId: null,
  costMinor: null,
  quantity: null,
  claimed: null,
  redeemed: null,
} as const;

/** Inside a commit: viewers are given it now. One that was given before is given once more. */
export function giveBenefit(
  room: RoomContext,
  { benefitId, kind, name }: CommandInput<'benefit.give'>,
  screenId: ScreenId | null,
): Result<CommandOutput<'benefit.give'>> {
  const show = room.show();
  if (show === null || show.state === 'ended') return fail('show_not_running', {});
  const rows = benefitsOf(room.db, show.id);
  const held = rows.find(({ id, removedTs }) => id === benefitId && removedTs === null);
  if (benefitId !== null && held === undefined) return fail('unknown_benefit', {});
  const ts = room.showNow();
  const isNew = held === undefined || held.givenTs !== null;
  if (isNew && rows.length >= BENEFITS_MAX_PER_SHOW) {
    return fail('too_many_benefits', { max: BENEFITS_MAX_PER_SHOW });
  }
  const of = held ?? { ...NOT_KNOWN, kind, name };
  const id = isNew
    ? insert(room, show, { ...NOT_KNOWN, kind: of.kind, name: of.name, givenTs: ts })
    : setGiven(room, held, ts);
  const said = { benefitId: id, benefitKind: of.kind, name: of.name, isNew, screenId };
  const seq = room.writeFactOf(show.id, { kind: 'benefit.given', ...said }, ts);
  return ok({ benefitId: id, seq, ts });
}

function insert(room: RoomContext, { id, currency }: Show, fields: BenefitFields): BenefitId {
  const nowTs = room.ports.clock.wallNow();
  return BenefitId.parse(insertBenefit(room.db, id, { fields, origin: null, currency, nowTs }));
}

function setGiven(room: RoomContext, row: BenefitRow, givenTs: number | null): BenefitId {
  updateBenefit(room.db, row.id, { ...row, givenTs }, room.ports.clock.wallNow());
  return row.id;
}

/** Inside a commit: it was not given. What was written down before stands as not given yet. */
export function takeBackBenefit(
  room: RoomContext,
  givenSeq: number,
  screenId: ScreenId | null,
): Result<Record<string, never>> {
  const show = room.show();
  const gift =
    show === null
      ? undefined
      : standingGifts(giftFacts(room, show.id)).find(({ seq }) => seq === givenSeq);
  if (show === null || gift === undefined) return fail('nothing_to_undo', {});
  const row = benefitsOf(room.db, show.id).find(({ id }) => id === gift.benefitId);
  if (gift.isNew) setBenefitRemoved(room.db, gift.benefitId, room.ports.clock.wallNow());
  else if (row !== undefined) setGiven(room, row, null);
  room.writeFactOf(show.id, { kind: 'benefit.withdrawn', givenSeq, screenId }, gift.eventTs);
  return ok({});
}

/** Inside a commit: the mark of one that is taken away goes with it, and comes back with it. */
export function markRemoval(
  room: RoomContext,
  removal: {
    readonly showId: ShowId;
    readonly benefitId: BenefitId;
    readonly isRemoved: boolean;
    readonly screenId: ScreenId | null;
  },
): void {
  const { showId, benefitId, isRemoved, screenId } = removal;
  const facts = giftFacts(room, showId);
  const stands = standingGifts(facts).findLast((gift) => gift.benefitId === benefitId);
  if (isRemoved && stands !== undefined) {
    const withdrawn = { kind: 'benefit.withdrawn', givenSeq: stands.seq, screenId } as const;
    room.writeFactOf(showId, withdrawn, stands.eventTs);
  }
  const last = facts.findLast(
    (fact) => fact.kind === 'benefit.given' && fact.benefitId === benefitId,
  );
  if (isRemoved || stands !== undefined || last?.kind !== 'benefit.given') return;
  const { benefitKind, name, isNew } = last;
  const given = { kind: 'benefit.given', benefitId, benefitKind, name, isNew, screenId } as const;
  room.writeFactOf(showId, given, last.eventTs);
}

function giftFacts(room: RoomContext, showId: ShowId): readonly RoomEvent[] {
  return factsOf(room.db, room.roomId, showId, ['benefit.given', 'benefit.withdrawn']);
}
