import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, RefObject } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useSeries } from '#renderer/store/selectors.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import type { TileId } from '#shared/model/metric-tile.ts';
import type { SeriesPoint } from '#shared/model/metrics.ts';
import type { Disagreement } from '#shared/rules/metrics/self-check.ts';

import { MetricDetail } from './MetricDetail.tsx';
import styles from './MetricStrip.module.css';
import { sparklinePath } from './sparkline-path.ts';
import { TileNote } from './TileNote.tsx';
import type { TileContent } from './tile-content.ts';
import type { GoalNote } from './goal-note.ts';

const SPARKLINE_WIDTH = 56;
const SPARKLINE_HEIGHT = 20;
/** More characters than this do not fit the tile at the large size. */
const LARGE_CHARACTERS = 8;
/** A pointer on its way elsewhere opens nothing. */
const HOVER_MS = 300;

interface MetricTileProps {
  readonly id: TileId;
  readonly content: TileContent;
  /** The show's own. */
  readonly currency: string;
  readonly disagreements: readonly Disagreement[];
  /** The Tab key stops here; the arrows reach the others. */
  readonly isStop: boolean;
  /** In the right half, so that what opens stays on the screen. */
  readonly isAtEnd: boolean;
  readonly onReach: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** How it stands to what it is compared to; null for nothing. */
  readonly goal: GoalNote | null;
  /** An alert about it waits for an answer. */
  readonly isAlarming: boolean;
}

/** One figure; what stands behind it opens under the pointer, on a click and with the focus. */
export function MetricTile(props: MetricTileProps): ReactElement {
  const {
    id,
    content,
    currency,
    disagreements,
    goal,
    isAlarming,
    isStop,
    isAtEnd,
    onReach,
    onKeyDown,
  } = props;
  const perform = usePerform();
  const { t } = useI18n();
  const nameId = useId();
  const detailId = useId();
  const tile = useRef<HTMLLIElement>(null);
  const { isOpen, hover, setIsFocused, toggle, close } = useDetailOpen(tile);
  const { value, isApprox, note, isPartial, series } = content;
  const lead =
    disagreements.length === 0 ? null : (
      <abbr className={styles.apart} title={t('check.mark')} aria-label={t('check.mark')}>
        ?
      </abbr>
    );
  return (
    <li
      ref={tile}
      className={classNames(
        styles.tile,
        isPartial && styles.partial,
        isAlarming && styles.alarming,
      )}
      aria-labelledby={nameId}
      onPointerMove={({ nativeEvent }) => {
        // A sheet that closes under a pointer that rests points at nothing.
        if (nativeEvent.movementX !== 0 || nativeEvent.movementY !== 0) hover(true);
      }}
      onPointerLeave={() => hover(false)}
    >
      <h2 className={styles.name}>
        <button
          id={nameId}
          type="button"
          className={styles.reach}
          tabIndex={isStop ? 0 : -1}
          aria-expanded={isOpen}
          aria-describedby={isOpen ? detailId : undefined}
          onFocus={(event) => {
            onReach();
            setIsFocused(event.currentTarget.matches(':focus-visible'));
          }}
          onClick={toggle}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && isOpen) close();
            onKeyDown(event);
          }}
        >
          {t(`metric.${id}`)}
        </button>
      </h2>
      {isAlarming && (
        <abbr
          className={styles.alarm}
          title={t('metric.alarming')}
          aria-label={t('metric.alarming')}
        >
          !
        </abbr>
      )}
      <div className={styles.figure}>
        <p
          className={classNames(
            styles.value,
            value === null && styles.unknown,
            value !== null && value.length > LARGE_CHARACTERS && styles.long,
          )}
        >
          {isApprox && (
            <abbr
              className={styles.mark}
              title={t('metric.approx')}
              aria-label={t('metric.approx')}
            >
              ≈
            </abbr>
          )}
          {value ?? t('metric.unknown')}
        </p>
        {series !== null && <Sparkline series={series} />}
      </div>
      {goal === null || goal.parts.length === 0 || value === null ? (
        <TileNote parts={note} lead={lead} tone={null} />
      ) : (
        <TileNote
          parts={isPartial ? [...goal.parts, ...note] : goal.parts}
          lead={lead}
          tone={goal.side ?? 'usual'}
        />
      )}
      {isOpen && (
        <div id={detailId} className={classNames(styles.detail, isAtEnd && styles.atEnd)}>
          <MetricDetail
            id={id}
            note={note.join(t('common.separator'))}
            currency={currency}
            disagreements={disagreements}
            about={goal?.about ?? []}
            onOpen={(panel) => {
              close();
              perform({ type: 'openPanel', panel });
            }}
          />
        </div>
      )}
    </li>
  );
}

/** Open while pointed at for a moment, while reached by the keyboard, or once clicked. */
function useDetailOpen(tile: RefObject<HTMLLIElement | null>) {
  const [isHovered, setIsHovered] = useState(false);
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const [isPinned, setIsPinned] = useState(false);
  useEffect(() => {
    if (!isHovered) return undefined;
    const timer = setTimeout(() => setIsPointedAt(true), HOVER_MS);
    return () => clearTimeout(timer);
  }, [isHovered]);
  useEffect(() => {
    const element = tile.current;
    if (element === null) return undefined;
    function onFocusOut({ relatedTarget }: FocusEvent): void {
      // From the name to what it opened the focus stays inside.
      if (relatedTarget instanceof Node && element?.contains(relatedTarget) === true) return;
      setIsFocused(false);
      setIsPinned(false);
    }
    element.addEventListener('focusout', onFocusOut);
    return () => element.removeEventListener('focusout', onFocusOut);
  }, [tile]);
  const isOpen = isPointedAt || isFocused || isPinned;
  function close(): void {
    setIsPointedAt(false);
    setIsFocused(false);
    setIsPinned(false);
  }
  return {
    isOpen,
    close,
    setIsFocused,
    hover(isNow: boolean): void {
      setIsHovered(isNow);
      if (!isNow) setIsPointedAt(false);
    },
    toggle(): void {
      if (isPinned) close();
      else setIsPinned(true);
    },
  };
}

function Sparkline({
  series,
}: {
  readonly series: Exclude<keyof SeriesPoint, 'ts'>;
}): ReactElement {
  const points = useSeries();
  const path = useMemo(
    () => sparklinePath(points, series, SPARKLINE_WIDTH, SPARKLINE_HEIGHT),
    [points, series],
  );
  return (
    <svg
      className={classNames(styles.sparkline, styles[series])}
      viewBox={`0 0 ${SPARKLINE_WIDTH} ${SPARKLINE_HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
