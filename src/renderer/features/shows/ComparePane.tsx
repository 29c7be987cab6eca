import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useComparedPair } from '#renderer/store/compared-pair.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import type { ListedShow } from '#shared/model/show-list.ts';

import { CompareEarlier } from './CompareEarlier.tsx';
import { ComparePair } from './ComparePair.tsx';
import { startText } from '#renderer/ui/show-figure-text.ts';
import styles from './ShowsSheet.module.css';
import type { ComparedPair } from './ShowsSheet.tsx';
import { useComparison } from './use-comparison.ts';

interface ComparePaneProps {
  readonly pair: ComparedPair;
  readonly shows: readonly ListedShow[];
  onPair(pair: ComparedPair): void;
}

const AGAINST = ['previous', 'median', 'sameHour', 'target'] as const;
export type AgainstChoice = (typeof AGAINST)[number];
const isAgainst = (value: string): value is AgainstChoice =>
  AGAINST.some((against) => against === value);

/** One show against another, or against what the room usually comes to. */
export function ComparePane({ pair, shows, onPair }: ComparePaneProps): ReactElement | null {
  const i18n = useI18n();
  const { t } = i18n;
  const [against, setAgainst] = useState<AgainstChoice>('median');
  const note = useComparedPair((state) => state.note);
  useEffect(() => {
    if (pair.withId !== null) note([pair.showId, pair.withId]);
  }, [note, pair]);
  const { answer, error, retry } = useComparison(pair.showId, pair.withId ?? pair.showId);
  const own = shows.find(({ id }) => id === pair.showId);
  if (own === undefined) return <p role="alert">{t('shows.compare.gone')}</p>;
  const others = shows.filter(({ id, state }) => id !== own.id && state === 'ended');
  const value = pair.withId === null ? against : String(pair.withId);
  return (
    <div className={styles.pane}>
      <div className={styles.narrow}>
        <h3 className={styles.chosen} translate="no">
          {own.title}
        </h3>
        <SelectField
          label={t('shows.compare.against')}
          value={value}
          options={[
            ...AGAINST.map((each) => ({ value: each, label: t(`shows.against.${each}`) })),
            ...others.map((show) => ({
              value: String(show.id),
              label: `${show.title} · ${startText(i18n, show)}`,
            })),
          ]}
          onChange={(chosen) => {
            if (isAgainst(chosen)) {
              setAgainst(chosen);
              onPair({ showId: own.id, withId: null });
              return;
            }
            const other = others.find(({ id }) => String(id) === chosen);
            if (other !== undefined) onPair({ showId: own.id, withId: other.id });
          }}
        />
        {pair.withId !== null && (
          <Button onClick={() => onPair({ showId: pair.withId ?? own.id, withId: own.id })}>
            {t('shows.compare.swap')}
          </Button>
        )}
      </div>
      {error !== null && (
        <Notice tone="danger">
          {errorMessage(i18n, error)} <Button onClick={retry}>{t('common.retry')}</Button>
        </Notice>
      )}
      {answer === null && error === null && <p role="status">{t('shows.compare.loading')}</p>}
      {answer !== null &&
        (pair.withId === null ? (
          <CompareEarlier side={answer.sides[0]} shows={shows} against={against} />
        ) : (
          <ComparePair sides={answer.sides} />
        ))}
    </div>
  );
}
