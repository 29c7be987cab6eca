import type { ReactElement } from 'react';

import styles from './Sparkline.module.css';

const WIDTH = 76;
const HEIGHT = 20;
const INSET = 3;

interface SparklineProps {
  /** Oldest first; null leaves a hole. */
  readonly values: readonly (number | null)[];
  /** What the line says. */
  readonly words: string;
}

/** A small line of a figure over shows with its end marked; the words beside it say the same. */
export function Sparkline({ values, words }: SparklineProps): ReactElement {
  const known = values.flatMap((value) => value ?? []);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = (at: number): number => (at / Math.max(1, values.length - 1)) * (WIDTH - INSET);
  const y = (value: number): number =>
    most === least
      ? HEIGHT / 2
      : HEIGHT - INSET - ((value - least) / (most - least)) * (HEIGHT - 2 * INSET);
  const last = values.at(-1) ?? null;
  return (
    <span className={styles.trend}>
      {known.length > 1 && (
        <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          <path d={pathOf(values, x, y)} />
          {last !== null && <circle cx={x(values.length - 1)} cy={y(last)} r="2.5" />}
        </svg>
      )}
      <span>{words}</span>
    </span>
  );
}

function pathOf(
  values: readonly (number | null)[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, at) => {
      if (value === null) return '';
      const isBegun = at > 0 && values[at - 1] !== null;
      return `${isBegun ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
}
