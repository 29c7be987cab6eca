import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

import { SetUpCard } from './SetUpCard.tsx';
import styles from './SetUpForm.module.css';
import { SpeedSelect } from './SpeedSelect.tsx';

/** An event file of this machine, played through the same pipeline. */
export function FileReplayCard(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const [file, setFile] = useState('');
  const [speed, setSpeed] = useState(1);
  const [problem, setProblem] = useState<string | null>(null);

  async function start(path: string): Promise<void> {
    const result = await run('replay.start', { from: { file: path }, speed });
    setProblem(result.ok ? null : errorMessage(i18n, result.error));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const path = file.trim();
    if (path === '') setProblem(t('setUp.fileMissing'));
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
          error={problem}
          spellCheck={false}
        />
        <div className={styles.row}>
          <Button type="submit">{t('setUp.fileStart')}</Button>
          <SpeedSelect speed={speed} onChange={setSpeed} />
        </div>
      </form>
    </SetUpCard>
  );
}
