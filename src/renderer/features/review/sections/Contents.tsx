import { useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import styles from './Contents.module.css';
import { jumpToSection } from './jump.ts';
import {
  SECTION_IDS,
  SECTION_KEYS,
  sectionElementId,
  sectionNumber,
  type SectionId,
} from './section-ids.ts';

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** What the review holds: the part that is read is marked, a click or a key goes to another. */
export function Contents({ current }: { readonly current: SectionId | null }): ReactElement {
  const { t } = useI18n();
  const list = useRef<HTMLOListElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLAnchorElement>): void {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const to = nextPlace(event.key, at, links.length);
    if (to === null) return;
    event.preventDefault();
    links[to]?.focus();
  }

  return (
    <nav className={styles.contents} aria-label={t('review.contents')}>
      <ol ref={list}>
        {SECTION_IDS.map((id, index) => (
          <li key={id}>
            <a
              href={`#${sectionElementId(id)}`}
              aria-current={id === current ? 'true' : undefined}
              aria-keyshortcuts={SECTION_KEYS[index]}
              // One stop of the tab key for all twelve.
              tabIndex={id === (current ?? SECTION_IDS[0]) ? 0 : -1}
              onKeyDown={onKeyDown}
              onClick={(event) => {
                event.preventDefault();
                jumpToSection(id);
              }}
            >
              <span className={styles.number}>{sectionNumber(id)}</span>
              <span>{t(`review.section.${id}`)}</span>
            </a>
          </li>
        ))}
      </ol>
      <p className={styles.keys}>{t('review.contentsKeys')}</p>
    </nav>
  );
}

function nextPlace(key: string, at: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? null : Math.max(0, Math.min(count - 1, at + step));
}
