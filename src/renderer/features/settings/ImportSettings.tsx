import { useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useRememberSettings } from '#renderer/actions/desk-actions-context.tsx';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import {
  readSettingsText,
  SETTINGS_FILE_MAX_CHARS,
  type SettingsProblem,
} from '#shared/rules/settings-text.ts';

import { problemText } from './problem-text.ts';
import styles from './SettingsSheet.module.css';

type Outcome =
  | { readonly state: 'taken'; readonly count: number; readonly foreign: number }
  | { readonly state: 'faulty'; readonly problems: readonly SettingsProblem[] }
  | { readonly state: 'refused'; readonly error: AppError };

/** The settings of a file, all of them or none. */
export function ImportSettings(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const remember = useRememberSettings();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function take(file: File): Promise<Outcome> {
    // A film chosen by mistake is not read.
    const isSmall = file.size <= 4 * SETTINGS_FILE_MAX_CHARS;
    const text = isSmall ? await file.text() : ' '.repeat(SETTINGS_FILE_MAX_CHARS + 1);
    const read = readSettingsText(text);
    if (!read.ok) return { state: 'faulty', problems: read.problems };
    const forget = remember(read.change);
    const result = await run('settings.import', { text });
    if (!result.ok) {
      forget();
      return { state: 'refused', error: result.error };
    }
    const count = Object.keys(read.change).length;
    return { state: 'taken', count, foreign: Object.keys(read.foreign).length };
  }

  return (
    <div className={styles.row}>
      <h4>{t('settings.import')}</h4>
      <p className={styles.text}>{t('settings.importText')}</p>
      <div>
        <input
          ref={input}
          className={styles.file}
          type="file"
          accept=".json,application/json"
          tabIndex={-1}
          aria-label={t('settings.import')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void take(file).then(setOutcome);
            // The same file again, once it is mended, is chosen anew.
            event.target.value = '';
          }}
        />
        <Button onClick={() => input.current?.click()}>{t('settings.choose')}</Button>
      </div>
      <div role="status">
        {outcome?.state === 'taken' && (
          <p className={styles.text}>
            {t('settings.imported', { count: outcome.count })}{' '}
            {outcome.foreign > 0 && t('settings.importedForeign', { count: outcome.foreign })}
          </p>
        )}
        {outcome?.state === 'refused' && (
          <p className={styles.fault}>{errorMessage(i18n, outcome.error)}</p>
        )}
        {outcome?.state === 'faulty' && (
          <div className={styles.fault}>
            <p>{t('settings.problems', { count: outcome.problems.length })}</p>
            <ul className={styles.problems}>
              {outcome.problems.map((problem) => (
                <li key={`${problem.where} ${problem.why}`}>{problemText(i18n, problem)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}
