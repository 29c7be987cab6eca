import type { Actor, PersonRef } from '#shared/contract/actor.ts';
import type { z } from 'zod';
import { rolesOf, STAFF_FLAG, standingOf } from './badges.ts';
import type { IrcLine } from './irc-line.ts';
import { FLAG, TAG } from './irc-tags.ts';
import type { Tags } from './irc-tags.ts';
import { tagText } from './tag-values.ts';

type PersonReference = z.infer<typeof PersonRef>;

/** The account all anonymous gifts come from. */
const ANONYMOUS_GIFTER = 'ananonymousgifter';

/** The person who wrote the line; null when it names none at all. */
export function lineActor(line: IrcLine): Actor | null {
  const { tags } = line;
  const userId = tagText(tags, TAG.userId);
  const shownName = tagText(tags, TAG.displayName);
  const hasShownName = shownName !== null && !isBlank(shownName);
  // A prefix without a nick was seen in the wild; the tags still say who it is.
  const name =
    line.nick || tagText(tags, 'login') || (hasShownName ? shownName : null) || userId || '';
  if (name === '') return null;
  const actor = makeActor(userId, name, hasShownName ? shownName : name, tags);
  if (name === ANONYMOUS_GIFTER) actor.isAnonymous = true;
  return actor;
}

/** One literal for each combination: objects that are all of one shape are made and read fastest. */
function makeActor(
  platformUserId: string | null,
  name: string,
  displayName: string,
  tags: Tags,
): Actor {
  const standing = standingOf(tags.get(TAG.badges), tags.get(TAG.badgeInfo));
  const { badges, medal } = standing;
  const roles = rolesOf(standing, roleFlags(tags));
  const color = tags.get(TAG.color);
  if (color !== undefined && isColor(color)) {
    return medal === undefined
      ? { platformUserId, name, displayName, color, roles, badges }
      : { platformUserId, name, displayName, color, roles, badges, medal };
  }
  return medal === undefined
    ? { platformUserId, name, displayName, roles, badges }
    : { platformUserId, name, displayName, roles, badges, medal };
}

function roleFlags(tags: Tags): number {
  const flags = tags.flags & (FLAG.mod | FLAG.vip | FLAG.subscriber);
  const userType = tags.get(TAG.userType);
  if (userType === undefined) return flags;
  const isStaff = userType === 'staff' || userType === 'admin' || userType === 'global_mod';
  return isStaff ? flags | STAFF_FLAG : flags;
}

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // A name that starts with a visible letter of ASCII, as most do, needs no further look.
  return !(first > 32 && first < 127) && text.trim() === '';
}

/** `#RRGGBB` */
function isColor(text: string): boolean {
  if (text.length !== 7 || text.charCodeAt(0) !== 35) return false;
  for (let at = 1; at < 7; at += 1) {
    const unit = text.charCodeAt(at);
    const isHex =
      (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 70) || (unit >= 97 && unit <= 102);
    if (!isHex) return false;
  }
  return true;
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
