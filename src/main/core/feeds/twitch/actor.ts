import type { Actor, ActorRole, Badge, PersonRef } from '#shared/contract/actor.ts';
import type { z } from 'zod';
import type { IrcLine } from './irc-line.ts';
import { TAG } from './irc-tags.ts';
import type { Tags } from './irc-tags.ts';
import { isTagSet, tagText } from './tag-values.ts';

type PersonReference = z.infer<typeof PersonRef>;

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

/** The account all anonymous gifts come from. */
const ANONYMOUS_GIFTER = 'ananonymousgifter';
const COLOR = /^#[0-9A-Fa-f]{6}$/;

/** The person who wrote the line; null when it names none at all. */
export function lineActor(line: IrcLine): Actor | null {
  const { tags } = line;
  const userId = tagText(tags, TAG.userId);
  const shownName = tagText(tags, TAG.displayName);
  const hasShownName = shownName !== null && shownName.trim() !== '';
  // A prefix without a nick was seen in the wild; the tags still say who it is.
  const name =
    line.nick || tagText(tags, 'login') || (hasShownName ? shownName : null) || userId || '';
  if (name === '') return null;
  const badges = parseBadges(tagText(tags, TAG.badges));
  const displayName = hasShownName ? shownName : name;
  const roles = actorRoles(tags, badges);
  const color = tags.get(TAG.color);
  const actor: Actor =
    color !== undefined && COLOR.test(color)
      ? { platformUserId: userId, name, displayName, color, roles, badges }
      : { platformUserId: userId, name, displayName, roles, badges };
  addBadgeInfo(actor, tags);
  if (name === ANONYMOUS_GIFTER) actor.isAnonymous = true;
  return actor;
}

/** A person other tags point at, such as the receiver of a gift; null when they name none. */
export function personReference(
  platformUserId: string | null,
  name: string | null,
  displayName: string | null,
): PersonReference | null {
  if (platformUserId === null && name === null && displayName === null) return null;
  return { platformUserId, name, displayName };
}

/** `set/id` pairs, as both badge tags have them. */
function parseBadges(value: string | null): Badge[] {
  const badges: Badge[] = [];
  if (value === null) return badges;
  let at = 0;
  while (at < value.length) {
    const comma = value.indexOf(',', at);
    const end = comma === -1 ? value.length : comma;
    const slash = value.indexOf('/', at);
    const setEnd = slash === -1 || slash > end ? end : slash;
    if (setEnd > at) {
      badges.push({
        set: value.slice(at, setEnd),
        id: value.slice(Math.min(setEnd + 1, end), end),
      });
    }
    at = end + 1;
  }
  return badges;
}

function actorRoles(tags: Tags, badges: readonly Badge[]): ActorRole[] {
  const roles: ActorRole[] = [];
  for (const badge of badges) addRole(roles, ROLE_OF_BADGE.get(badge.set));
  // People hide badges; the flags are always sent.
  if (isTagSet(tags, TAG.mod)) addRole(roles, 'mod');
  if (isTagSet(tags, TAG.vip)) addRole(roles, 'vip');
  if (isTagSet(tags, TAG.subscriber)) addRole(roles, 'member');
  const userType = tags.get(TAG.userType);
  if (userType === 'staff' || userType === 'admin' || userType === 'global_mod') {
    addRole(roles, 'admin');
  }
  return roles;
}

function addRole(roles: ActorRole[], role: ActorRole | undefined): void {
  if (role !== undefined && !roles.includes(role)) roles.push(role);
}

/** `badge-info` has the exact months of a subscription and the title of a prediction. */
function addBadgeInfo(actor: Actor, tags: Tags): void {
  for (const { set, id: detail } of parseBadges(tagText(tags, TAG.badgeInfo))) {
    if ((set === 'subscriber' || set === 'founder') && /^\d{1,6}$/.test(detail)) {
      actor.medal = { name: set, level: Number(detail) };
      continue;
    }
    const badge = actor.badges.find((candidate) => candidate.set === set);
    if (badge !== undefined) badge.title = detail;
  }
}
