import type { ReactElement, ReactNode } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { Review } from '#shared/model/review.ts';

import { EvidenceList } from './EvidenceList.tsx';
import { findingCard } from './finding-text.ts';
import styles from './FindingList.module.css';
import { QuietList } from './QuietList.tsx';

interface FindingListProps {
  readonly review: Review;
  /** What can be done with a finding, under its scheme. */
  readonly actions?: (finding: Finding) => ReactNode;
}

/** All findings: problem, evidence, cause, scheme; and what was looked for and not found, with why. */
export function FindingList({ review, actions }: FindingListProps): ReactElement {
  const momentTs = useDeskStore((desk) => desk.reviewMomentTs);
  const showMoment = useDeskStore((desk) => desk.showMoment);
  const { findings, quiet, show } = review;

  function toMoment(ts: number): void {
    // The same moment a second time is a moment of its own: the page may have been scrolled since.
    showMoment(show.id, ts === momentTs ? ts + 1 : ts);
  }

  return (
    <div className={styles.list}>
      {findings.map((finding) => (
        <FindingRow key={finding.id} finding={finding} onMoment={toMoment}>
          {actions?.(finding)}
        </FindingRow>
      ))}
      <QuietList quiet={quiet} />
    </div>
  );
}

interface FindingRowProps {
  readonly finding: Finding;
  readonly onMoment: (ts: number) => void;
  readonly children: ReactNode;
}

function FindingRow({ finding, onMoment, children }: FindingRowProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const card = findingCard(i18n, finding);
  return (
    <article className={styles.row} aria-label={card.title}>
      <div className={styles.problem}>
        <h3>{card.title}</h3>
        <p className={styles.text}>{card.text}</p>
      </div>
      <EvidenceList evidence={finding.evidence} onMoment={onMoment} />
      <div className={styles.scheme}>
        <p className={styles.tag}>
          <span>{[card.tag, t(`finding.confidence.${finding.confidence}`)].join(' · ')}</span>
          <b data-tone={card.isGood ? 'good' : 'bad'}>{card.impact}</b>
        </p>
        <b>{card.next}</b>
        <span className={styles.verify}>{card.verify}</span>
        {children}
      </div>
    </article>
  );
}
