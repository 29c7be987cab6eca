import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useThanks } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { thanksText } from '#shared/rules/thanks/thanks-text.ts';
import { THANKS_EXPIRE_MS } from '#shared/model/thanks.ts';

import panel from './CuePanel.module.css';
import styles from './ThanksList.module.css';

/** Who is to be thanked: one row for each reason, in places of its own; keys work the first. */
export function ThanksList(): ReactElement {
  const { t, format, language } = useI18n();
  const due = useThanks();
  const nowTs = useShowNow(1_000);
  const runInArea = useRunInArea();
  if (due.length === 0) {
    return (
      <div className={panel.list}>
        <div className={panel.empty}>
          <EmptyState title={t('thanks.none')}>{t('thanks.noneHint')}</EmptyState>
        </div>
      </div>
    );
  }
  return (
    <ul className={panel.list} aria-label={t('thanks.tab')}>
      {due.map((each, index) => {
        const text = thanksText(each, language === 'en' ? 'en' : 'zh');
        const leftMs = nowTs === null ? null : each.lastTs + THANKS_EXPIRE_MS - nowTs;
        return (
          <li key={each.kind} className={styles.row}>
            <span className={styles.words}>
              <span className={styles.tag}>{t(`thanks.kindOf.${each.kind}`)}</span>
              <span translate="no">{text}</span>
              {leftMs !== null && (
                <span className={styles.left}>
                  {t('thanks.left', { left: format.span(Math.max(0, leftMs)) })}
                </span>
              )}
            </span>
            <span className={styles.actions}>
              <Button
                tone="quiet"
                aria-label={t('thanks.dropNamed', { text })}
                onClick={() => void runInArea('cues', 'thanks.drop', { thanksId: each.id })}
              >
                {t('thanks.drop')} {index === 0 && <ActionKey of="dropThanks" />}
              </Button>
              <Button
                aria-label={t('cues.sendNamed', { text })}
                onClick={() =>
                  void runInArea('cues', 'thanks.send', { thanksId: each.id, language })
                }
              >
                {t('cues.send')} {index === 0 && <ActionKey of="sendThanks" />}
              </Button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
