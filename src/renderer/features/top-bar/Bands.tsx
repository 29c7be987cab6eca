import { useState } from 'react';
import type { ReactElement } from 'react';

import { clockSentence } from '#renderer/i18n/clock-sentence.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { sourceReason } from '#renderer/i18n/source-reason.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import {
  useHasSnapshot,
  useLink,
  useShow,
  useSources,
  useStoreNewestTs,
} from '#renderer/store/selectors.ts';
import { useLocalNow, useWallNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import type { Source } from '#shared/model/source.ts';
import { clockDoubt, machineClockAheadMs } from '#shared/rules/clock-difference.ts';

import { Band } from './Band.tsx';
import styles from './Bands.module.css';
import { CallBand } from './CallBand.tsx';
import { OfferBand } from './OfferBand.tsx';
import { SettingsBand } from './SettingsBand.tsx';
import { StoreBands } from './StoreBands.tsx';
import { TeamProblemBand } from './TeamProblemBand.tsx';
import { WarningBand } from './WarningBand.tsx';
import { WarningForm } from './WarningForm.tsx';

/** The lines that the core was restarted or the window loaded anew go by themselves. */
const RESTARTED_SHOWN_MS = 12_000;

/** Full-width lines above the desk for what makes everything below doubtful. */
export function Bands(): ReactElement {
  return (
    <div className={styles.bands}>
      <LinkBand />
      <ReturnedBand />
      <StoreBands />
      <SettingsBand />
      <OfferBand />
      <ClockBand />
      <WarningForm />
      <WarningBand />
      <CallBand />
      <TeamProblemBand />
      <SourceBands />
    </div>
  );
}

function LinkBand(): ReactElement | null {
  const { t, tn, format } = useI18n();
  const { state, sinceTs, waitingCount, restartedTs } = useLink();
  const now = useLocalNow(1_000);
  switch (state) {
    case 'live':
      if (restartedTs === null || now - restartedTs > RESTARTED_SHOWN_MS) return null;
      return <Band tone="info">{t('band.restarted')}</Band>;
    case 'connecting':
      return <Band tone="info">{t('band.connecting')}</Band>;
    case 'refused':
      return <Band tone="danger">{t('band.refused')}</Band>;
    case 'outdated':
      return <Band tone="danger">{t('band.outdated')}</Band>;
    case 'silent':
    case 'reconnecting':
      return (
        <Band tone="danger">
          {/* The seconds are drawn but not read out one by one. */}
          <span aria-live="off">
            {t(state === 'silent' ? 'band.silent' : 'band.reconnecting', {
              time: format.span(now - sinceTs),
              clock: format.time(sinceTs, null),
            })}
          </span>
          {waitingCount > 0 && <b>{tn('band.waiting', waitingCount)}</b>}
        </Band>
      );
  }
}

/** After a crash of this window: the show goes on, and nothing was lost by it. */
function ReturnedBand(): ReactElement | null {
  const { t } = useI18n();
  const returnedTs = useDeskStore((desk) => desk.returnedTs);
  const now = useLocalNow(1_000);
  if (returnedTs === null || now - returnedTs > RESTARTED_SHOWN_MS) return null;
  return <Band tone="info">{t('band.windowReturned')}</Band>;
}

/** Every time the desk shows is off by as much as the computer's clock is. */
function ClockBand(): ReactElement | null {
  const i18n = useI18n();
  const show = useShow();
  const aheadMs = machineClockAheadMs(useSources().filter(({ isEnabled }) => isEnabled));
  const hasSnapshot = useHasSnapshot();
  const storeNewestTs = useStoreNewestTs();
  const coreNow = useWallNow(60_000);
  const doubt = hasSnapshot ? clockDoubt(coreNow, storeNewestTs) : null;
  if (doubt !== null) {
    const now = i18n.format.day(coreNow);
    const newest = i18n.format.day(storeNewestTs ?? coreNow);
    const key = doubt === 'before_2020' ? 'band.clockUnset' : 'band.clockBeforeStore';
    return <Band tone="warn">{i18n.t(key, { now, newest })}</Band>;
  }
  if (show === null || show.state === 'ended' || aheadMs === null) return null;
  return <Band tone="warn">{clockSentence(i18n, aheadMs)}</Band>;
}

/** The trouble of a source that must be seen; null when there is none. */
function alarmOf(source: Source): 'band.streamOffline' | 'band.sourceFailed' | null {
  if (!source.isEnabled) return null;
  if (source.link === 'failed') return 'band.sourceFailed';
  return source.stream === 'offline' ? 'band.streamOffline' : null;
}

/** Stays until it was seen; the same trouble after a recovery is a new one. */
function SourceBands(): ReactElement {
  const i18n = useI18n();
  const show = useShow();
  const sources = useSources();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const isOnAir = show !== null && show.origin === 'live' && show.state === 'on_air';
  const alarms = (isOnAir ? sources : []).flatMap((source) => {
    const key = alarmOf(source);
    if (key === null) return [];
    const sinceTs = key === 'band.streamOffline' ? (source.streamSinceTs ?? 0) : source.linkSinceTs;
    return [{ source, key, sinceTs, id: `${source.id}/${key}/${sinceTs}` }];
  });
  return (
    <>
      {alarms
        .filter(({ id }) => !seen.has(id))
        .map(({ source, key, sinceTs, id }) => (
          <Band key={id} tone="danger">
            <span>
              {i18n.t(key, {
                platform: platformName(i18n, source.platform),
                channel: source.channel,
                clock: i18n.format.time(sinceTs, null),
                reason: source.reason === null ? '' : sourceReason(i18n, source.reason),
              })}
            </span>
            <Button onClick={() => setSeen(new Set([...seen, id]))}>
              {i18n.t('band.acknowledge')}
            </Button>
          </Band>
        ))}
    </>
  );
}
