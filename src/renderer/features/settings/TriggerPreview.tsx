import { useCallback } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Result } from '#shared/contract/app-error.ts';
import type { CommandOutput } from '#shared/contract/contract.ts';
import type { TriggerRule } from '#shared/model/cue-trigger.ts';

import { firstTimes, useTried } from './rule-preview.ts';
import styles from './SettingsSheet.module.css';

type Tried = Result<CommandOutput<'triggers.preview'>>;

/** When the rule would have proposed a cue in the room's last show, worked out anew as it is changed. */
export function TriggerPreview({ rule }: { readonly rule: TriggerRule }): ReactElement {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const run = useCommand();
  const ask = useCallback(() => run('triggers.preview', { rule }), [run, rule]);
  const tried = useTried<Tried>(ask);

  return <p className={styles.text}>{tried === null ? t('common.loading') : said(tried)}</p>;

  function said(result: Tried): string {
    if (!result.ok) return errorMessage(i18n, result.error);
    const { show, at } = result.value;
    if (show === null) return t('settings.alertPreviewNoShow');
    if (at === null) return t('settings.triggerPreviewUnknown');
    const { title, startedTs } = show;
    if (at.length === 0) return t('settings.triggerPreviewNone', { title });
    const times = firstTimes(i18n, at, startedTs);
    return tn('settings.triggerPreview', at.length, { title, times });
  }
}
