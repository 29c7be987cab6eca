import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import {
  BenefitId,
  BENEFITS_MAX_PER_SHOW,
  type BenefitFields,
  type ShowBenefit,
} from '#shared/model/benefit.ts';
import { ProductId, ShowId, type ScreenId } from '#shared/model/ids.ts';
import { ProductFields } from '#shared/model/product.ts';
import type { Show } from '#shared/model/show.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { namedProductsOf, productsOfRoom } from '../imported/imported.queries.ts';
import { roomOfShow } from '../review/review.queries.ts';
import type { RoomContext } from '../room/room-context.ts';
import { showById } from '../room/show.queries.ts';
import { markRemoval } from './give-benefit.ts';
import {
  benefitsOf,
  blockGiveaways,
  giveawayCues,
  importedClaims,
  insertBenefit,
  setBenefitRemoved,
  showOfBenefit,
  updateBenefit,
  type BenefitRow,
  type ToldBenefit,
} from './benefits.queries.ts';

const NAME_MAX = 120;

/**
 * What a show gave away: what is written down, and what cues, blocks and platforms' tables tell of and
 * nobody wrote down or took away yet. In the order in which it was given.
 */
export function showBenefits(db: ReadableDatabase, showId: number): readonly ShowBenefit[] {
  const rows = benefitsOf(db, showId);
  const known = new Set(rows.flatMap(({ origin }) => origin ?? []));
  const written = rows.filter(({ removedTs }) => removedTs === null).map(writtenBenefit);
  const told = [
    ...giveawayCues(db, showId).map((row) => toldBenefit(row, `cue:${row.id}`)),
    ...blockGiveaways(db, showId).map((row) => toldBenefit(row, `block:${row.id}`)),
    ...importedClaims(db, showId).map(({ importId, fileName, claimed }): ShowBenefit => {
      return {
        ...NOTHING,
        kind: 'coupon',
        name: fileName.slice(0, NAME_MAX),
        claimed,
        fileName,
        origin: `import:${importId}`,
      };
    }),
  ].filter(({ origin }) => origin === null || !known.has(origin));
  const when = ({ givenTs }: ShowBenefit): number => givenTs ?? Number.MAX_SAFE_INTEGER;
  return [...written, ...told].sort((a, b) => when(a) - when(b));
}

const NOTHING = {
  kind: 'giveaway',
  productId: null,
  givenTs: null,
  costMinor: null,
  quantity: null,
  claimed: null,
  redeemed: null,
  benefitId: null,
  productName: '',
  fileName: null,
} as const;

function writtenBenefit({
  id,
  removedTs: _removedTs,
  productName,
  ...row
}: BenefitRow): ShowBenefit {
  return { ...row, benefitId: id, productName: productName ?? '', fileName: null };
}

function toldBenefit(row: ToldBenefit, origin: string): ShowBenefit {
  const { name, productId, productName, givenTs } = row;
  return {
    ...NOTHING,
    kind: kindOf(name),
    name: name.slice(0, NAME_MAX),
    productId: productId === null ? null : ProductId.parse(productId),
    productName: productName ?? '',
    givenTs,
    origin,
  };
}

const KIND_WORDS: readonly (readonly [RegExp, ShowBenefit['kind']])[] = [
  [/福袋|lucky bag/i, 'lucky_bag'],
  [/红包|red (?:packet|envelope)/i, 'red_packet'],
  [/券|coupon|voucher/i, 'coupon'],
  [/赠|gift with|free gift/i, 'gift'],
];

/** By the words it was announced with; a giveaway where they do not tell. */
function kindOf(text: string): ShowBenefit['kind'] {
  return KIND_WORDS.find(([word]) => word.test(text))?.[1] ?? 'giveaway';
}

export function listBenefits(
  room: RoomContext,
  showId: ShowId,
): Result<CommandOutput<'benefit.list'>> {
  const show = showOf(room, showId);
  if (show === null) return fail('unknown_show', { showId });
  return ok({
    benefits: [...showBenefits(room.db, showId)],
    currency: show.currency,
    products: namedProductsOf(room.db, room.roomId, showId).map(({ id, fields }) => ({
      productId: ProductId.parse(id),
      name: ProductFields.parse(JSON.parse(fields)).name,
    })),
  });
}

/** Inside a commit. */
export function putBenefit(
  room: RoomContext,
  { showId, benefitId, origin, fields }: CommandInput<'benefit.put'>,
): Result<CommandOutput<'benefit.put'>> {
  const show = showOf(room, showId);
  if (show === null) return fail('unknown_show', { showId });
  const { db, ports } = room;
  const refused = misfit(room, fields);
  if (refused !== null) return refused;
  const rows = benefitsOf(db, showId);
  // One that the show told is written down once, whoever does it first.
  const held = rows.find((row) =>
    benefitId === null ? origin !== null && row.origin === origin : row.id === benefitId,
  );
  const nowTs = ports.clock.wallNow();
  if (held !== undefined) {
    updateBenefit(db, held.id, fields, nowTs);
    return ok({ benefitId: held.id });
  }
  if (benefitId !== null) return fail('unknown_benefit', {});
  if (rows.length >= BENEFITS_MAX_PER_SHOW) {
    return fail('too_many_benefits', { max: BENEFITS_MAX_PER_SHOW });
  }
  const { currency } = show;
  const id = insertBenefit(db, showId, { fields, origin, currency, nowTs });
  return ok({ benefitId: BenefitId.parse(id) });
}

function misfit(room: RoomContext, { productId }: BenefitFields): Result<never> | null {
  if (productId === null || productsOfRoom(room.db, room.roomId).has(productId)) return null;
  return fail('unknown_product', { productId });
}

/** Inside a commit. */
export function removeBenefit(
  room: RoomContext,
  { benefitId, isRemoved }: CommandInput<'benefit.remove'>,
  screenId: ScreenId | null,
): Result<Record<string, never>> {
  const showId = showOfBenefit(room.db, room.roomId, benefitId);
  if (showId === undefined) return fail('unknown_benefit', {});
  markRemoval(room, { showId: ShowId.parse(showId), benefitId, isRemoved, screenId });
  setBenefitRemoved(room.db, benefitId, isRemoved ? room.ports.clock.wallNow() : null);
  return ok({});
}

function showOf(room: RoomContext, showId: ShowId): Show | null {
  if (roomOfShow(room.db, showId) !== room.roomId) return null;
  return showById(room.db, showId)?.show ?? null;
}
