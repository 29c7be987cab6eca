import { useMemo, useState, type ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { Mark } from '#shared/model/metrics.ts';
import type { Review } from '#shared/model/review.ts';

import { MINUTE_MS, type TimelineRow } from '../timeline-data.ts';
import { TimelineChart } from '../TimelineChart.tsx';
import { TimelineReadout } from '../TimelineReadout.tsx';
import { useMarkText } from '../use-mark-text.ts';
import { clockTimes } from './clock-time.ts';
import { MarkLanes } from './MarkLanes.tsx';
import { MarkList } from './MarkList.tsx';
import { moved, spanOf, zoomed, ZOOM_STEP, type Range } from './range.ts';
import { SpanPanel } from './SpanPanel.tsx';
import { keyed } from './timeline-keys.ts';
import { useSeconds } from './use-seconds.ts';
import { closeTo, compared, jumped, useTimeline, wholeRange } from './use-timeline.ts';
import styles from './ZoomedTimeline.module.css';

interface ZoomedTimelineProps {
  readonly review: Review;
  readonly rows: readonly TimelineRow[];
  readonly momentTs: number | null;
}

/** The show from its whole length down to seconds, with every mark in reach of pointer and keys. */
export function ZoomedTimeline({
  review,
  rows: minutes,
  momentTs,
}: ZoomedTimelineProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const markText = useMarkText();
  const whole = useMemo(() => wholeRange(minutes), [minutes]);
  const { state, setState } = useTimeline(whole, momentTs);
  const { range, cursorTs, span } = state;
  const seconds = useSeconds(review, range);
  const rows = seconds.rows ?? minutes;
  const isSeconds = seconds.rows !== null;
  const timeOf = useMemo(() => clockTimes(i18n, whole), [i18n, whole]);
  const timeText = (ts: number): string => timeOf(ts, isSeconds);
  const index = indexAt(rows, cursorTs, isSeconds ? 1_000 : MINUTE_MS);
  const row = index === null ? null : (rows[index] ?? null);
  const figure = (value: number | null): string => (value === null ? '—' : format.number(value));
  const words =
    row === null
      ? t('review.ownScales')
      : [
          timeText(row.ts),
          `${t('review.viewers')} ${figure(row.viewers)}`,
          `${t(isSeconds ? 'review.chatsSecond' : 'review.chatsMinute')} ${figure(row.chats)}`,
          `${t(isSeconds ? 'review.ordersSecond' : 'review.ordersMinute')} ${figure(row.ordersPaid)}`,
          ...row.marks.map(markText),
        ].join(' · ');
  const marks = useMemo(
    () => review.marks.filter(({ ts }) => ts >= range.fromTs && ts <= range.toTs),
    [review.marks, range],
  );
  const [hasList, setHasList] = useState(false);
  const look = (to: Range): void => setState({ ...state, range: to });
  const middle = (range.fromTs + range.toTs) / 2;

  function compare(of: readonly Pick<Mark, 'kind' | 'ts' | 'label'>[]): void {
    setState(compared(state, whole, of, review));
  }

  function onKey(key: string, isShifted: boolean): boolean {
    if (key === 'c' && cursorTs !== null) {
      const own = review.marks.find(({ ts }) => ts === cursorTs) ?? row?.marks[0];
      compare([own ?? { kind: 'bookmark', ts: cursorTs, label: '' }]);
      return true;
    }
    const next = keyed(state, { whole, moments: rows.map(({ ts }) => ts) }, key, isShifted);
    if (next !== null) setState(next);
    return next !== null;
  }

  return (
    <div className={styles.timeline}>
      <div className={styles.bar}>
        <span className={styles.shown} role="status">
          {t('review.zoom.shown', {
            from: timeOf(range.fromTs, true),
            to: timeOf(range.toTs, true),
            length: format.span(spanOf(range)),
          })}
          {seconds.state === 'reading' && ` · ${t('review.zoom.reading')}`}
          {seconds.state === 'failed' && ` · ${t('review.zoom.failed')}`}
        </span>
        <Button
          tone="quiet"
          aria-label={t('review.zoom.out')}
          title={t('review.zoom.out')}
          disabled={spanOf(range) >= spanOf(whole)}
          onClick={() => look(zoomed(range, whole, 1 / ZOOM_STEP, cursorTs ?? middle))}
        >
          −
        </Button>
        <Button
          tone="quiet"
          aria-label={t('review.zoom.in')}
          title={t('review.zoom.in')}
          onClick={() => look(zoomed(range, whole, ZOOM_STEP, cursorTs ?? middle))}
        >
          +
        </Button>
        <Button tone="quiet" disabled={spanOf(range) >= spanOf(whole)} onClick={() => look(whole)}>
          {t('review.zoom.whole')}
        </Button>
      </div>
      <TimelineReadout row={row} isSeconds={isSeconds} timeText={timeText} />
      <TimelineChart
        rows={rows}
        gaps={review.gaps}
        range={range}
        span={span}
        isSeconds={isSeconds}
        index={index}
        words={words}
        timeText={timeText}
        onPoint={(at) => {
          const ts = at === null ? null : (rows[at]?.ts ?? null);
          if (ts !== null && ts !== cursorTs) setState({ ...state, cursorTs: ts });
        }}
        onSpan={(chosen) => setState({ ...state, span: chosen, spanFromTs: null })}
        onZoom={(factor, atTs) => look(zoomed(range, whole, factor, atTs))}
        onMove={(share) => look(moved(range, whole, share))}
        onKey={onKey}
      />
      <MarkLanes
        marks={marks}
        range={range}
        onJump={(ts) => setState(jumped(state, whole, ts))}
        onLook={(to) => look(to)}
        pointedTs={cursorTs}
        onCompare={compare}
        whole={whole}
      />
      <p className={styles.keys}>{t('review.zoom.keys')}</p>
      {review.marks.length > 0 && (
        <Button tone="quiet" aria-expanded={hasList} onClick={() => setHasList(!hasList)}>
          {t(hasList ? 'review.zoom.hideList' : 'review.zoom.showList', { count: marks.length })}
        </Button>
      )}
      {hasList && (
        <MarkList
          marks={marks}
          timeText={(ts) => timeOf(ts, true)}
          onPoint={(ts) => setState(jumped(state, whole, ts))}
          onJump={(ts) => setState(closeTo(state, whole, ts))}
          onCompare={(mark) => compare([mark])}
        />
      )}
      {/* Last: what is pressed in the list stays where it is. */}
      {(span !== null || state.spanFromTs !== null) && (
        <SpanPanel
          review={review}
          span={span}
          fromTs={state.spanFromTs}
          timeText={(ts) => timeOf(ts, true)}
          onLook={look}
          onSpan={(to) => setState({ ...state, span: to })}
          onClose={() => setState({ ...state, span: null, spanFromTs: null })}
        />
      )}
    </div>
  );
}

/** The row in which the moment lies; null for none, or one outside. */
function indexAt(rows: readonly TimelineRow[], ts: number | null, lengthMs: number): number | null {
  const first = rows[0];
  if (ts === null || first === undefined) return null;
  const index = Math.floor((ts - first.ts) / lengthMs);
  return index >= 0 && index < rows.length ? index : null;
}
