import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { classNames } from '#renderer/ui/class-names.ts';

import styles from './MetricStrip.module.css';

interface TileNoteProps {
  readonly parts: readonly string[];
  /** A sign before the words; null for none. */
  readonly lead: ReactElement | null;
  /** How the words are drawn, beside what they say; null: as any note. */
  readonly tone: 'usual' | 'below' | 'above' | null;
}

/** The line under a figure: what has no room on it is counted, and stands whole in its detail. */
export function TileNote({ parts, lead, tone }: TileNoteProps): ReactElement {
  const { t } = useI18n();
  const line = useRef<HTMLSpanElement>(null);
  const [hidden, setHidden] = useState(0);
  const separator = t('common.separator');
  const whole = parts.join(separator);

  useLayoutEffect(() => {
    const element = line.current;
    if (element === null) return undefined;
    const count = (): void => setHidden(partsBelow(element));
    count();
    // Not in every test surrounding.
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(count);
    observer.observe(element);
    return () => observer.disconnect();
  }, [whole]);

  const [only] = parts;
  if (parts.length === 1) {
    return (
      <p className={styles.note} title={only}>
        {lead}
        {tone === null ? only : <span className={styles[tone]}>{only}</span>}
      </p>
    );
  }
  return (
    <p className={styles.parts}>
      {lead}
      <span ref={line} className={classNames(styles.line, tone !== null && styles[tone])}>
        {parts.map((part, index) => (
          <span key={part}>{index === 0 ? part : `${separator}${part}`}</span>
        ))}
      </span>
      {/* Its room is kept, so that what it counts does not change with it. */}
      <span className={styles.more} data-is-empty={hidden === 0}>
        {t('metric.more', { count: Math.max(1, hidden) })}
      </span>
    </p>
  );
}

/** How many fell into a second line, which is not seen. */
function partsBelow(line: HTMLElement): number {
  const [first, ...others] = [...line.children].filter((part) => part instanceof HTMLElement);
  if (first === undefined) return 0;
  return others.filter((part) => part.offsetTop > first.offsetTop).length;
}
