import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { SET_UP_STEPS, useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';

import { SetUpCard } from './SetUpCard.tsx';
import styles from './SetUpForm.module.css';
import { useSetUpDraft } from './set-up-draft.ts';

/** The way to a real show: which steps there are, and the first of them. */
export function LiveRoomCard(): ReactElement {
  const { t } = useI18n();
  const openSetUp = useDeskStore((desk) => desk.openSetUp);
  const isBegun = useSetUpDraft(({ form }) => form !== null);
  return (
    <SetUpCard title={t('setUp.liveTitle')} text={t('setUp.liveText')} isFirst={false}>
      <ol className={styles.outline}>
        {SET_UP_STEPS.map((step) => (
          <li key={step}>{t(`setUp.step.${step}`)}</li>
        ))}
      </ol>
      <Button className={styles.big} onClick={() => openSetUp('room')}>
        {t(isBegun ? 'setUp.goOn' : 'setUp.begin')}
      </Button>
    </SetUpCard>
  );
}
