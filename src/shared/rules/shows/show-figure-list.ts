import type { ListedShow, ShowFigures } from '../../model/show-list.ts';
import type { SourceCan } from '../../model/source.ts';

/** How a figure is said, and how two of them differ: shares in percentage points, the rest in percent. */
export type FigureUnit = 'count' | 'money' | 'share' | 'time';

export type ListedFigure = {
  readonly key: keyof ShowFigures;
  readonly unit: FigureUnit;
  /** What a source must be able to tell for it; null: the desk itself knows. */
  readonly needs: keyof SourceCan | null;
};

/** Every figure of a show, in the order in which they are read. */
export const SHOW_FIGURES: readonly ListedFigure[] = [
  { key: 'paidMinor', unit: 'money', needs: 'orders' },
  { key: 'ordersPaid', unit: 'count', needs: 'orders' },
  { key: 'ordersPlaced', unit: 'count', needs: 'orders' },
  { key: 'unitsPaid', unit: 'count', needs: 'orders' },
  { key: 'gpmMinor', unit: 'money', needs: 'orders' },
  { key: 'views', unit: 'count', needs: 'viewers' },
  { key: 'viewersMean', unit: 'count', needs: 'viewers' },
  { key: 'viewersPeak', unit: 'count', needs: 'viewers' },
  { key: 'joins', unit: 'count', needs: 'joins' },
  { key: 'chats', unit: 'count', needs: 'chat' },
  { key: 'chatters', unit: 'count', needs: 'chat' },
  { key: 'interaction', unit: 'share', needs: 'viewers' },
  { key: 'follows', unit: 'count', needs: 'follows' },
  { key: 'followRate', unit: 'share', needs: 'viewers' },
  { key: 'gifts', unit: 'count', needs: 'gifts' },
  { key: 'onAirMs', unit: 'time', needs: null },
  { key: 'pushes', unit: 'count', needs: null },
  { key: 'cuesSent', unit: 'count', needs: null },
  { key: 'cuesDone', unit: 'count', needs: null },
  { key: 'gapMs', unit: 'time', needs: null },
];

/** Why a figure of a show is not known. */
export type MissingReason = 'running' | 'no_source' | 'source_cannot' | 'nothing_yet' | 'no_views';

export function missingReason(
  show: Pick<ListedShow, 'figures' | 'platforms' | 'can'>,
  { key, needs }: ListedFigure,
): MissingReason {
  if (show.figures === null) return 'running';
  if (show.platforms.length === 0) return 'no_source';
  if (needs !== null && !show.can[needs]) return 'source_cannot';
  const isQuotient = key === 'gpmMinor' || key === 'interaction' || key === 'followRate';
  return isQuotient ? 'no_views' : 'nothing_yet';
}

/** How a figure stands to another; null where one is not known. */
export type Difference = {
  /** In the figure's own unit; of a share in shares of one. */
  readonly by: number;
  /** 0.12 for 12 % more; null against nothing, and of shares, which differ in points. */
  readonly ratio: number | null;
};

export function differenceOf(
  value: number | null,
  against: number | null,
  unit: FigureUnit,
): Difference | null {
  if (value === null || against === null) return null;
  const isRatio = unit !== 'share' && against !== 0;
  return { by: value - against, ratio: isRatio ? value / against - 1 : null };
}
