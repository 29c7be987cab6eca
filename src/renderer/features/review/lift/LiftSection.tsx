import { useState } from 'react';
import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { liftRange, liftSubjectText } from '#renderer/ui/lift-text.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { LiftResult, LiftThingResults, ShowLift } from '#shared/model/lift.ts';

import { CopyButton } from '../ReviewTable.tsx';
import { MissingData } from '../sections/MissingData.tsx';
import { IntervalBar } from './IntervalBar.tsx';
import { LiftEvidence } from './LiftEvidence.tsx';
import {
  liftTable,
  liftThings,
  moneyText,
  shownResults,
  stateText,
  timesText,
} from './lift-lines.ts';
import styles from './LiftSection.module.css';

interface LiftSectionProps {
  readonly lift: ShowLift | null;
  readonly error: AppError | null;
}

/** What followed on each cue, script, giveaway and pin, against matched minutes of the show. */
export function LiftSection({ lift, error }: LiftSectionProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const table = liftTable(i18n, lift);
  return (
    <section className={styles.section} aria-label={table.title}>
      <div className={styles.head}>
        <h3>{table.title}</h3>
        {table.rows.length > 0 && (
          <CopyButton title={table.title} columns={table.columns} rows={table.rows} />
        )}
      </div>
      {error !== null && (
        <Notice tone="danger">{t('lift.failed', { reason: errorMessage(i18n, error) })}</Notice>
      )}
      {lift === null && error === null && (
        <p className={styles.quiet} role="status">
          {t('lift.counting')}
        </p>
      )}
      {lift !== null && <LiftBody lift={lift} />}
    </section>
  );
}

function LiftBody({ lift }: { readonly lift: ShowLift }): ReactElement {
  const { t } = useI18n();
  const { told, unknown } = liftThings(lift);
  const [isAll, setAll] = useState(false);
  if (lift.things.length === 0) return <p className={styles.quiet}>{t('lift.nothing')}</p>;
  const things = isAll ? [...told, ...unknown] : told;
  return (
    <>
      {told.length === 0 && <MissingData what={t('lift.short')} how={t('lift.shortHow')} />}
      {things.length > 0 && (
        <>
          <p className={styles.hint}>{t(lift.isPerThousand ? 'lift.hint' : 'lift.hintAbsolute')}</p>
          <div className={styles.frame}>
            <table className={styles.table} aria-label={t('lift.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('lift.thing')}</th>
                  <th scope="col">{t('lift.figure')}</th>
                  <th scope="col">{t('lift.state')}</th>
                  <th scope="col" colSpan={2}>
                    {t('lift.effect')}
                  </th>
                  <th scope="col">{t('lift.n')}</th>
                </tr>
              </thead>
              {things.map((thing) => (
                <LiftThing key={thing.thingId} lift={lift} thing={thing} />
              ))}
            </table>
          </div>
        </>
      )}
      {unknown.length > 0 && (
        <p className={styles.more}>
          <Button tone="quiet" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? t('lift.hide') : t('lift.more', { count: unknown.length })}
          </Button>
        </p>
      )}
    </>
  );
}

interface LiftThingProps {
  readonly lift: ShowLift;
  readonly thing: LiftThingResults;
}

function LiftThing({ lift, thing }: LiftThingProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const [isOpen, setOpen] = useState(false);
  const results = shownResults(thing);
  const name = liftSubjectText(i18n, thing.subject);
  const found = results.filter(({ state }) => state === 'found');
  const figures = (found.length > 0 ? found : results.slice(0, 1)).map(({ figure }) => figure);
  const money = moneyText(i18n, thing);
  const hasEvidence = lift.acts.some(({ actId }) => thing.actIds.includes(actId));
  return (
    <tbody>
      {(results.length === 0 ? [null] : results).map((result, i) => (
        <tr key={result?.figure ?? 'none'}>
          {i === 0 && (
            <th scope="rowgroup" rowSpan={Math.max(1, results.length)} className={styles.thing}>
              {name}
              <span className={styles.small}>
                {t(`lift.kindOf.${thing.subject.kind}`)}
                {thing.isKeeper && `${t('common.separator')}${t('lift.keeper')}`}
              </span>
              {thing.togetherWith !== null && (
                <span className={styles.small}>
                  {t('lift.with', { thing: liftSubjectText(i18n, thing.togetherWith) })}
                </span>
              )}
              {money !== null && <span className={styles.small}>{money}</span>}
              {hasEvidence && (
                <Button
                  tone="quiet"
                  aria-expanded={isOpen}
                  aria-label={t('lift.showNamed', { thing: name })}
                  onClick={() => setOpen(!isOpen)}
                >
                  {t(isOpen ? 'lift.hide' : 'lift.show')}
                </Button>
              )}
            </th>
          )}
          {result === null ? (
            <td colSpan={5}>{t('lift.stateOf.tooFew')}</td>
          ) : (
            <ResultCells lift={lift} thing={thing} result={result} />
          )}
        </tr>
      ))}
      {isOpen && (
        <tr className={styles.evidence}>
          <td colSpan={6}>
            <LiftEvidence lift={lift} thing={thing} figures={figures} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function ResultCells({
  lift,
  thing,
  result,
}: LiftThingProps & { readonly result: LiftResult }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const isLeavers = result.figure === 'leavers';
  return (
    <>
      <td title={isLeavers ? t('lift.leaversHint') : undefined}>
        {t(`lift.figureOf.${result.figure}`)}
      </td>
      <td className={styles.state} data-state={result.state}>
        {stateText(i18n, result)}
      </td>
      <td>
        <IntervalBar result={result} reach={reachOf(lift, result)} />
      </td>
      <td className={styles.number}>{liftRange(i18n, result) ?? '—'}</td>
      <td className={styles.times}>{timesText(i18n, { thing, result })}</td>
    </>
  );
}

/** Every bar of a figure has the same scale: the furthest end of what was found, or of all. */
function reachOf({ things }: ShowLift, { figure }: LiftResult): number {
  const own = things.flatMap(({ results }) => results.filter((each) => each.figure === figure));
  const found = own.filter(({ state }) => state === 'found');
  return (found.length > 0 ? found : own).reduce(
    (most, { low, high }) => Math.max(most, Math.abs(low ?? 0), Math.abs(high ?? 0)),
    0,
  );
}
