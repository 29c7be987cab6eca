import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import styles from './FindingList.module.css';
import { quietText } from './finding-text.ts';

/** What was looked for and not found, each with why: folded, because it is long and no result. */
export function QuietList({ quiet }: { readonly quiet: Review['quiet'] }): ReactElement | null {
  const i18n = useI18n();
  if (quiet.length === 0) return null;
  return (
    <details className={styles.quiet}>
      <summary>{i18n.tn('finding.quietCount', quiet.length)}</summary>
      <ul>
        {quiet.map((each) => (
          <li key={each.detector}>{quietText(i18n, each)}</li>
        ))}
      </ul>
    </details>
  );
}
