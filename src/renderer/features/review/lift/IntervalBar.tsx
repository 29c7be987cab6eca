import type { ReactElement } from 'react';

import type { LiftResult } from '#shared/model/lift.ts';

import styles from './LiftSection.module.css';

const WIDTH = 132;
const HEIGHT = 16;
const HALF = WIDTH / 2 - 4;

interface IntervalBarProps {
  readonly result: LiftResult;
  /** What the whole width to one side stands for. */
  readonly reach: number;
}

/** Where an effect lies: nothing in the middle, the interval as a bar, its mean as a dot. The numbers stand beside. */
export function IntervalBar({ result, reach }: IntervalBarProps): ReactElement | null {
  const { low, mean, high, state } = result;
  if (low === null || mean === null || high === null || reach <= 0) return null;
  const at = (value: number): number =>
    WIDTH / 2 + (Math.max(-reach, Math.min(reach, value)) / reach) * HALF;
  return (
    <svg
      className={styles.interval}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      data-state={state}
    >
      <line x1={WIDTH / 2} x2={WIDTH / 2} y1={1} y2={HEIGHT - 1} data-part="zero" />
      <rect x={at(low)} y={5} width={Math.max(2, at(high) - at(low))} height={6} rx={3} />
      <circle cx={at(mean)} cy={HEIGHT / 2} r={4} />
    </svg>
  );
}
