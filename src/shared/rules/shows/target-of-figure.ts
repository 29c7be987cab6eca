import type { ShowFigures } from '../../model/show-list.ts';
import type { HeldTarget, TargetName } from '../../model/show-target.ts';

/** Targets that are for a figure of the whole show, in the same unit. */
const TARGET_OF: Readonly<Partial<Record<keyof ShowFigures, TargetName>>> = {
  viewersPeak: 'viewersPeak',
  viewersMean: 'viewersMean',
  views: 'views',
  follows: 'follows',
  ordersPaid: 'ordersPaid',
  paidMinor: 'paid',
  gpmMinor: 'gpm',
  onAirMs: 'onAir',
};

/** What a figure should come to; null: nothing was set, or in another currency. */
export function targetOfFigure(
  targets: readonly Pick<HeldTarget, 'name' | 'value' | 'currency'>[],
  key: keyof ShowFigures,
  currency: string,
): number | null {
  const name = TARGET_OF[key];
  const target = targets.find((each) => each.name === name);
  return target === undefined || target.currency !== currency ? null : target.value;
}
