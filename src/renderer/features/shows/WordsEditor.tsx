import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import { SHOW_WORD_MAX, type ListedShow } from '#shared/model/show-list.ts';
import { wordsOf } from '#shared/rules/shows/find-shows.ts';

import styles from './ShowsSheet.module.css';

interface WordsEditorProps {
  readonly kind: 'tag' | 'anchor';
  readonly shows: readonly ListedShow[];
  readonly all: readonly ListedShow[];
  onChanged(): void;
}

const SUGGESTED = 8;

/** Tags or hosts of one show or several: typed, taken from what other shows have, taken away. */
export function WordsEditor({ kind, shows, all, onChanged }: WordsEditorProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const of = kind === 'tag' ? 'tags' : 'anchors';
  // Hosts that the log names are not to be taken away here.
  const named = shows.filter((show) => kind === 'tag' || show.areAnchorsNamed);
  const held = wordsOf(named, of);
  const suggested = wordsOf(all, of).filter((word) => !held.includes(word));

  // It was opened to be typed into.
  useEffect(() => input.current?.focus(), []);

  async function change(add: readonly string[], remove: readonly string[]): Promise<void> {
    const showIds = shows.map(({ id }) => id);
    const result = await run('shows.setWords', {
      showIds,
      kind,
      add: [...add],
      remove: [...remove],
    });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    setTyped('');
    onChanged();
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') void change([typed.trim()], []);
      }}
    >
      <TextField
        label={t(`shows.add.${kind}`)}
        value={typed}
        maxLength={SHOW_WORD_MAX}
        inputRef={input}
        error={error === null ? null : errorMessage(i18n, error)}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') event.stopPropagation();
        }}
      />
      <Button tone="go" type="submit" disabled={typed.trim() === ''}>
        {t('shows.addWord')}
      </Button>
      <span className={styles.wordList}>
        {held.map((word) => (
          <Button
            key={word}
            aria-label={t('shows.takeAway', { word })}
            title={t('shows.takeAway', { word })}
            onClick={() => void change([], [word])}
          >
            <span translate="no">{word}</span> ×
          </Button>
        ))}
        {suggested.slice(0, SUGGESTED).map((word) => (
          <Button
            key={word}
            tone="quiet"
            aria-label={t('shows.addNamed', { word })}
            onClick={() => void change([word], [])}
          >
            + <span translate="no">{word}</span>
          </Button>
        ))}
      </span>
    </form>
  );
}
