import type { CheckLight, CheckLine, CheckSubject } from '../../model/checklist.ts';
import type { Outlet } from '../../model/outlet.ts';
import type { ShelfItem } from '../../model/product.ts';
import type { Block } from '../../model/run-of-show.ts';
import type { Screen } from '../../model/screen.ts';
import type { Source } from '../../model/source.ts';
import { sourceCondition } from '../source-condition.ts';

/** A phrase that should not be said; `isBanned`: the law or the platform forbids it. */
export type RiskyPhrase = { readonly phrase: string; readonly isBanned: boolean };

/** What is looked at before a show: the room's state as a desk holds it. */
export type PreflightRoom = {
  readonly sources: readonly Source[];
  readonly screens: readonly Pick<Screen, 'role' | 'isConnected'>[];
  readonly outlets: readonly Outlet[];
  readonly items: readonly ShelfItem[];
  readonly blocks: readonly Pick<Block, 'title' | 'productIds'>[];
  /** What stands in scripts, cues and product texts. */
  readonly phrases: readonly RiskyPhrase[];
  readonly wallNow: number;
};

/** What a check found, each with a sentence that says what to do: `checks.finding.<finding>`. */
export const CHECK_FINDINGS = [
  'sourcesReady',
  'sourcesNone',
  'sourcesWait',
  'sourcesDown',
  'screensReady',
  'screensNone',
  'outletsReady',
  'outletsNone',
  'outletsDown',
  'shelfReady',
  'shelfEmpty',
  'stockReady',
  'stockUnknown',
  'stockGone',
  'planReady',
  'planEmpty',
  'planUnshelved',
  'wordsClean',
  'wordsRisky',
  'wordsBanned',
] as const;
export type CheckFinding = (typeof CHECK_FINDINGS)[number];

export type FoundCheck = CheckLine & { readonly finding: CheckFinding };

/** Names that are told of those it is about. */
const NAMES_MAX = 5;
const NAME_CHARS = 200;

/** Every check, in the order in which they are gone through; each one line. */
export function preflight(room: PreflightRoom): readonly FoundCheck[] {
  return [
    checkSources(room),
    checkScreens(room),
    checkOutlets(room),
    room.items.length === 0 ? line('shelf', 'amber', 'shelfEmpty') : shelfReady(room),
    checkStock(room),
    checkPlan(room),
    checkWords(room),
  ];
}

function line(
  subject: CheckSubject,
  light: CheckLight,
  finding: CheckFinding,
  names: readonly string[] = [],
): FoundCheck {
  const told = names.slice(0, NAMES_MAX).map((name) => name.slice(0, NAME_CHARS));
  return { subject, light, finding, names: told, count: names.length };
}

function shelfReady({ items }: PreflightRoom): FoundCheck {
  return { ...line('shelf', 'green', 'shelfReady'), count: items.length };
}

function checkSources({ sources, wallNow }: PreflightRoom): FoundCheck {
  const on = sources.filter(({ isEnabled }) => isEnabled);
  if (on.length === 0) return line('sources', 'red', 'sourcesNone');
  const named = (wanted: readonly string[]): string[] =>
    on
      .filter((source) => wanted.includes(sourceCondition(source, wallNow)))
      .map(({ channel }) => channel);
  const down = named(['failed', 'reconnecting']);
  if (down.length > 0) return line('sources', 'red', 'sourcesDown', down);
  const waiting = named(['connecting', 'off']);
  if (waiting.length > 0) return line('sources', 'amber', 'sourcesWait', waiting);
  return { ...line('sources', 'green', 'sourcesReady'), count: on.length };
}

function checkScreens({ screens }: PreflightRoom): FoundCheck {
  const anchors = screens.filter(({ role, isConnected }) => role === 'anchor' && isConnected);
  return anchors.length === 0
    ? line('screens', 'amber', 'screensNone')
    : { ...line('screens', 'green', 'screensReady'), count: anchors.length };
}

function checkOutlets({ outlets }: PreflightRoom): FoundCheck {
  const used = outlets.filter(({ isOn, isInShow }) => isOn && isInShow);
  if (used.length === 0) return line('outlets', 'green', 'outletsNone');
  const down = used.filter(({ link }) => link.state === 'failed').map(({ name }) => name);
  if (down.length > 0) return line('outlets', 'red', 'outletsDown', down);
  return { ...line('outlets', 'green', 'outletsReady'), count: used.length };
}

/** Without a shelf there is no stock to look at. */
function checkStock({ items }: PreflightRoom): FoundCheck {
  const gone = items.filter(({ isSoldOut, stock }) => isSoldOut || stock === 0);
  if (gone.length > 0) {
    const names = gone.map(({ name }) => name);
    return line('stock', 'red', 'stockGone', names);
  }
  const unknown = items.filter(({ stock }) => stock === null).map(({ name }) => name);
  return unknown.length > 0
    ? line('stock', 'amber', 'stockUnknown', unknown)
    : line('stock', 'green', 'stockReady');
}

function checkPlan({ blocks, items }: PreflightRoom): FoundCheck {
  if (blocks.length === 0) return line('plan', 'amber', 'planEmpty');
  const shelved = new Set<number>(items.map(({ productId }) => productId));
  const missing = blocks.filter(({ productIds }) => productIds.some((id) => !shelved.has(id)));
  if (missing.length > 0) {
    const names = missing.map(({ title }) => title);
    return line('plan', 'red', 'planUnshelved', names);
  }
  return { ...line('plan', 'green', 'planReady'), count: blocks.length };
}

function checkWords({ phrases }: PreflightRoom): FoundCheck {
  const of = (isBanned: boolean): string[] => [
    ...new Set(phrases.filter((each) => each.isBanned === isBanned).map(({ phrase }) => phrase)),
  ];
  const banned = of(true);
  if (banned.length > 0) return line('words', 'red', 'wordsBanned', banned);
  const risky = of(false);
  return risky.length > 0
    ? line('words', 'amber', 'wordsRisky', risky)
    : line('words', 'green', 'wordsClean');
}

/** Red checks that no earlier word took responsibility for, as they stand now. */
export function openRed(
  checks: readonly FoundCheck[],
  overruled: readonly { readonly checks: readonly CheckLine[] }[],
): readonly FoundCheck[] {
  const keyOf = ({ finding, names, count }: CheckLine): string =>
    [finding, count, ...names].join('\n');
  const known = new Set(overruled.flatMap((each) => each.checks.map(keyOf)));
  return checks.filter((check) => check.light === 'red' && !known.has(keyOf(check)));
}
