import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { LiftFigureName, LiftThingResults, ShowLift } from '#shared/model/lift.ts';

import styles from './LiftSection.module.css';

const MINUTE_MS = 60_000;
/** The likest of the minutes that are named; all of them are in the exported facts. */
const MATCHED_SHOWN = 5;

interface LiftEvidenceProps {
  readonly lift: ShowLift;
  readonly thing: LiftThingResults;
  readonly figures: readonly LiftFigureName[];
}

/** Each time that something was done: what came, what was to be expected, and the minutes that says so. */
export function LiftEvidence({ lift, thing, figures }: LiftEvidenceProps): ReactElement {
  const { t, format } = useI18n();
  const showMoment = useDeskStore((desk) => desk.showMoment);
  const own = new Set(thing.actIds);
  const rows = lift.acts
    .filter(({ actId }) => own.has(actId))
    .flatMap((act) =>
      act.figures
        .filter(({ figure }) => figures.includes(figure))
        .map((each) => ({ ...each, actId: act.actId, ts: act.ts })),
    );
  const number = (value: number): string => format.number(Math.round(value * 10) / 10);
  return (
    <table className={styles.inner} aria-label={t('lift.evidence')}>
      <thead>
        <tr>
          <th scope="col">{t('lift.at')}</th>
          <th scope="col">{t('lift.figure')}</th>
          <th scope="col">{t('lift.came')}</th>
          <th scope="col">{t('lift.expected')}</th>
          <th scope="col">{t('lift.matched')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ actId, ts, figure, came, expected, matched }) => (
          <tr key={`${actId} ${figure}`}>
            <td>
              <Button
                tone="quiet"
                aria-label={t('lift.jump', { time: format.time(ts, null) })}
                onClick={() => showMoment(lift.showId, ts)}
              >
                {format.time(ts, null)}
              </Button>
            </td>
            <td>{t(`lift.figureOf.${figure}`)}</td>
            <td className={styles.number}>{number(came)}</td>
            <td className={styles.number}>{number(expected)}</td>
            <td>
              {matched
                .slice(0, MATCHED_SHOWN)
                .map((minute) => format.time(minute * MINUTE_MS, null))
                .join(t('common.separator'))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
