import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useChat, useShow } from '#renderer/store/selectors.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import type { PersonCard } from '#shared/model/person.ts';
import { normaliseChat } from '#shared/rules/chat-tags/normalise.ts';

import styles from './PersonSheet.module.css';

/** Their newest words of this show; what was removed reads as removed where this desk has seen it. */
export function PersonMessages({ card }: { readonly card: PersonCard }): ReactElement {
  const { t, format } = useI18n();
  const startedTs = useShow()?.startedTs ?? null;
  const log = useChat();
  const { messages } = card;
  return (
    <section>
      <h3 className={styles.title}>{t('person.recent')}</h3>
      {messages.length === 0 ? (
        <p className={styles.quiet}>{t('person.noMessages')}</p>
      ) : (
        <ol className={styles.messages} title={t('person.recentHint', { count: messages.length })}>
          {messages.map(({ seq, ts, text }) => {
            const deletion = log.latest(String(seq))?.deletion ?? null;
            return (
              <li key={seq}>
                <span className={styles.time}>
                  {startedTs === null || ts < startedTs
                    ? format.time(ts, null)
                    : format.span(ts - startedTs)}
                </span>
                <span className={styles.words}>
                  {normaliseChat(text) === '' ? (
                    <span className={styles.quiet}>{t('person.blank')}</span>
                  ) : (
                    <span
                      className={classNames(deletion !== null && styles.struck)}
                      dir="auto"
                      translate="no"
                    >
                      {text}
                    </span>
                  )}
                  {deletion !== null && (
                    <span className={styles.removed}>{t(`chat.deleted.${deletion}`)}</span>
                  )}
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
