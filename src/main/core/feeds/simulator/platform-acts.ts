import { CHAT_ACTS, type ChatAct, type SourceActs } from '#shared/model/chat-act.ts';

import { enRooms } from './data/rooms-en.ts';
import { zhRooms } from './data/rooms-zh.ts';
import type { DemoRoom } from './data/rooms.ts';

/** The account that is the desk's own on a demo platform; the host's, so that its lines ask nothing. */
export const OWN_ACCOUNTS: Readonly<Record<DemoRoom['platform'], string>> = {
  douyin: '小满家',
  bilibili: '小满家的直播间',
  twitch: 'xiaoman_linen',
  tiktok: 'linen.live',
  youtube: 'Linen Live',
};

type Limits = {
  readonly textMax: number;
  readonly timeoutMaxS: number;
  /** What the platform has not. */
  readonly without: readonly ChatAct[];
};

/** About what such a platform lets a moderator do: no two are the same. */
const LIMITS: Readonly<Record<DemoRoom['platform'], Limits>> = {
  douyin: { textMax: 50, timeoutMaxS: 86_400, without: [] },
  bilibili: { textMax: 40, timeoutMaxS: 86_400, without: ['delete', 'pin', 'unpin'] },
  twitch: { textMax: 500, timeoutMaxS: 1_209_600, without: [] },
  tiktok: { textMax: 150, timeoutMaxS: 86_400, without: [] },
  youtube: { textMax: 200, timeoutMaxS: 86_400, without: ['reply', 'pin', 'unpin'] },
};

const PLATFORMS: ReadonlySet<string> = new Set([...zhRooms, ...enRooms].map((r) => r.platform));

/** What can be done in the chat of a demo's platform; null where no demo has such a one. */
export function demoActs(platform: string): SourceActs | null {
  if (!isDemoPlatform(platform)) return null;
  const { textMax, timeoutMaxS, without } = LIMITS[platform];
  const isOffered = (act: ChatAct): boolean => !without.includes(act);
  return {
    can: {
      send: isOffered('send'),
      reply: isOffered('reply'),
      delete: isOffered('delete'),
      timeout: isOffered('timeout'),
      ban: isOffered('ban'),
      unban: isOffered('unban'),
      pin: isOffered('pin'),
      unpin: isOffered('unpin'),
    },
    lack: CHAT_ACTS.every(isOffered) ? null : 'not_offered',
    account: OWN_ACCOUNTS[platform],
    textMax,
    timeoutMaxS,
  };
}

export function isDemoPlatform(platform: string): platform is DemoRoom['platform'] {
  return PLATFORMS.has(platform);
}
