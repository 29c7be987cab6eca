import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Result } from '#shared/contract/app-error.ts';
import type { CommandOutput } from '#shared/contract/contract.ts';
import type { TriggerRule } from '#shared/model/cue-trigger.ts';

import styles from './SettingsSheet.module.css';

/** Typing goes on for so long before it is tried. */
const AFTER_MS = 250;
/** More times do not make it clearer. */
const TIMES_SHOWN = 4;

type Tried = Result<CommandOutput<'triggers.preview'>>;

/** When the rule would have proposed a cue in the room's last show, worked out anew as it is changed. */
export function TriggerPreview({ rule }: { readonly rule: TriggerRule }): ReactElement {
  const i18n = useI18n();
  const { t, tn, format } = i18n;
  const run = useCommand();
  const [tried, setTried] = useState<Tried | null>(null);

  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void run('triggers.preview', { rule }).then((result) => {
        if (isWanted) setTried(result);
      });
    }, AFTER_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [rule, run]);

  return <p className={styles.text}>{tried === null ? t('common.loading') : said(tried)}</p>;

  function said(result: Tried): string {
    if (!result.ok) return errorMessage(i18n, result.error);
    const { show, at } = result.value;
    if (show === null) return t('settings.alertPreviewNoShow');
    if (at === null) return t('settings.triggerPreviewUnknown');
    const { title, startedTs } = show;
    if (at.length === 0) return t('settings.triggerPreviewNone', { title });
    const times = at
      .slice(0, TIMES_SHOWN)
      .map((ts) => format.span(Math.max(0, ts - startedTs)))
      .join(t('common.listSeparator'));
    return tn('settings.triggerPreview', at.length, {
      title,
      times: at.length > TIMES_SHOWN ? `${times} …` : times,
    });
  }
}
