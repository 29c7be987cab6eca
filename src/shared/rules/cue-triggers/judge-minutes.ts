import type { TriggerTest } from '../../model/cue-trigger.ts';
import { SIGMAS, dispersion } from '../alerts/chance.ts';
import { judge, minutesNeeded, total, type Judged } from '../alerts/judge.ts';
import { comparable, valueOf, type RoomMinute } from '../alerts/room-minute.ts';
import type { Finding } from './trigger-moment.ts';

/** Minutes of a room's own chat that say what is usual there. */
const USUAL_MINUTES = 30;

export type OwnMinuteTest = Extract<TriggerTest, { kind: 'newcomers' | 'silent' | 'unpaidRising' }>;
export type SharedMinuteTest = Extract<
  TriggerTest,
  { kind: 'change' | 'threshold' | 'usual' | 'unpaidShare' }
>;
export type MinuteTriggerTest = OwnMinuteTest | SharedMinuteTest;

export function isMinuteTest(test: TriggerTest): test is MinuteTriggerTest {
  switch (test.kind) {
    case 'change':
    case 'threshold':
    case 'usual':
    case 'unpaidShare':
    case 'newcomers':
    case 'silent':
    case 'unpaidRising':
      return true;
    default:
      return false;
  }
}

/** Whole minutes a test looks back. */
export function minutesOf(test: MinuteTriggerTest): number {
  switch (test.kind) {
    case 'newcomers':
      return test.windowMin;
    case 'silent':
      return test.windowMin + USUAL_MINUTES;
    case 'unpaidRising':
      return test.windowMin * 2;
    default:
      return minutesNeeded(test);
  }
}

/** The finding where the test holds for the newest minutes and chance alone would not bring it. */
export function judgeMinutes(test: MinuteTriggerTest, judged: Judged): Finding | null {
  switch (test.kind) {
    case 'newcomers':
      return newcomers(test, judged.minutes);
    case 'silent':
      return silent(test, judged.minutes);
    case 'unpaidRising':
      return unpaidRising(test, judged.minutes);
    default: {
      const evidence = judge(test, judged);
      return evidence === null ? null : plain(evidence, strengthOf(evidence.sigmas));
    }
  }
}

function newcomers(
  { percent, windowMin }: Extract<TriggerTest, { kind: 'newcomers' }>,
  minutes: readonly RoomMinute[],
): Finding | null {
  const window = minutes.slice(-windowMin);
  if (window.length < windowMin) return null;
  const { sourceIds } = comparable(window, ['entries', 'viewers']);
  if (sourceIds.length === 0) return null;
  const counts = window.map((minute) => valueOf(minute, 'entries', sourceIds));
  const entries = total('entries', counts);
  const online = total(
    'viewers',
    window.map((minute) => valueOf(minute, 'viewers', sourceIds)),
  );
  if (online <= 0) return null;
  const limit = (online * percent) / 100;
  const past = minutes.map((minute) => valueOf(minute, 'entries', sourceIds));
  const deviation = Math.sqrt(dispersion(past, 1) * Math.max(limit, 1));
  const sigmas = (entries - limit) / deviation;
  if (sigmas < SIGMAS) return null;
  const evidence = { kind: 'newcomers' as const, entries, online, share: entries / online };
  return plain(evidence, strengthOf(sigmas));
}

/** Nothing at all is news only where what is usual would hardly ever come to nothing. */
function silent(
  { windowMin }: Extract<TriggerTest, { kind: 'silent' }>,
  minutes: readonly RoomMinute[],
): Finding | null {
  const window = minutes.slice(-windowMin);
  const before = minutes.slice(-(windowMin + USUAL_MINUTES), -windowMin);
  if (window.length < windowMin || before.length === 0) return null;
  const { sourceIds } = comparable(window, ['chats']);
  const known = before.filter((minute) =>
    sourceIds.every((id) => minute.sources.get(id)?.isWhole ?? false),
  );
  if (sourceIds.length === 0 || known.length === 0) return null;
  const chats = (list: readonly RoomMinute[]): number =>
    total(
      'chats',
      list.map((minute) => valueOf(minute, 'chats', sourceIds)),
    );
  if (chats(window) > 0) return null;
  const usual = (chats(known) / known.length) * windowMin;
  const past = known.map((minute) => valueOf(minute, 'chats', sourceIds));
  const sigmas = usual === 0 ? 0 : usual / Math.sqrt(dispersion(past, 1) * usual);
  if (sigmas < SIGMAS) return null;
  return plain({ kind: 'silent', minutes: windowMin, usual }, strengthOf(sigmas));
}

function unpaidRising(
  { points, exposure, windowMin }: Extract<TriggerTest, { kind: 'unpaidRising' }>,
  minutes: readonly RoomMinute[],
): Finding | null {
  const window = minutes.slice(-windowMin * 2);
  if (window.length < windowMin * 2) return null;
  const { sourceIds } = comparable(window, ['ordersPlaced', 'ordersPaid']);
  if (sourceIds.length === 0) return null;
  const [before, now] = [window.slice(0, windowMin), window.slice(windowMin)].map((part) => {
    const sum = (figure: 'ordersPlaced' | 'ordersPaid'): number =>
      total(
        figure,
        part.map((minute) => valueOf(minute, figure, sourceIds)),
      );
    return { placed: sum('ordersPlaced'), paid: sum('ordersPaid') };
  });
  if (before === undefined || now === undefined) return null;
  // More paid than placed: orders of earlier, or a platform that tells payments alone.
  if ([before, now].some(({ placed, paid }) => placed < exposure || paid > placed)) return null;
  const [was, is] = [before, now].map(({ placed, paid }) => (placed - paid) / placed);
  if (was === undefined || is === undefined || (is - was) * 100 < points) return null;
  const pooled =
    (before.placed - before.paid + now.placed - now.paid) / (before.placed + now.placed);
  const spread = pooled * (1 - pooled) * (1 / before.placed + 1 / now.placed);
  const deviation = Math.sqrt(spread);
  if (deviation === 0 || is - was < SIGMAS * deviation) return null;
  const evidence = { kind: 'unpaidRising' as const, share: is, before: was, placed: now.placed };
  return plain(evidence, strengthOf((is - was) / deviation));
}

/** From just clear of chance to beyond doubt. */
function strengthOf(sigmas: number | null): number {
  if (sigmas === null) return 0.5;
  return Math.min(1, Math.max(0, (sigmas - SIGMAS) / 7.5 + 0.25));
}

function plain(evidence: Finding['evidence'], strength: number): Finding {
  return { evidence, key: null, strength };
}
