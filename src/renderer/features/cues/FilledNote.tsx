import type { ReactElement } from 'react';

import type { CueCard } from '#shared/model/cue.ts';
import { fillCue } from '#shared/rules/cue-text/fill-cue.ts';
import { languageOfText } from '#shared/rules/cue-text/text-language.ts';
import { writtenVariable } from '#shared/rules/cue-text/cue-variables.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import styles from './Library.module.css';
import { useCueValues } from './use-cue-values.ts';

type Card = Pick<CueCard, 'text' | 'language' | 'productId'>;

/** What a card with variables would say now, and which of them nobody can fill. */
export function FilledNote({ card }: { readonly card: Card }): ReactElement | null {
  const { t } = useI18n();
  const { text, missing, unknown } = fillCue(card.text, useCueValues(card));
  const language = languageOfText(card.text, card.language);
  const names = missing.map((variable) => writtenVariable(variable, language)).join(' ');
  if (text === card.text && missing.length + unknown.length === 0) return null;
  return (
    <p className={styles.note} role="status">
      {missing.length + unknown.length === 0 && t('library.now', { text })}
      {missing.length > 0 && (
        <span className={styles.caution}>{t('library.missing', { names })}</span>
      )}
      {unknown.length > 0 && (
        <span className={styles.caution}>
          {t('library.unknownVariable', { names: unknown.join(' ') })}
        </span>
      )}
    </p>
  );
}
