import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useScreens, useStage } from '#renderer/store/selectors.ts';
import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';

import { LoadFacts } from './LoadFacts.tsx';
import { PrompterControl } from './PrompterControl.tsx';
import styles from './StageSheet.module.css';

/** The host: their prompter, what their screens show, how much they have done. */
export function StageSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useI18n();
  return (
    <Dialog title={t('stage.title')} onClose={onClose}>
      <section className={styles.section} aria-label={t('stage.prompter')}>
        <h3>{t('stage.prompter')}</h3>
        <PrompterControl />
      </section>
      <section className={styles.section} aria-label={t('stage.screens')}>
        <h3>{t('stage.screens')}</h3>
        <ScreenLines />
      </section>
      <section className={styles.section} aria-label={t('stage.load')}>
        <h3>{t('stage.load')}</h3>
        <LoadFacts />
      </section>
      <AreaNotice area="cues" />
    </Dialog>
  );
}

function ScreenLines(): ReactElement {
  const { t } = useI18n();
  const { sights } = useStage();
  const anchors = useScreens().screens.filter(
    ({ role, isConnected }) => role === 'anchor' && isConnected,
  );
  if (anchors.length === 0) return <p className={styles.fact}>{t('stage.noScreens')}</p>;
  return (
    <ul className={styles.lines}>
      {anchors.map(({ id, name }) => {
        const sight = sights.find(({ screenId }) => screenId === id);
        return (
          <li key={id}>
            <b>{name}</b>
            <span>{sight === undefined ? '—' : t(`stage.view.${sight.view}`)}</span>
            <span data-state={sight?.isVisible === false ? 'bad' : 'good'}>
              {sight === undefined ? '' : t(sight.isVisible ? 'stage.inSight' : 'stage.outOfSight')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
