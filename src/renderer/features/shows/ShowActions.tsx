import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { ListedShow } from '#shared/model/show-list.ts';

import { MergeButton } from './MergeButton.tsx';
import { RenameForm } from './RenameForm.tsx';
import styles from './ShowsSheet.module.css';
import type { ComparedPair } from './ShowsSheet.tsx';
import { WordsEditor } from './WordsEditor.tsx';

interface ShowActionsProps {
  /** What it is done to: the marked ones, else the one that is picked. */
  readonly shows: readonly ListedShow[];
  readonly isMarked: boolean;
  readonly all: readonly ListedShow[];
  onOpen(): void;
  onUnmark(): void;
  onChanged(): void;
  onRemoved(showIds: readonly ShowId[]): void;
  onCompare(pair: ComparedPair): void;
}

type Form = 'rename' | 'tag' | 'anchor' | null;

/** What can be done with one show or with those that are marked. */
export function ShowActions(props: ShowActionsProps): ReactElement | null {
  const { shows, isMarked, all, onOpen, onUnmark, onChanged, onRemoved, onCompare } = props;
  const i18n = useI18n();
  const { t, tn } = i18n;
  const run = useCommand();
  const [form, setForm] = useState<Form>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [first, second] = shows;
  if (first === undefined) return null;
  const showIds = shows.map(({ id }) => id);
  const isOver = shows.every(({ state }) => state === 'ended');

  async function act(work: Promise<Result<unknown>>, done: () => void): Promise<void> {
    const result = await work;
    setError(result.ok ? null : result.error);
    if (result.ok) done();
  }

  const toggle = (which: Form): void => setForm(form === which ? null : which);
  return (
    <section className={styles.actions} aria-label={t('shows.actions')}>
      <div className={styles.buttons}>
        <b className={styles.chosen}>{isMarked ? tn('shows.marked', shows.length) : first.title}</b>
        {!isMarked && (
          <Button tone="go" disabled={!isOver} onClick={onOpen}>
            {t('shows.open')}
          </Button>
        )}
        {isOver && shows.length === 1 && (
          <Button onClick={() => onCompare({ showId: first.id, withId: null })}>
            {t('shows.compareEarlier')}
          </Button>
        )}
        {isOver && second !== undefined && shows.length === 2 && (
          <Button tone="go" onClick={() => onCompare({ showId: first.id, withId: second.id })}>
            {t('shows.comparePair')}
          </Button>
        )}
        {isOver && shows.length <= 2 && (
          <MergeButton
            shows={shows}
            onError={setError}
            onDone={() => {
              onUnmark();
              onChanged();
            }}
          />
        )}
        {shows.length === 1 && (
          <Button aria-expanded={form === 'rename'} onClick={() => toggle('rename')}>
            {t('shows.rename')}
          </Button>
        )}
        <Button aria-expanded={form === 'tag'} onClick={() => toggle('tag')}>
          {t('shows.tags')}
        </Button>
        <Button aria-expanded={form === 'anchor'} onClick={() => toggle('anchor')}>
          {t('shows.anchors')}
        </Button>
        {isMarked && (
          <Button tone="quiet" onClick={onUnmark}>
            {t('shows.unmark')}
          </Button>
        )}
        <span className={styles.end}>
          <ConfirmButton
            label={t('shows.remove')}
            tone="quiet"
            confirmLabel={tn('shows.removeSure', shows.length)}
            onConfirm={() => void act(run('shows.remove', { showIds }), () => onRemoved(showIds))}
          />
        </span>
      </div>
      {error !== null && <p role="alert">{errorMessage(i18n, error)}</p>}
      {form === 'rename' && (
        <RenameForm
          show={first}
          onDone={() => {
            setForm(null);
            onChanged();
          }}
          onClose={() => setForm(null)}
        />
      )}
      {(form === 'tag' || form === 'anchor') && (
        <WordsEditor key={form} kind={form} shows={shows} all={all} onChanged={onChanged} />
      )}
    </section>
  );
}
