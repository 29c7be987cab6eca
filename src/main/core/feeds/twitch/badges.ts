import type { Actor, ActorRole, Badge } from '#shared/contract/actor.ts';
import { FLAG } from './irc-tags.ts';
import { unescapeTagValue } from './tag-values.ts';

/** What badges say about a person. Shared by many events, therefore frozen. */
export type Standing = {
  readonly badges: Badge[];
  readonly medal: Actor['medal'];
  /** Roles by the flags of the line (mod, vip, subscriber, staff), filled as they come up. */
  readonly rolesByFlags: (ActorRole[] | undefined)[];
};

/** Beside mod, vip and subscriber of FLAG: the line says it is Twitch's own staff. */
export const STAFF_FLAG = 8;
const ROLE_FLAGS = FLAG.mod | FLAG.vip | FLAG.subscriber | STAFF_FLAG;

const ROLE_OF_BADGE: ReadonlyMap<string, ActorRole> = new Map([
  ['broadcaster', 'anchor'],
  ['moderator', 'mod'],
  ['lead_moderator', 'mod'],
  ['vip', 'vip'],
  ['subscriber', 'member'],
  ['founder', 'member'],
  ['staff', 'admin'],
  ['admin', 'admin'],
  ['global_mod', 'admin'],
]);

/** A busy room shows some hundreds of combinations; beyond that we start anew. */
const MAX_KEPT = 1000;
/** Longer ones are no badges anyone has, and would only fill memory. */
const MAX_KEPT_LENGTH = 200;
const kept = new Map<string, Map<string, Standing>>();
let keptCount = 0;

const NO_BADGES = readStanding('', '');

/** Reads both badge tags (`set/id` pairs, still escaped); the same ones give the same object. */
export function standingOf(badges: string | undefined, badgeInfo: string | undefined): Standing {
  if (badges === undefined && badgeInfo === undefined) return NO_BADGES;
  const shown = badges ?? '';
  const info = badgeInfo ?? '';
  const known = kept.get(shown)?.get(info);
  if (known !== undefined) return known;
  if (shown.length + info.length > MAX_KEPT_LENGTH) return readStanding(shown, info);
  // A cut-out text would keep its whole line in memory.
  return keep(copyOf(shown), copyOf(info));
}

function keep(badges: string, badgeInfo: string): Standing {
  if (keptCount >= MAX_KEPT) {
    kept.clear();
    keptCount = 0;
  }
  keptCount += 1;
  const standing = readStanding(badges, badgeInfo);
  const byInfo = kept.get(badges) ?? new Map<string, Standing>();
  kept.set(badges, byInfo.set(badgeInfo, standing));
  return standing;
}

function copyOf(text: string): string {
  return Buffer.from(text).toString();
}

/** Roles of badges first, then those of the flags: people hide badges, the flags are always sent. */
export function rolesOf(standing: Standing, flags: number): ActorRole[] {
  const place = flags & ROLE_FLAGS;
  return (standing.rolesByFlags[place] ??= readRoles(standing.badges, place));
}

function readRoles(badges: readonly Badge[], flags: number): ActorRole[] {
  const roles = new Set<ActorRole>();
  for (const { set } of badges) {
    const role = ROLE_OF_BADGE.get(set);
    if (role !== undefined) roles.add(role);
  }
  if ((flags & FLAG.mod) !== 0) roles.add('mod');
  if ((flags & FLAG.vip) !== 0) roles.add('vip');
  if ((flags & FLAG.subscriber) !== 0) roles.add('member');
  if ((flags & STAFF_FLAG) !== 0) roles.add('admin');
  const list = [...roles];
  Object.freeze(list);
  return list;
}

function readStanding(badgesTag: string, badgeInfoTag: string): Standing {
  const badges = readPairs(badgesTag);
  let medal: Actor['medal'];
  // `badge-info` has the exact months of a subscription and the title of a prediction.
  for (const { set, id: detail } of readPairs(badgeInfoTag)) {
    if ((set === 'subscriber' || set === 'founder') && /^\d{1,6}$/.test(detail)) {
      medal = { name: set, level: Number(detail) };
      continue;
    }
    const badge = badges.find((candidate) => candidate.set === set);
    if (badge !== undefined) badge.title = detail;
  }
  for (const badge of badges) Object.freeze(badge);
  Object.freeze(badges);
  Object.freeze(medal);
  return { badges, medal, rolesByFlags: Array.from({ length: ROLE_FLAGS + 1 }, () => undefined) };
}

function readPairs(tag: string): Badge[] {
  const pairs: Badge[] = [];
  for (const pair of unescapeTagValue(tag).split(',')) {
    const slash = pair.indexOf('/');
    const set = slash === -1 ? pair : pair.slice(0, slash);
    if (set !== '') pairs.push({ set, id: slash === -1 ? '' : pair.slice(slash + 1) });
  }
  return pairs;
}
