import type { LiftFigureName } from '../../model/lift.ts';

/** Sizes that would matter, as parts of what is without it: where one would not have shown, nothing is said against it. */
export const SIZE_THAT_MATTERS: Readonly<Record<LiftFigureName, number>> = {
  chat: 0.5,
  inflow: 0.4,
  follows: 0.6,
  clicks: 0.6,
  orders: 0.8,
  online: 0.05,
  leavers: 0.25,
};

/** What a change of the figure is a part of: the people who are there, or what comes without it. */
export function liftBase(figure: LiftFigureName, without: number): number {
  return figure === 'online' ? 1_000 : Math.abs(without);
}
