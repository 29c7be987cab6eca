import { ShowId } from '#shared/model/ids.ts';
import type { ListedShow, ShowFigures } from '#shared/model/show-list.ts';

const DAY_MS = 86_400_000;
export const SAMPLE_FIGURES: ShowFigures = {
  onAirMs: 7_200_000,
  events: 5000,
  views: 12_000,
  viewersMean: 340.5,
  viewersPeak: 610,
  joins: 4000,
  chats: 2100,
  chatters: 800,
  follows: 120,
  gifts: 30,
  ordersPlaced: 160,
  ordersPaid: 140,
  unitsPaid: 151,
  paidMinor: 1_680_000,
  gpmMinor: 140_000,
  interaction: 0.0667,
  followRate: 0.01,
  pushes: 24,
  cuesSent: 40,
  cuesDone: 33,
  gapMs: 0,
};

/** A live show that has ended, of the day of its number. */
export function listedShow(
  id: number,
  change: Partial<ListedShow>,
  figures: Partial<ShowFigures> = {},
): ListedShow {
  const startedTs = id * DAY_MS;
  return {
    id: ShowId.parse(id),
    title: `Show ${id}`,
    origin: 'live',
    state: 'ended',
    currency: 'CNY',
    createdTs: startedTs,
    startedTs,
    endedTs: startedTs + 7_200_000,
    weekday: 4,
    dayMinute: 0,
    platforms: ['twitch'],
    can: { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true },
    anchors: [],
    areAnchorsNamed: false,
    tags: [],
    productIds: [],
    figures: { ...SAMPLE_FIGURES, ...figures },
    paid: [],
    mergedTs: null,
    removedTs: null,
    ...change,
  };
}
