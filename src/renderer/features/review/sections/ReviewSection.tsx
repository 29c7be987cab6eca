import type { ReactElement, ReactNode } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { sectionElementId, sectionNumber, type SectionId } from './section-ids.ts';
import styles from './ReviewSection.module.css';

interface ReviewSectionProps {
  readonly id: SectionId;
  readonly children: ReactNode;
}

/** One of the twelve numbered parts; the contents and keys bring its head into sight. */
export function ReviewSection({ id, children }: ReviewSectionProps): ReactElement {
  const { t } = useI18n();
  const element = sectionElementId(id);
  return (
    <section id={element} className={styles.section} aria-labelledby={`${element}-head`}>
      <h2 id={`${element}-head`} className={styles.head} tabIndex={-1}>
        <span className={styles.number}>{sectionNumber(id)}</span> {t(`review.section.${id}`)}
      </h2>
      {children}
    </section>
  );
}
