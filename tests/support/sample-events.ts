import type { Fragment } from '#shared/contract/fragment.ts';
import { RoomEvent } from '#shared/contract/room-event.ts';

import { SAMPLE_NOW, type SampleLanguage } from './sample-room.ts';

interface ActorPatch {
  readonly name: string;
  readonly roles?: readonly string[];
}

function actor({ name, roles }: ActorPatch): Record<string, unknown> {
  return { platformUserId: `id-${name}`, name, displayName: name, roles: roles ?? [], badges: [] };
}

interface EventPatch {
  readonly seq: number;
  readonly platform?: string;
  /** Null for events without a person. */
  readonly by?: ActorPatch | null;
  readonly ts?: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Any event of the contract; `fields` holds its kind and what the kind asks for. */
export function sampleEvent({ seq, platform, by, ts, fields }: EventPatch): RoomEvent {
  const eventTs = ts ?? SAMPLE_NOW - 60_000 + (seq % 60_000);
  return RoomEvent.parse({
    seq,
    roomId: 'main',
    showId: 7,
    eventTs,
    platform: platform ?? 'douyin',
    source: 'bridge',
    platformRoomId: null,
    dedupeKey: `m-${seq}`,
    platformTs: null,
    receivedTs: eventTs,
    test: false,
    historical: false,
    actor: by === undefined || by === null ? null : actor(by),
    schema: 1,
    ...fields,
  });
}

interface ChatPatch {
  readonly seq: number;
  readonly name: string;
  readonly text: string;
  readonly platform?: string;
  readonly roles?: readonly string[];
  readonly ts?: number;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly fragments?: readonly Fragment[];
}

export function sampleChat(patch: ChatPatch): RoomEvent {
  const { seq, name, text, platform, roles, ts, fields, fragments } = patch;
  return sampleEvent({
    seq,
    platform,
    ts,
    by: { name, roles },
    fields: {
      kind: 'chat',
      fragments: fragments ?? [{ type: 'text', text }],
      replyTo: null,
      pinned: false,
      ...fields,
    },
  });
}

const LINES = [
  ['douyin', '晚来的雨', '这件有黑色吗', 'Rain', 'is there a black one?'],
  [
    'twitch',
    'Momo_',
    'first time here, does it ship to Malaysia?',
    'Momo_',
    'first time here, does it ship to Malaysia?',
  ],
  ['douyin', '小鱼', '已拍！', 'Fishy', 'ordered!'],
  ['kuaishou', '老张', '主播身上这件几号链接', 'Zhang', 'which link is the one you wear'],
  ['douyin', '用户8231', '哈哈哈哈', 'user8231', 'hahaha'],
  ['douyin', '栗子', '170 130 斤穿 L 还是 XL', 'Chestnut', '170 cm 65 kg, L or XL'],
  [
    'bilibili',
    '阿May',
    '上次买的衬衫很好穿，回购',
    'May',
    'the last shirt was lovely, buying again',
  ],
  ['twitch', 'kenji_', 'is the linen pre-washed?', 'kenji_', 'is the linen pre-washed?'],
  ['kuaishou', '豆豆', '价格再便宜点就下单了', 'Bean', 'a bit cheaper and I order'],
  ['douyin', '晚来的雨', '会缩水吗', 'Rain', 'does it shrink?'],
  ['bilibili', 'Nana', '求补 M 码！！', 'Nana', 'please restock M!!'],
] as const;

/** The newest rows of the sample room: chat, a gift, a raid. */
export function sampleRecent(language: SampleLanguage): readonly RoomEvent[] {
  const isZh = language === 'zh-CN';
  const chats = LINES.map(([platform, zhName, zh, enName, en], index) =>
    sampleChat({
      seq: 38_300 + index,
      platform,
      name: isZh ? zhName : enName,
      text: isZh ? zh : en,
      ts: SAMPLE_NOW - 30_000 + index * 2_000,
      roles: index === 6 ? ['member'] : [],
      fields: index === 1 ? { isFirst: true } : {},
    }),
  );
  const gift = sampleEvent({
    seq: 38_320,
    platform: 'bilibili',
    ts: SAMPLE_NOW - 6_000,
    by: { name: isZh ? '清风' : 'Clearwind' },
    fields: {
      kind: 'gift',
      giftId: 'flower',
      name: isZh ? '小花花' : 'Flower',
      count: 10,
      comboId: 'combo-1',
      comboCount: 10,
      comboEnd: false,
      value: { unit: 'battery', quantity: 10 },
      toUser: null,
      paid: true,
      fragments: [],
    },
  });
  const raid = sampleEvent({
    seq: 38_330,
    platform: 'twitch',
    ts: SAMPLE_NOW - 4_000,
    by: { name: 'loomstudio' },
    fields: { kind: 'raid', viewers: 86, systemText: null },
  });
  return [...chats, gift, raid];
}
