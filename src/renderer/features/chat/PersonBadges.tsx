import type { ReactElement } from 'react';

import { markText } from '#renderer/i18n/mark-text.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { KeptPerson } from '#renderer/store/kept-people.ts';
import { classNames } from '#renderer/ui/class-names.ts';

import styles from './PersonBadges.module.css';

/** What operators keep about the sender: filled, where tags of the line are framed. */
export function PersonBadges({ kept }: { readonly kept: KeptPerson }): ReactElement {
  const i18n = useI18n();
  return (
    <>
      {kept.marks.map((mark) => (
        <span
          key={`${mark.kind}${mark.word}`}
          className={classNames(styles.badge, mark.kind !== 'custom' && styles[mark.kind])}
          dir="auto"
        >
          {markText(i18n, mark)}
        </span>
      ))}
      {kept.hasNote && (
        <span
          className={classNames(styles.badge, styles.note)}
          title={i18n.t('person.badge.noteHint')}
        >
          {i18n.t('person.badge.note')}
        </span>
      )}
    </>
  );
}
