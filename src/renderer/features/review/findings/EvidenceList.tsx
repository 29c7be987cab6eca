import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { FindingEvidence } from '#shared/model/finding-evidence.ts';

import { evidenceText, spanText } from './evidence-text.ts';
import styles from './FindingList.module.css';

interface EvidenceListProps {
  readonly evidence: readonly FindingEvidence[];
  /** Shows a moment of the show on the timeline. */
  readonly onMoment: (ts: number) => void;
}

/** What a finding rests on; what lies in a stretch of the show leads there. */
export function EvidenceList({ evidence, onMoment }: EvidenceListProps): ReactElement {
  const i18n = useI18n();
  return (
    <ul className={styles.evidence}>
      {evidence.map((each) => {
        const { figure, text, span: of } = each;
        const line = evidenceText(i18n, each);
        const span = spanText(i18n, each);
        return (
          <li key={`${figure}/${text}/${of?.fromTs ?? ''}`}>
            <span>{line}</span>
            {of !== null && span !== null && (
              <button
                type="button"
                className={styles.moment}
                aria-label={i18n.t('finding.jump', { span, line })}
                onClick={() => onMoment(of.fromTs)}
              >
                {span}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
