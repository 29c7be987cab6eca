import { z } from 'zod';

import { TileId } from './metric-tile.ts';

/** What a room sells (类目): by it the presets of some figures and the risk words differ. */
export const RoomCategory = z.enum([
  'general',
  'apparel',
  'home',
  'beauty',
  'food',
  'health',
  'digital',
  'jewellery',
  'baby',
  'education',
  'finance',
  'alcohol',
]);
export type RoomCategory = z.infer<typeof RoomCategory>;

/**
 * The operator's own numbers in the place of presets, by category and figure, in the figure's unit;
 * null: this preset is switched off. What is not named is as it ships.
 */
export const OwnPresets = z.partialRecord(
  RoomCategory,
  z.partialRecord(TileId, z.number().nullable()),
);
export type OwnPresets = z.infer<typeof OwnPresets>;
