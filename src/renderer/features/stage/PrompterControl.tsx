import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useScreens, useStage } from '#renderer/store/selectors.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { usePrompterDocument } from '#renderer/store/use-prompter-document.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { prompterPlace } from '#shared/rules/prompter/prompter-place.ts';

import styles from './StageSheet.module.css';

/** The operator's hand on the prompter. */
export function PrompterControl(): ReactElement {
  const { t, tn, format } = useI18n();
  const perform = usePerform();
  const { prompter, sights } = useStage();
  const document = usePrompterDocument();
  const now = useWallNow(500);
  const connected = useScreens().screens.filter(({ isConnected }) => isConnected);
  const showing = sights.filter(
    ({ screenId, view }) => view === 'prompter' && connected.some(({ id }) => id === screenId),
  ).length;
  const shown = showing === 0 ? t('stage.prompterNobody') : tn('stage.prompterShown', showing);
  if (document.length === 0) {
    return (
      <>
        <p className={styles.fact}>{t('stage.prompterNone')}</p>
        <p className={styles.fact}>{shown}</p>
      </>
    );
  }
  const { at, isHeld } = prompterPlace(prompter, document, now);
  return (
    <>
      <p className={styles.fact}>
        {t('stage.progress', { percent: format.percent(at / document.length) })}
        {t('common.separator')}
        {t('stage.pace', { pace: prompter.pace })}
        {t('common.separator')}
        {shown}
      </p>
      <div className={styles.row}>
        <Button
          tone={prompter.isRunning ? 'plain' : 'go'}
          onClick={() => perform({ type: 'runPrompter' })}
        >
          {t(prompter.isRunning ? 'stage.halt' : 'stage.run')}
          <ActionKey of="runPrompter" />
        </Button>
        <Button onClick={() => perform({ type: 'pacePrompter', step: -1 })}>
          {t('stage.slower')}
        </Button>
        <Button onClick={() => perform({ type: 'pacePrompter', step: 1 })}>
          {t('stage.faster')}
        </Button>
        <Button onClick={() => perform({ type: 'restartPrompter' })}>{t('stage.restart')}</Button>
      </div>
      {document.gate !== null && (
        <div className={styles.row} data-held={isHeld}>
          <Button disabled={prompter.isPriceSaid} onClick={() => perform({ type: 'priceSaid' })}>
            {t('stage.priceSaid')}
          </Button>
          <span role="status">{isHeld && t('stage.priceHeld')}</span>
        </div>
      )}
    </>
  );
}
