import { useMemo, useRef, type ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { markTag } from '#renderer/ui/draw-marks.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import type { Mark } from '#shared/model/metrics.ts';

import { textOfMark } from '../use-mark-text.ts';
import { labelWidth } from './label-width.ts';
import { layoutMarks, type MarkChip } from './mark-layout.ts';
import styles from './MarkLanes.module.css';
import { spanOf, within, type Range } from './range.ts';

const LANES = 4;
/** Between the chart's edges and what is drawn in it: its scales. */
const LEFT_PX = 44;
const RIGHT_PX = 88;
const NARROW_PX = 34;
const WIDE_MOST_PX = 180;

interface MarkLanesProps {
  /** Those in sight, in order of time. */
  readonly marks: readonly Mark[];
  readonly range: Range;
  readonly whole: Range;
  /** To one mark. */
  onJump(ts: number): void;
  /** Closer, at several that stand together. */
  onLook(range: Range): void;
  /** The moment that is pointed at. */
  readonly pointedTs: number | null;
  /** Held against before and after. */
  onCompare(marks: readonly Mark[]): void;
}

/** Every mark in sight under its moment, none over another; the list below has them for the keys. */
export function MarkLanes(props: MarkLanesProps): ReactElement {
  const { marks, range, whole, onJump, onLook, pointedTs, onCompare } = props;
  const i18n = useI18n();
  const { t, tn } = i18n;
  const place = useRef<HTMLDivElement>(null);
  const width = Math.max(1, (useWidth(place) ?? 0) - LEFT_PX - RIGHT_PX);
  const texts = useMemo(() => marks.map((mark) => textOfMark(i18n, mark)), [i18n, marks]);
  const chips = useMemo(() => {
    const placed = marks.map((mark, at) => ({
      x: ((mark.ts - range.fromTs) / Math.max(1, spanOf(range))) * width,
      wide: Math.min(WIDE_MOST_PX, labelWidth(texts[at] ?? '')),
      narrow: NARROW_PX,
    }));
    return layoutMarks(placed, width, LANES);
  }, [marks, range, width, texts]);

  function open({ marks: of }: MarkChip): void {
    const [first, last] = [marks[of[0] ?? -1], marks[of.at(-1) ?? -1]];
    if (first === undefined || last === undefined) return;
    if (of.length === 1) onJump(first.ts);
    else onLook(within(around(first.ts, last.ts), whole));
  }

  return (
    <div ref={place} className={styles.lanes}>
      {chips.map((chip) => {
        const mark = marks[chip.marks[0] ?? -1];
        if (mark === undefined) return null;
        const all = chip.marks.map((at) => texts[at] ?? '').join('\n');
        const isSeveral = chip.form === 'several';
        const own = chip.marks.flatMap((at) => marks[at] ?? []);
        const compare = isSeveral
          ? tn('spanCompare.marks', chip.marks.length)
          : `${t('spanCompare.mark')}: ${all}`;
        const label = isSeveral ? tn('review.zoom.several', chip.marks.length) : all;
        const box = {
          left: LEFT_PX + chip.left,
          top: chip.lane * 23,
          width: chip.width,
        };
        const button = (
          <button
            type="button"
            className={styles.chip}
            data-kind={mark.kind}
            data-form={chip.form}
            // The list below walks all of them.
            tabIndex={-1}
            title={all}
            aria-label={label}
            onClick={() => open(chip)}
          >
            {isSeveral ? `+${chip.marks.length}` : chip.form === 'wide' ? all : markTag(i18n, mark)}
          </button>
        );
        return (
          <span
            key={mark.seq}
            className={styles.mark}
            style={box}
            data-pointed={own.some(({ ts }) => ts === pointedTs) || undefined}
          >
            {button}
            <button
              type="button"
              className={styles.compare}
              tabIndex={-1}
              aria-label={compare}
              title={isSeveral ? compare : t('spanCompare.markKey')}
              onClick={() => onCompare(own)}
            >
              ⇄
            </button>
          </span>
        );
      })}
    </div>
  );
}

/** With a tenth of room on both sides, and never closer than a few seconds. */
function around(fromTs: number, toTs: number): Range {
  const room = Math.max(5_000, (toTs - fromTs) / 10);
  return { fromTs: fromTs - room, toTs: toTs + room };
}
