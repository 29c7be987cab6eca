import type { VirtualUnit } from '#shared/model/money.ts';

export type DemoGift = {
  readonly id: string;
  readonly name: string;
  /** Quantity of the room's virtual unit for one item. */
  readonly unitValue: number;
  /** Items of a usual streak; 1 is never a streak. */
  readonly streak: number;
};

export type DemoRoom = {
  readonly platform: 'douyin' | 'bilibili' | 'twitch';
  /** Short mark at the head of this room's keys and person ids. */
  readonly prefix: string;
  readonly platformRoomId: string;
  readonly title: string;
  readonly language: 'zh' | 'en';
  /** Part of all entries; the three add up to 1. */
  readonly share: number;
  readonly unit: VirtualUnit;
  readonly gifts: readonly DemoGift[];
  readonly hasLikes: boolean;
  /** Orders come from one platform only, so that no platform drop ever hides one. */
  readonly hasOrders: boolean;
};

/** The three rooms one demo show is broadcast to. */
export const demoRooms: readonly DemoRoom[] = [
  {
    platform: 'douyin',
    prefix: 'dy',
    platformRoomId: 'demo-7300000000000000001',
    title: '秋季亚麻专场',
    language: 'zh',
    share: 0.62,
    unit: 'diamond',
    gifts: [
      { id: 'xiaoxinxin', name: '小心心', unitValue: 1, streak: 8 },
      { id: 'meigui', name: '玫瑰', unitValue: 1, streak: 10 },
      { id: 'renqipiao', name: '人气票', unitValue: 1, streak: 6 },
      { id: 'jiayouya', name: '加油鸭', unitValue: 15, streak: 3 },
      { id: 'zhenhaoting', name: '为你闪耀', unitValue: 66, streak: 1 },
    ],
    hasLikes: true,
    hasOrders: true,
  },
  {
    platform: 'bilibili',
    prefix: 'bl',
    platformRoomId: 'demo-22000001',
    title: '【秋季上新】亚麻专场',
    language: 'zh',
    share: 0.24,
    unit: 'battery',
    gifts: [
      { id: 'xiaohuahua', name: '小花花', unitValue: 1, streak: 10 },
      { id: 'niuwaniuwa', name: '牛哇牛哇', unitValue: 1, streak: 5 },
      { id: 'dacall', name: '打call', unitValue: 5, streak: 4 },
      { id: 'zhegehaoei', name: '这个好诶', unitValue: 10, streak: 1 },
    ],
    hasLikes: true,
    hasOrders: false,
  },
  {
    platform: 'twitch',
    prefix: 'tw',
    platformRoomId: 'demo-8800001',
    title: 'Autumn linen, live from the studio',
    language: 'en',
    share: 0.14,
    unit: 'bits',
    gifts: [
      { id: 'cheer-1', name: 'Cheer', unitValue: 1, streak: 1 },
      { id: 'cheer-50', name: 'Cheer 50', unitValue: 50, streak: 1 },
      { id: 'cheer-100', name: 'Cheer 100', unitValue: 100, streak: 1 },
    ],
    hasLikes: false,
    hasOrders: false,
  },
];
