import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShow, useStage } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { atItMs, isRestDue } from '#shared/rules/stage/anchor-load.ts';

import styles from './StageSheet.module.css';

/** Moods that are written out; the review has all. */
const MOODS_SHOWN = 4;

/** How much the host has done: seen here alone. */
export function LoadFacts(): ReactElement {
  const { t, format } = useI18n();
  const perform = usePerform();
  const show = useShow();
  const { load } = useStage();
  const now = useShowNow(1_000);
  const span = (ms: number | null): string => (ms === null ? '—' : format.clock(ms));
  const isRunning = show !== null && (show.state === 'on_air' || show.state === 'paused');
  const closed = load.breaks.filter(({ toTs }) => toTs !== null);
  const breakMs = closed.reduce((sum, { fromTs, toTs }) => sum + ((toTs ?? fromTs) - fromTs), 0);
  const sinceMs = load.sinceTs === null || now === null ? null : now - load.sinceTs;
  const allMs = show === null || now === null ? null : atItMs(load, show, now);
  const moods = load.moods.slice(-MOODS_SHOWN);
  const since = (ts: number): string => format.clock(ts - (show?.startedTs ?? ts));
  return (
    <>
      {now !== null && isRestDue(load, now) && sinceMs !== null && (
        <p className={styles.due} role="status">
          {t('stage.restDue', { time: format.clock(sinceMs) })}
        </p>
      )}
      <dl className={styles.facts}>
        <dt>{t('stage.atIt')}</dt>
        <dd>{load.restingSeq === null ? span(sinceMs) : t('stage.resting')}</dd>
        <dt>{t('stage.atItAll')}</dt>
        <dd>{span(allMs)}</dd>
        <dt>{t('stage.talking')}</dt>
        <dd>
          {load.talk === null ? (
            <>
              — <span className={styles.fact}>{t('stage.talkingUnknown')}</span>
            </>
          ) : (
            <>
              {format.clock(load.talk.talkedMs)}{' '}
              <span className={styles.fact}>
                {t('stage.talkingOf', {
                  time: format.clock(load.talk.measuredMs),
                  percent: format.percent(load.talk.talkedMs / load.talk.measuredMs),
                })}
              </span>
            </>
          )}
        </dd>
        <dt>{t('stage.breaks')}</dt>
        <dd>
          {closed.length === 0
            ? t('stage.breaksNone')
            : t('stage.breaksCount', { count: closed.length, time: format.clock(breakMs) })}
        </dd>
        <dt>{t('stage.mood')}</dt>
        <dd>
          {moods.length === 0
            ? t('stage.moodNone')
            : moods
                .map(({ ts, mood }) => t('stage.moodAt', { time: since(ts), mood }))
                .join(t('common.separator'))}
        </dd>
      </dl>
      {isRunning && (
        <div className={styles.row}>
          <Button
            onClick={() => perform({ type: 'rest', isBegun: load.restingSeq === null })}
            disabled={load.restingSeq === null && show.state !== 'on_air'}
          >
            {t(load.restingSeq === null ? 'stage.beginRest' : 'stage.endRest')}
          </Button>
        </div>
      )}
      <p className={styles.fact}>{t('stage.loadPrivate')}</p>
    </>
  );
}
