import type { Actor, ActorRole, Badge } from '#shared/contract/actor.ts';

import { enNameHeads, enNameTails, twitchColors, zhNameHeads, zhNameTails } from './data/names.ts';
import type { DemoRoom } from './data/rooms.ts';
import { mix } from './random.ts';

/**
 * The simulated person behind a number: always the same for the same seed, room and number, so
 * nothing has to be remembered. Ids say that they are a demo's and never meet a platform's own.
 */
export function actorOf(room: DemoRoom, seed: number, person: number): Actor {
  const hash = mix(seed, room.prefix.charCodeAt(0), room.prefix.charCodeAt(1), person);
  const isMember = hash % 17 === 0;
  const roles: ActorRole[] = [];
  const badges: Badge[] = [];
  if (person <= 2) roles.push('mod');
  if (isMember) roles.push('member');
  const isOther = room.otherNameEvery !== null && (hash >>> 7) % room.otherNameEvery === 0;
  const isChinese = (room.language === 'zh-CN') !== isOther;
  const name = isChinese ? zhName(hash, person) : enName(hash, person);
  const shared = {
    platformUserId: `demo-${seed.toString(36)}-${room.prefix}-${person}`,
    name: isChinese ? name : name.toLowerCase(),
    displayName: name,
    roles,
    badges,
  };
  switch (room.platform) {
    case 'douyin':
      return { ...shared, level: 1 + ((hash >>> 8) % 40) };
    case 'bilibili': {
      if (!isMember) return { ...shared, level: 1 + ((hash >>> 8) % 30) };
      return { ...shared, medal: { name: '小满家', level: 1 + ((hash >>> 8) % 21) } };
    }
    case 'tiktok':
      return { ...shared, level: 1 + ((hash >>> 8) % 50) };
    case 'youtube': {
      if (isMember) badges.push({ set: 'member', id: String((hash >>> 8) % 13) });
      return shared;
    }
    case 'twitch': {
      if (person <= 2) badges.push({ set: 'moderator', id: '1' });
      if (isMember) badges.push({ set: 'subscriber', id: String((hash >>> 8) % 13) });
      return { ...shared, color: partOf(twitchColors, hash >>> 4) };
    }
  }
}

/** Does this person call the room new to them? About one in nine. */
export function isFirstTimer(seed: number, person: number): boolean {
  return mix(seed, 77, person) % 9 === 0;
}

function zhName(hash: number, person: number): string {
  if (hash % 6 === 0) return `用户${1000 + ((hash >>> 5) % 9000)}${person}`;
  const name = partOf(zhNameHeads, hash >>> 3) + partOf(zhNameTails, hash >>> 12);
  return hash % 5 < 2 ? `${name}${person % 1000}` : name;
}

function enName(hash: number, person: number): string {
  const name = `${partOf(enNameHeads, hash >>> 3)}_${partOf(enNameTails, hash >>> 12)}`;
  return hash % 3 === 0 ? name : `${name}${person}`;
}

function partOf(list: readonly string[], number: number): string {
  return list[number % list.length] ?? '';
}
