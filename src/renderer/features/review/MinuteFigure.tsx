import type { ReactElement, ReactNode } from 'react';

import { classNames } from '#renderer/ui/class-names.ts';

import styles from './MinuteFigure.module.css';

interface MinuteFigureProps {
  /** Of the drawing's own: the colours of what is drawn. */
  readonly className: string | undefined;
  readonly title: string;
  /** The title as it stands above the drawing. */
  readonly heading: ReactNode;
  readonly series: readonly { readonly name: string; readonly label: string }[];
  /** What the drawing says, for whoever cannot see it. */
  readonly words: string;
  readonly width: number;
  readonly height: number;
  /** Times at its two ends. */
  readonly from: string;
  readonly to: string;
  readonly children: ReactNode;
}

/** A small drawing of a show's minutes: names of its series above, both ends and its words below. */
export function MinuteFigure(props: MinuteFigureProps): ReactElement {
  const { className, title, heading, series, words, width, height, from, to, children } = props;
  return (
    <figure className={classNames(styles.figure, className)} aria-label={title}>
      <figcaption>
        {heading}
        {series.map(({ name, label }) => (
          <span key={name} data-series={name}>
            {label}
          </span>
        ))}
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        {children}
      </svg>
      <p className={styles.ends}>
        <span>{from}</span>
        <span>{words}</span>
        <span>{to}</span>
      </p>
    </figure>
  );
}
