import type { ReactElement } from 'react';

import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useWarnings } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import type { PlatformWarning } from '#shared/model/source.ts';

import { Band } from './Band.tsx';
import styles from './Bands.module.css';

/** What a platform warns of, the newest first, until somebody at a desk has seen each of them. */
export function WarningBand(): ReactElement {
  const i18n = useI18n();
  const warnings = useWarnings();
  const runInArea = useRunInArea();
  const newest = warnings.at(-1);
  return (
    <>
      {newest !== undefined && (
        <Band key={newest.seq} tone="danger">
          <span className={styles.words} title={newest.text}>
            {i18n.t(newest.isCut ? 'band.platformCut' : 'band.platformWarning', {
              platform: warnedBy(i18n, newest),
              clock: i18n.format.time(newest.ts, null),
              text: newest.text,
            })}
          </span>
          {newest.note !== '' && (
            <span className={styles.note} title={newest.note}>
              {i18n.t('warning.noteShown', { note: newest.note })}
            </span>
          )}
          {newest.isTyped && <span className={styles.typed}>{i18n.t('warning.typed')}</span>}
          {warnings.length > 1 && <b>{i18n.tn('band.moreWarnings', warnings.length - 1)}</b>}
          <Button
            onClick={() => void runInArea('warnings', 'warning.acknowledge', { seq: newest.seq })}
          >
            {i18n.t('band.acknowledge')}
          </Button>
        </Band>
      )}
      <AreaNotice area="warnings" />
    </>
  );
}

function warnedBy(i18n: I18n, { platform }: PlatformWarning): string {
  return platform === null ? i18n.t('warning.otherPlatform') : platformName(i18n, platform);
}
