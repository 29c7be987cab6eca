import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { CueKind } from '#shared/model/cue.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import type {
  LiftActEvidence,
  LiftSubject,
  LiftThingResults,
  ShowLift,
} from '#shared/model/lift.ts';
import { isKeeperKind } from '#shared/rules/lift/judged-figures.ts';
import { liftMoney } from '#shared/rules/lift/lift-money.ts';
import type { LiftRow } from '#shared/rules/lift/lift-row.ts';
import { liftRows } from '#shared/rules/lift/lift-rows.ts';
import { thingId, type LiftShow } from '#shared/rules/lift/lift-show.ts';
import { effectsInSteps } from '#shared/rules/lift/show-effects.ts';
import type { ActEffect } from '#shared/rules/lift/study-figure.ts';
import type { CanOf } from '../alerts/stored-minutes.rules.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { nextTurn } from '../next-turn.ts';
import { roomOfShow } from '../review/review.queries.ts';
import { showById } from '../room/show.queries.ts';
import { paidValues, type PaidRow } from './lift.queries.ts';
import { shownResult } from './shown-result.ts';
import { storedActs } from './stored-acts.ts';
import { storedMinutesOf } from './stored-minutes.ts';

/**
 * What followed on everything that was done in a show of this room, a few milliseconds at a time.
 * `nowTs` is show time; it closes a show that runs. Refused: unknown_show.
 */
export async function showLift(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: ShowId,
  nowTs: number,
  canOf: CanOf,
): Promise<Result<ShowLift>> {
  const stored = showById(db, showId);
  if (stored === null || roomOfShow(db, showId) !== roomId) return fail('unknown_show', { showId });
  const { startedTs, endedTs, title, currency } = stored.show;
  if (startedTs === null) return ok({ showId, isPerThousand: true, things: [], acts: [] });
  const span = { id: showId, title, startedTs, endedTs: endedTs ?? nowTs };
  const { acts, subjects } = storedActs(db, showId);
  const show = { ...storedMinutesOf(db, span, canOf), acts };
  const effects = await studied(show);
  const things = acts.flatMap((act) => act.things);
  const rows = liftRows(effects, things);
  const paid = rows.some(({ figure, state }) => figure === 'orders' && state === 'found')
    ? paidValues(db, showId)
    : [];
  return ok({
    showId,
    isPerThousand: effects.length === 0 || effects.some(({ figure }) => figure === 'online'),
    things: thingsOf(show, subjects, rows, paid, currency),
    acts: evidenceOf(show, effects),
  });
}

export async function studied(show: LiftShow): Promise<readonly ActEffect[]> {
  const steps = effectsInSteps(show);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await nextTurn();
  }
}

/** Each thing once: a kind of which one card alone was sent, and a rule that sent it, say the same as that card. */
function thingsOf(
  { acts }: LiftShow,
  subjects: ReadonlyMap<string, LiftSubject>,
  rows: readonly LiftRow[],
  paid: readonly PaidRow[],
  currency: string,
): LiftThingResults[] {
  const shown = new Set<string>();
  return [...subjects].flatMap(([id, subject]) => {
    const own = acts.filter(({ things }) => things.some((thing) => thingId(thing) === id));
    const actIds = own.map((act) => act.id);
    const same = actIds.join();
    if (
      own.length === 0 ||
      ((subject.kind === 'cueKind' || subject.kind === 'rule') && shown.has(same))
    )
      return [];
    shown.add(same);
    const results = rows.filter(({ thing }) => thingId(thing) === id);
    const beside = results.find(({ state }) => state === 'together')?.togetherWith ?? null;
    return {
      thingId: id,
      subject,
      isKeeper: isKeeper(subject, own),
      times: own.length,
      togetherWith: beside === null ? null : (subjects.get(beside) ?? null),
      results: results.map(shownResult),
      money: results.reduce<LiftThingResults['money']>(
        (found, row) => found ?? liftMoney(row, paid, currency),
        null,
      ),
      actIds,
    };
  });
}

function isKeeper(subject: LiftSubject, acts: LiftShow['acts']): boolean {
  if (subject.kind === 'giveaway') return true;
  if (subject.kind === 'cueKind') return isKeeperKind(subject.cueKind);
  if (subject.kind !== 'card') return false;
  return acts.some(({ things }) =>
    things.some(({ kind, key }) => kind === 'cueKind' && isKeeperKind(CueKind.parse(key))),
  );
}

function evidenceOf({ acts }: LiftShow, effects: readonly ActEffect[]): LiftActEvidence[] {
  const figures = new Map<string, LiftActEvidence['figures']>();
  for (const effect of effects) {
    const { figure, window, first, count, exposure, foretold, rateOf, matched } = effect;
    const held = figures.get(window.act.id) ?? [];
    held.push({
      figure,
      fromMinute: first + window.last + window.shape.from,
      minutes: window.shape.to - window.shape.from + 1,
      came: count,
      expected: rateOf(foretold) * exposure,
      matched: [...matched],
    });
    figures.set(window.act.id, held);
  }
  return acts.flatMap(({ id, ts }) => {
    const own = figures.get(id);
    return own === undefined ? [] : [{ actId: id, ts, figures: own }];
  });
}
