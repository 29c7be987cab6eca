import { useId, useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useChat } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { WORD_LISTS, type WordList, type WordLists } from '#shared/model/word-lists.ts';
import { readWordLists } from '#shared/rules/chat-words/word-lists.ts';

import { WORD_LIST_NAMES } from './setting-rows.ts';
import styles from './SettingsSheet.module.css';
import { wordFaultText } from './word-fault-text.ts';
import { WordsPreview } from './WordsPreview.tsx';

type Drafts = Readonly<Partial<Record<WordList, string>>>;

/** The operator's own words, list by list, one on each line: checked while they are typed. */
export function WordsRow(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerform();
  const { words } = useShownSettings();
  const chat = useChat();
  const [list, setList] = useState<WordList>('buying');
  const [drafts, setDrafts] = useState<Drafts>({});
  const [textId, fieldId, statusId] = [useId(), useId(), useId()];

  const stored = (words[list] ?? []).join('\n');
  const text = drafts[list] ?? stored;
  const next = useMemo(() => withList(words, list, linesOf(text)), [words, list, text]);
  const read = useMemo(() => readWordLists(next), [next]);
  const isChanged = text !== stored;

  function forget(): void {
    setDrafts(({ [list]: _gone, ...others }) => others);
  }

  return (
    <div className={styles.row}>
      <p id={textId} className={styles.text}>
        {t('settings.wordsText')}
      </p>
      <SelectField
        label={t('settings.wordList')}
        value={list}
        options={WORD_LISTS.map((each) => ({
          value: each,
          label: t('settings.wordListOf', {
            name: t(WORD_LIST_NAMES[each]),
            count: words[each]?.length ?? 0,
          }),
        }))}
        onChange={setList}
      />
      <label htmlFor={fieldId} className={styles.text}>
        {t('settings.wordsOf', { name: t(WORD_LIST_NAMES[list]) })}
      </label>
      <textarea
        id={fieldId}
        className={styles.words}
        rows={5}
        spellCheck={false}
        value={text}
        placeholder={t('settings.wordsHint')}
        aria-describedby={`${textId} ${statusId}`}
        aria-invalid={read.faults.length > 0}
        onChange={(event) => {
          const typed = event.target.value;
          setDrafts((now) => ({ ...now, [list]: typed }));
        }}
      />
      <div id={statusId} role="status">
        {read.faults.length > 0 && (
          <ul className={styles.problems}>
            {read.faults.map((fault) => (
              <li key={`${fault.list} ${fault.index} ${fault.why}`} className={styles.fault}>
                {wordFaultText(i18n, fault)}
              </li>
            ))}
          </ul>
        )}
        <WordsPreview words={read.words.get(list) ?? []} rows={chat.rows()} />
      </div>
      <div className={styles.keyButtons}>
        {isChanged && (
          <Button tone="quiet" onClick={forget}>
            {t('settings.wordsDiscard')}
          </Button>
        )}
        <Button
          disabled={!isChanged || read.faults.length > 0}
          onClick={() => {
            perform({ type: 'changeSettings', change: { words: next } });
            forget();
          }}
        >
          {t('settings.wordsSave')}
        </Button>
      </div>
    </div>
  );
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The lists with one of them anew; an empty one is left out. */
function withList(words: WordLists, list: WordList, lines: readonly string[]): WordLists {
  const { [list]: _before, ...others } = words;
  return lines.length === 0 ? others : { ...others, [list]: lines };
}
