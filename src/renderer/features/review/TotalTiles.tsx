import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { comparedWith } from './compare-text.ts';
import { totalTiles } from './total-tiles.ts';
import styles from './TotalTiles.module.css';
import { usePlatformName } from './use-platform-name.ts';

/** The results of the show, each with what makes it honest: the reason, the mark, who is left out. */
export function TotalTiles({ review }: { readonly review: Review }): ReactElement {
  const i18n = useI18n();
  const platformName = usePlatformName();
  const tiles = totalTiles(review, i18n, platformName);
  return (
    <section aria-label={i18n.t('review.totals')}>
      <dl className={styles.tiles}>
        {tiles.map((tile) => (
          <div key={tile.label} className={styles.tile}>
            <dt>{tile.label}</dt>
            <dd className={styles.value} data-unknown={tile.value === null}>
              {tile.value ?? '—'}
            </dd>
            {tile.compare !== null && (
              <dd className={styles.compare} data-trend={trendOf(tile.compare.trend)}>
                {tile.compare.text}
              </dd>
            )}
            {tile.target !== null && (
              <dd
                className={styles.compare}
                data-trend={
                  tile.target.isReached === null ? 'even' : tile.target.isReached ? 'up' : 'down'
                }
              >
                {tile.target.text}
              </dd>
            )}
            {tile.notes.map((note) => (
              <dd key={note} className={styles.note}>
                {note}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p className={styles.with}>{comparedWith(i18n, review.comparison)}</p>
    </section>
  );
}

function trendOf(trend: number): 'up' | 'down' | 'even' {
  if (Math.abs(trend) < 0.0005) return 'even';
  return trend > 0 ? 'up' : 'down';
}
