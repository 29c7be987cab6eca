import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import { setNotice } from '#renderer/actions/action-state.ts';
import { useActionStore } from '#renderer/actions/desk-actions-context.tsx';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage, reasonText } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

import type { AppError } from '#shared/contract/app-error.ts';

import { SetUpCard } from './SetUpCard.tsx';
import styles from './SetUpForm.module.css';
import { SpeedSelect } from './SpeedSelect.tsx';

/** An event file of this machine, played through the same pipeline. */
export function FileReplayCard(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const actions = useActionStore();
  const [file, setFile] = useState('');
  const [speed, setSpeed] = useState(1);
  const [problem, setProblem] = useState<AppError | 'missing' | null>(null);
  // A long file is looked through first.
  const [isStarting, setIsStarting] = useState(false);

  async function start(path: string): Promise<void> {
    setIsStarting(true);
    const result = await run('replay.start', { from: { file: path }, speed });
    setIsStarting(false);
    setProblem(result.ok ? null : result.error);
    if (!result.ok || result.value.leftOut === null) return;
    // This card goes with the start: what was left out is said below the desk.
    const { count, firstLine, reason } = result.value.leftOut;
    setNotice(actions, 'show', {
      kind: 'standing',
      key: count === 1 ? 'setUp.fileLeftOut.one' : 'setUp.fileLeftOut.other',
      params: { count, line: firstLine, reason: reasonText(i18n, reason) },
    });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const path = file.trim();
    if (path === '') setProblem('missing');
    else void start(path);
  }

  return (
    <SetUpCard title={t('setUp.fileTitle')} text={t('setUp.fileText')} isFirst={false}>
      <form className={styles.stack} onSubmit={submit} noValidate>
        <TextField
          label={t('setUp.filePath')}
          placeholder={t('setUp.filePathPlaceholder')}
          example={t('setUp.filePathPlaceholder')}
          value={file}
          onChange={(next) => {
            setFile(next);
            setProblem(null);
          }}
          error={
            problem === 'missing' ? t('setUp.fileMissing') : problem && errorMessage(i18n, problem)
          }
          spellCheck={false}
        />
        <div className={styles.row}>
          <Button type="submit" disabled={isStarting}>
            {t('setUp.fileStart')}
          </Button>
          <SpeedSelect speed={speed} onChange={setSpeed} />
        </div>
      </form>
    </SetUpCard>
  );
}
