import { z } from 'zod';

/** Figures that a tile of the metric strip can show, in the order in which they are offered. */
export const TileId = z.enum([
  'viewers',
  'entries5Min',
  'chatPerMinute',
  'activeChatters',
  'follows',
  'gifts',
  'ordersPaid',
  'paid',
  'views',
  'viewersMean',
  'averageWatch',
  'impressionEnterRate',
  'organicShare',
  'retention',
  'onAir',
  'chatPerThousand',
  'engagementRate',
  'questionShare',
  'likesPerMinute',
  'luckyBagShare',
  'followRate',
  'fanClubRate',
  'unpaidRate',
  'gpm',
  'averageOrder',
  'buyerRate',
  'revenuePerViewer',
  'refundRate',
  'productImpressionRate',
  'productCtr',
  'ctor',
  'roi',
  'airtime',
  'pushDelay',
]);
export type TileId = z.infer<typeof TileId>;

/** More do not fit beside each other on the smallest desk. */
export const TILES_MAX = 8;

/** Which tiles, from left to right. */
export const TileChoice = z
  .array(TileId)
  .min(1)
  .max(TILES_MAX)
  .refine((tiles) => new Set(tiles).size === tiles.length);
export type TileChoice = z.infer<typeof TileChoice>;

/** The strip before anyone chose. */
export const FIRST_TILES: TileChoice = TileId.options.slice(0, TILES_MAX);
