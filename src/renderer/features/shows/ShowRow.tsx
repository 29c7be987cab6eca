import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { roughMoney } from '#renderer/i18n/rough-money.ts';
import type { ListedShow } from '#shared/model/show-list.ts';
import { SHOW_FIGURES } from '#shared/rules/shows/show-figure-list.ts';

import { missingText, startText, valueText } from '#renderer/ui/show-figure-text.ts';
import styles from './ShowsSheet.module.css';

interface ShowRowProps {
  readonly id: string;
  readonly show: ListedShow;
  /** Its place in the list. */
  readonly at: number;
  readonly isPicked: boolean;
  readonly isMarked: boolean;
}

const IN_ROW = ['paidMinor', 'ordersPaid', 'gpmMinor', 'viewersMean', 'chats'] as const;
const COLUMNS = IN_ROW.flatMap((key) => SHOW_FIGURES.filter((figure) => figure.key === key));

/** Names of the figures over their columns, once; where there is no room for columns each row has its own. */
export function ShowListHead(): ReactElement {
  const { t } = useI18n();
  return (
    <div className={styles.listHead} aria-hidden="true">
      <span className={styles.figures}>
        {COLUMNS.map(({ key }) => (
          <span key={key} className={styles.figure}>
            {t(`shows.figure.${key}`)}
          </span>
        ))}
      </span>
    </div>
  );
}

/** One show: mark, name and tags, when and who, what it came to. */
export function ShowRow({ id, show, at, isPicked, isMarked }: ShowRowProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { figures, currency } = show;
  const kind = show.origin === 'live' ? [] : [t(`setUp.origin.${show.origin}`)];
  const state = show.state === 'ended' ? [] : [t(`shows.state.${show.state}`)];
  const facts = [
    startText(i18n, show),
    ...(figures === null ? [] : [format.span(figures.onAirMs)]),
    ...show.anchors,
    ...kind,
    ...state,
    ...(show.mergedTs === null ? [] : [t('shows.merged')]),
  ];
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isMarked}
      className={styles.row}
      data-at={at}
      data-picked={isPicked}
    >
      <span className={styles.mark} data-mark data-on={isMarked} title={t('shows.markHint')}>
        {isMarked ? '✓' : ''}
      </span>
      <span className={styles.words}>
        <span className={styles.title} title={show.title}>
          <span translate="no">{show.title}</span>
          {show.tags.map((tag) => (
            <span key={tag} className={styles.tag} translate="no">
              {tag}
            </span>
          ))}
        </span>
        <span className={styles.facts} title={facts.join(' · ')}>
          {facts.join(' · ')}
        </span>
      </span>
      <span className={styles.figures}>
        {COLUMNS.map((figure) => {
          const value = figures?.[figure.key] ?? null;
          return (
            <span
              key={figure.key}
              className={styles.figure}
              title={missingText(i18n, show, figure, value) ?? undefined}
            >
              <span className={styles.label}>{t(`shows.figure.${figure.key}`)}</span>
              <span className={styles.value}>
                {figure.key === 'gpmMinor' && value !== null
                  ? roughMoney(format, value, currency)
                  : valueText(i18n, value, figure.unit, currency)}
              </span>
            </span>
          );
        })}
      </span>
    </div>
  );
}
