import type { LiftResult } from '#shared/model/lift.ts';
import type { LiftRow } from '#shared/rules/lift/lift-row.ts';

/** Of a row what screens are told, each field by name. */
export function shownResult(row: LiftRow): LiftResult {
  const { figure, state, mean, low, high, without, n, needed } = row;
  return { figure, state, mean, low, high, without, n, needed };
}
