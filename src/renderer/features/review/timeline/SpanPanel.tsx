import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { Review } from '#shared/model/review.ts';

import type { ComparedSpan } from '#shared/rules/shows/compare-span.ts';
import { lengthened } from '#shared/rules/shows/mark-span.ts';

import { spanOf, type Range } from './range.ts';
import { SpanCompare } from './SpanCompare.tsx';
import styles from './SpanPanel.module.css';

interface SpanPanelProps {
  readonly review: Review;
  /** Null while only its beginning is chosen. */
  readonly span: ComparedSpan | null;
  readonly fromTs: number | null;
  readonly timeText: (ts: number) => string;
  onLook(range: Range): void;
  /** Another length. */
  onSpan(span: ComparedSpan): void;
  onClose(): void;
}

/** A span that was chosen in the timeline, with what can be done with it. */
export function SpanPanel(props: SpanPanelProps): ReactElement {
  const { review, span, fromTs, timeText, onLook, onSpan, onClose } = props;
  const { t, format } = useI18n();
  return (
    <section className={styles.panel} aria-label={t('review.zoom.span')}>
      <p role="status">
        {span === null
          ? t('review.zoom.spanBegun', { from: timeText(fromTs ?? 0) })
          : t('review.zoom.spanIs', {
              from: timeText(span.fromTs),
              to: timeText(span.toTs),
              length: format.span(spanOf(span)),
            })}
      </p>
      {span !== null && (
        <>
          {([-1, 1] as const).map((by) => {
            const drawn = by < 0 ? '−1′' : '+1′';
            const words = t(by < 0 ? 'spanCompare.shorter' : 'spanCompare.longer');
            return (
              <Button
                key={by}
                tone="quiet"
                aria-label={`${drawn} ${words}`}
                title={words}
                disabled={lengthened(span, by).toTs === span.toTs}
                onClick={() => onSpan(lengthened(span, by))}
              >
                {drawn}
              </Button>
            );
          })}
          <Button onClick={() => onLook(span)}>{t('review.zoom.spanLook')}</Button>
        </>
      )}
      <Button tone="quiet" onClick={onClose}>
        {t('review.zoom.spanClose')}
      </Button>
      {span !== null && (
        <div className={styles.compare}>
          <SpanCompare review={review} span={span} />
        </div>
      )}
    </section>
  );
}
