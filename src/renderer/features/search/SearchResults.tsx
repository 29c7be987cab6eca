import { useMemo } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { SearchHit } from '#shared/model/search.ts';

import { hitGroups, type HitGroup } from './hit-groups.ts';
import { clickedHit, HitRow, hitRowId } from './HitRow.tsx';
import styles from './SearchSheet.module.css';
import type { Answer } from './use-search.ts';

interface SearchResultsProps {
  readonly id: string;
  readonly text: string;
  readonly answer: Answer | null;
  readonly isLooking: boolean;
  readonly picked: SearchHit | null;
  readonly onPick: (seq: number | null) => void;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onMore: () => void;
}

/** What was found, show by show, the newest first. */
export function SearchResults(props: SearchResultsProps): ReactElement {
  const { id, text, answer, isLooking, picked, onPick, onOpen, onKeyDown, onMore } = props;
  const { t } = useI18n();
  const groups = useMemo(
    () => (answer === null ? [] : hitGroups(answer.hits, answer.shows)),
    [answer],
  );

  function onClick(event: MouseEvent): void {
    const seq = clickedHit(event.target);
    if (seq !== null) onPick(seq);
  }

  return (
    <div className={styles.results} aria-busy={isLooking}>
      <div
        id={id}
        className={styles.list}
        role="listbox"
        aria-label={t('search.results')}
        aria-activedescendant={picked === null ? undefined : hitRowId(picked.seq)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onOpen}
      >
        {groups.map((group) => (
          <Group key={group.hits[0]?.seq} group={group} pickedSeq={picked?.seq ?? null} />
        ))}
      </div>
      {answer !== null && answer.next !== null && (
        <Button className={styles.more} onClick={onMore}>
          {t(answer.isCutShort ? 'search.further' : 'search.more')}
        </Button>
      )}
      {groups.length === 0 && <Nothing text={text} answer={answer} isLooking={isLooking} />}
    </div>
  );
}

interface GroupProps {
  readonly group: HitGroup;
  readonly pickedSeq: number | null;
}

function Group({ group: { show, hits }, pickedSeq }: GroupProps): ReactElement {
  const { t, format } = useI18n();
  const startedTs = show?.startedTs ?? null;
  const title = show?.title ?? '—';
  return (
    <div role="group" aria-label={title}>
      <p className={styles.head} aria-hidden="true">
        <b translate="no">{title}</b>
        <span>{show === null ? '' : t(`setUp.origin.${show.origin}`)}</span>
        <span>
          {startedTs === null ? '' : `${format.day(startedTs)} ${format.time(startedTs, null)}`}
        </span>
      </p>
      {hits.map((hit) => (
        <HitRow key={hit.seq} hit={hit} startedTs={startedTs} isPicked={hit.seq === pickedSeq} />
      ))}
    </div>
  );
}

function Nothing({
  text,
  answer,
  isLooking,
}: Pick<SearchResultsProps, 'text' | 'answer' | 'isLooking'>): ReactElement | null {
  const { t } = useI18n();
  if (answer === null) {
    return isLooking ? null : (
      <div className={styles.empty}>
        <EmptyState title={t('search.start')}>{t('search.startHint')}</EmptyState>
      </div>
    );
  }
  // What is being looked for is not missing yet.
  if (isLooking) return null;
  const title =
    text.trim() === '' ? t('search.noneOfThese') : t('search.none', { text: text.trim() });
  return (
    <div className={styles.empty}>
      <EmptyState title={title}>{t('search.noneHint')}</EmptyState>
    </div>
  );
}
