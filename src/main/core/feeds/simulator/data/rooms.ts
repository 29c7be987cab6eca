import type { VirtualUnit } from '#shared/model/money.ts';
import type { Language } from '#shared/model/settings.ts';

export type DemoGift = {
  readonly id: string;
  readonly name: string;
  /** Quantity of the room's virtual unit for one item. */
  readonly unitValue: number;
  /** Items of a usual streak; 1 is never a streak. */
  readonly streak: number;
};

/** Steps of a paid message: minor units, seconds it stays. */
export type DemoTips = {
  readonly currency: string;
  readonly steps: readonly {
    readonly amountMinor: number;
    readonly durationS: number;
    readonly tier: string;
  }[];
};

export type DemoRoom = {
  readonly platform: 'douyin' | 'bilibili' | 'tiktok' | 'youtube' | 'twitch';
  /** Short mark at the head of this room's keys and person ids. */
  readonly prefix: string;
  readonly platformRoomId: string;
  readonly title: string;
  /** What most of its people write. */
  readonly language: Language;
  /** Part of the messages that are in the other language. */
  readonly otherPart: number;
  /** One of so many people has a name of the other language; null: nobody. */
  readonly otherNameEvery: number | null;
  /** Part of all entries; the three add up to 1. */
  readonly share: number;
  readonly unit: VirtualUnit;
  /** Empty where the platform has none. */
  readonly gifts: readonly DemoGift[];
  /** Null where nobody pays for a message. */
  readonly tips: DemoTips | null;
  readonly memberTier: string;
  readonly hasGiftedMembers: boolean;
  readonly hasLikes: boolean;
  readonly tellsEntryType: boolean;
  /** Orders come from one platform only, so that no platform drop ever hides one. */
  readonly hasOrders: boolean;
  readonly isDropped: boolean;
  readonly isRaided: boolean;
};
