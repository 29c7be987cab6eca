import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import { DEMO_SEED } from '#shared/model/show.ts';

import { SetUpCard } from './SetUpCard.tsx';
import styles from './SetUpForm.module.css';
import { SpeedSelect } from './SpeedSelect.tsx';

export function DemoCard(): ReactElement {
  const i18n = useI18n();
  const { t, language } = i18n;
  const run = useCommand();
  const [speed, setSpeed] = useState(1);
  const [isStarting, setIsStarting] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function start(): Promise<void> {
    setIsStarting(true);
    const options = { seed: DEMO_SEED, language, speed, eventsPerSecond: null };
    const result = await run('demo.start', options);
    setIsStarting(false);
    setError(result.ok ? null : result.error);
  }

  return (
    <SetUpCard title={t('setUp.demoTitle')} text={t('setUp.demoText')} isFirst>
      <div className={styles.row}>
        <Button tone="go" className={styles.big} disabled={isStarting} onClick={() => void start()}>
          {t('setUp.demoStart')}
        </Button>
        <SpeedSelect speed={speed} onChange={setSpeed} />
      </div>
      {error !== null && (
        <Notice tone="danger">{t('setUp.failed', { reason: errorMessage(i18n, error) })}</Notice>
      )}
    </SetUpCard>
  );
}
