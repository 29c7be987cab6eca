import { TileId } from '../../model/metric-tile.ts';
import { RoomCategory, type OwnPresets } from '../../model/room-category.ts';
import { METRICS } from './metric-table.ts';
import { METRIC_SOURCES } from './metric-sources.ts';

/** On which side of the number a figure shall be; `above`: the number itself is not enough. */
export type Bound = 'atLeast' | 'above' | 'atMost';

export type Preset = {
  readonly bound: Bound;
  /** In the figure's unit: a count, a share of 1, minor units, times, seconds, ms for a delay. */
  readonly value: number;
  /** Of money, which is compared in this currency alone; null for anything else. */
  readonly currency: string | null;
  /** The address it was read at. */
  readonly source: string;
  /** Under what it was said; translated as `preset.note.<note>`, null for nothing. */
  readonly note: 'natural' | 'doubtful' | 'brandMean' | null;
};

type Table = Readonly<Partial<Record<TileId, Preset>>>;

const { A, B, C, D } = METRIC_SOURCES;
const plain = { currency: null, note: null } as const;

/**
 * What practitioners call good, of those that say it in one number. They conflict with one another
 * and are never facts of a platform: each can be changed or switched off, and a room's own median
 * takes its place where it has one. What a category does not name is as in general.
 *
 * | figure | preset | source |
 * | --- | --- | --- |
 * | mean viewers | at least 50 | C |
 * | average watch | at least 25 s (A); apparel at least 45 s (B) | A, B |
 * | retention after 5 min | above 60 % | D |
 * | engagement | at least 5 % | A |
 * | follow conversion | at least 3 % | A, and F says the same |
 * | fan-club joins | above 20 %, doubtful | D |
 * | product CTR | at least 3 % | A |
 * | CTOR | at least 5 % | A |
 * | view to buyer | at least 1.2 %, the mean of brands in 2024 | devpress.csdn.net |
 * | organic share | at least 70 % | B |
 * | ROI | at least 1.5 | B |
 * | push delay | at most 3 s | zboec.cn/zuixinxiaoxi/239 |
 * | entries in 5 min | apparel at least 100, by natural traffic | A |
 * | GPM | apparel at least ¥800, home at least ¥1,200; of shows in CNY alone | B |
 */
const GENERAL: Table = {
  viewersMean: { ...plain, bound: 'atLeast', value: 50, source: C },
  averageWatch: { ...plain, bound: 'atLeast', value: 25, source: A },
  retention: { ...plain, bound: 'above', value: 0.6, source: D },
  engagementRate: { ...plain, bound: 'atLeast', value: 0.05, source: A },
  followRate: { ...plain, bound: 'atLeast', value: 0.03, source: A },
  fanClubRate: { ...plain, bound: 'above', value: 0.2, source: D, note: 'doubtful' },
  productCtr: { ...plain, bound: 'atLeast', value: 0.03, source: A },
  ctor: { ...plain, bound: 'atLeast', value: 0.05, source: A },
  buyerRate: {
    ...plain,
    bound: 'atLeast',
    value: 0.012,
    source: 'devpress.csdn.net',
    note: 'brandMean',
  },
  organicShare: { ...plain, bound: 'atLeast', value: 0.7, source: B },
  roi: { ...plain, bound: 'atLeast', value: 1.5, source: B },
  pushDelay: { ...plain, bound: 'atMost', value: 3_000, source: 'zboec.cn/zuixinxiaoxi/239' },
};

const OF_CATEGORY: Readonly<Partial<Record<RoomCategory, Table>>> = {
  apparel: {
    entries5Min: { ...plain, bound: 'atLeast', value: 100, source: A, note: 'natural' },
    averageWatch: { ...plain, bound: 'atLeast', value: 45, source: B },
    gpm: { ...plain, bound: 'atLeast', value: 80_000, currency: 'CNY', source: B },
  },
  home: { gpm: { ...plain, bound: 'atLeast', value: 120_000, currency: 'CNY', source: B } },
};

/** A preset as it holds. */
export type HeldPreset = Preset & {
  readonly tile: TileId;
  /** As the product ships it. */
  readonly shipped: number;
  readonly isOwn: boolean;
  readonly isOn: boolean;
};

/** Every preset of a category with the operator's own numbers in it, in the order of the figures. */
export function presetsOf(category: RoomCategory, own: OwnPresets): readonly HeldPreset[] {
  const table: Table = { ...GENERAL, ...OF_CATEGORY[category] };
  const changed = own[category] ?? {};
  return TileId.options.flatMap((tile): HeldPreset[] => {
    const preset = table[tile];
    if (preset === undefined) return [];
    const mine = changed[tile];
    const shipped = preset.value;
    if (mine === undefined) return [{ ...preset, tile, shipped, isOwn: false, isOn: true }];
    return [{ ...preset, tile, shipped, value: mine ?? shipped, isOwn: true, isOn: mine !== null }];
  });
}

/** The preset a figure is compared to; null where there is none, it is off or of other money. */
export function presetFor(
  presets: readonly HeldPreset[],
  tile: TileId,
  currency: string,
): HeldPreset | null {
  const preset = presets.find((each) => each.tile === tile && each.isOn);
  if (preset === undefined) return null;
  return preset.currency === null || preset.currency === currency ? preset : null;
}

/** Own numbers with one of them changed, switched off (null) or as it ships again (`shipped`). */
export function withPreset(
  own: OwnPresets,
  category: RoomCategory,
  tile: TileId,
  value: number | null | 'shipped',
): OwnPresets {
  const { [tile]: _before, ...others } = own[category] ?? {};
  const isShipped =
    value === 'shipped' ||
    presetsOf(category, {}).some((each) => each.tile === tile && each.value === value);
  const changed = isShipped ? others : { ...others, [tile]: value };
  const { [category]: _all, ...rest } = own;
  return Object.keys(changed).length === 0 ? rest : { ...rest, [category]: changed };
}

/** Why an own number cannot be; translated as `preset.fault.<fault>`. */
export type PresetFault = {
  readonly category: RoomCategory;
  readonly tile: TileId;
  /** No preset of this category; not above zero; more than everything; finer than a unit goes; too large. */
  readonly fault: 'unknown' | 'not_positive' | 'over_all' | 'whole' | 'large';
};

/** Larger than any figure of a room. */
export const PRESET_MAX = 1_000_000_000_000;

/** What cannot be among own numbers, in their order. */
export function presetFaults(own: OwnPresets): readonly PresetFault[] {
  return RoomCategory.options.flatMap((category) => {
    const changed = own[category] ?? {};
    const shipped = new Set(presetsOf(category, {}).map(({ tile }) => tile));
    return TileId.options.flatMap((tile): PresetFault[] => {
      const value = changed[tile];
      if (value === undefined) return [];
      if (!shipped.has(tile)) return [{ category, tile, fault: 'unknown' }];
      const fault = value === null ? null : presetValueFault(tile, value);
      return fault === null ? [] : [{ category, tile, fault }];
    });
  });
}

/** Why a figure cannot be compared to this number; null where it can. */
export function presetValueFault(tile: TileId, value: number): PresetFault['fault'] | null {
  if (!(value > 0)) return 'not_positive';
  if (value > PRESET_MAX) return 'large';
  const { unit } = METRICS[tile];
  if (unit === 'share') return value > 1 ? 'over_all' : null;
  return unit === 'ratio' || Number.isInteger(value) ? null : 'whole';
}
