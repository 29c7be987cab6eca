import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { ShownPerson } from '#renderer/store/person-shown.ts';
import { PlatformMark } from '#renderer/ui/PlatformMark.tsx';
import type { PersonCard } from '#shared/model/person.ts';

import styles from './PersonSheet.module.css';

interface PersonHeadProps {
  readonly person: ShownPerson;
  /** Null while it is not known. */
  readonly card: PersonCard | null;
}

/** Who it is, and since when. */
export function PersonHead({ person, card }: PersonHeadProps): ReactElement {
  const { t } = useI18n();
  const name = card === null || card.displayName === '' ? person.name : card.displayName;
  const isLoginOther = card !== null && card.name !== '' && card.name !== name;
  return (
    <>
      <div className={styles.who}>
        <PlatformMark platform={person.platform} />
        <b className={styles.name} dir="auto" translate="no">
          {name}
        </b>
        {isLoginOther && (
          <span className={styles.login} translate="no">
            {t('person.login', { name: card.name })}
          </span>
        )}
      </div>
      {card !== null && <Facts card={card} />}
    </>
  );
}

function Facts({ card }: { readonly card: PersonCard }): ReactElement {
  const { t, format } = useI18n();
  const { roles, firstSeenTs, lastSeenTs } = card;
  return (
    <dl className={styles.facts}>
      <dt>{t('person.roles')}</dt>
      <dd>
        {roles === null || roles.length === 0
          ? t('person.noRoles')
          : roles.map((role) => t(`chat.role.${role}`)).join(t('common.listSeparator'))}
      </dd>
      <dt>{t('person.firstSeen')}</dt>
      <dd>
        {firstSeenTs === null
          ? t('person.unknown', { reason: t('person.notSeenLive') })
          : format.day(firstSeenTs)}
      </dd>
      {lastSeenTs !== null && (
        <>
          <dt>{t('person.lastSeen')}</dt>
          <dd>{format.dateTime(lastSeenTs, null)}</dd>
        </>
      )}
      <dt title={t('person.showsHint')}>{t('person.shows')}</dt>
      <dd>
        <Shows card={card} />
      </dd>
    </dl>
  );
}

function Shows({ card }: { readonly card: PersonCard }): ReactElement {
  const { t, tn, format } = useI18n();
  const { shows, showCount } = card;
  if (showCount === 0) return <>{t('person.showsNone')}</>;
  const more = showCount - shows.length;
  return (
    <>
      {tn('person.showCount', showCount)}
      <ul className={styles.shows}>
        {shows.map(({ showId, title, origin, startedTs }) => (
          <li key={showId}>
            <span className={styles.showDay}>
              {startedTs === null ? '—' : format.day(startedTs)}
            </span>
            <span className={styles.showTitle} dir="auto" title={title}>
              {title}
            </span>
            {origin !== 'live' && (
              <span className={styles.quiet}>{t(`person.origin.${origin}`)}</span>
            )}
          </li>
        ))}
        {more > 0 && (
          <li className={styles.quiet}>{t('person.moreShows', { count: format.number(more) })}</li>
        )}
      </ul>
    </>
  );
}
