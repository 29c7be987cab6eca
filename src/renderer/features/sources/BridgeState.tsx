import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useWallNow } from '#renderer/store/use-now.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { InboundSlice } from '#shared/model/inbound.ts';

import { CopyLine } from './CopyLine.tsx';
import styles from './SourcesPanel.module.css';

/** Where the endpoint answers, when its bridge was heard, what came of it, what was refused and why. */
export function BridgeState({ inbound }: { readonly inbound: InboundSlice }): ReactElement {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const wallNow = useWallNow(1_000);
  const { localUrl, networkUrl, heardTs, streams, stored, duplicates, endpoint } = inbound;
  const heard =
    heardTs === null ? t('inbound.neverHeard') : heardText(i18n, Math.max(0, wallNow - heardTs));
  const facts = [heard, tn('inbound.stored', stored)];
  if (duplicates > 0) facts.push(tn('inbound.duplicates', duplicates));
  if (streams > 0) facts.push(tn('inbound.streams', streams));
  return (
    <>
      {localUrl === null ? (
        <Notice tone="warn">{t('inbound.notServed')}</Notice>
      ) : (
        <CopyLine label={t('inbound.address')} text={`${localUrl}/bridge/v1/events`} />
      )}
      {networkUrl !== null && (
        <CopyLine label={t('inbound.networkAddress')} text={`${networkUrl}/bridge/v1/events`} />
      )}
      {endpoint?.isOnNetwork === true && networkUrl === null && (
        <p className={styles.advice}>{t('inbound.networkClosed')}</p>
      )}
      <p className={styles.data}>{facts.join(t('common.separator'))}</p>
      <p className={styles.fact}>{refusalText(i18n, inbound)}</p>
    </>
  );
}

function refusalText({ t, tn, format }: I18n, { lastRefusal, refused }: InboundSlice): string {
  if (lastRefusal === null) return t('inbound.noRefusal');
  const { ts, code, index, path } = lastRefusal;
  const why = t(`inbound.refusal.${code}`);
  const time = format.time(ts, null);
  if (index === null) return t('inbound.lastRefusal', { time, why });
  const what = path === null || path === '' ? '—' : path;
  const where = t('inbound.refusedEvent', { place: index + 1, what });
  return `${t('inbound.lastRefusal', { time, why: where })}${t('common.separator')}${tn('inbound.refused', refused)}`;
}

/** A figure that is new every second says less than a word. */
const JUST_NOW_MS = 5_000;

function heardText({ t, format }: I18n, agoMs: number): string {
  return agoMs < JUST_NOW_MS
    ? t('inbound.heardNow')
    : t('inbound.heard', { time: format.span(agoMs) });
}
