import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { FIRST_FINDINGS, firstFindings, type Finding } from '#shared/model/finding.ts';
import type { Review } from '#shared/model/review.ts';

import { findingCard } from './finding-text.ts';
import { findingsTitle, quietLines } from './findings-words.ts';
import styles from './Findings.module.css';
import { QuietList } from './QuietList.tsx';

/** What stood out most, each with its evidence and what to change; fewer than three say why. */
export function Findings({ review }: { readonly review: Review }): ReactElement {
  const i18n = useI18n();
  const { quiet } = review;
  const findings = firstFindings(review.findings);
  const title = findingsTitle(i18n, findings.length);
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {findings.length > 0 && (
        <div className={styles.cards}>
          {findings.map((finding) => (
            <FirstCard key={finding.id} finding={finding} />
          ))}
        </div>
      )}
      {findings.length < FIRST_FINDINGS && (
        <div className={styles.few}>
          {quietLines(i18n, findings.length).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <QuietList quiet={quiet} />
        </div>
      )}
    </section>
  );
}

function FirstCard({ finding }: { readonly finding: Finding }): ReactElement {
  const card = findingCard(useI18n(), finding);
  return (
    <article className={styles.card}>
      <p className={styles.tag}>
        <span>{card.tag}</span>
        <b data-tone={card.isGood ? 'good' : 'bad'}>{card.impact}</b>
      </p>
      <h3>{card.title}</h3>
      <p className={styles.text}>{card.text}</p>
      <p className={styles.next}>
        <b>{card.next}</b>
        <span>{card.verify}</span>
      </p>
    </article>
  );
}
