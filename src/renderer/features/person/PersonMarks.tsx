import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { markText } from '#renderer/i18n/mark-text.ts';
import { useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { isComposing } from '#renderer/ui/composing.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import {
  MARK_SPANS,
  MARK_WORD_MAX,
  type MarkKind,
  type MarkSpan,
  type PersonCard,
  type PersonMark,
} from '#shared/model/person.ts';

import styles from './PersonSheet.module.css';

const USUAL = ['vip', 'watch', 'careful'] as const satisfies readonly MarkKind[];

interface PersonMarksProps {
  readonly card: PersonCard;
  readonly onChanged: () => void;
}

/** Marks that hold and that have expired, and three presses or a word to add one. */
export function PersonMarks({ card, onChanged }: PersonMarksProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const state = useShow()?.state ?? null;
  const isShowOn = state !== null && state !== 'ended';
  const [chosen, setSpan] = useState<MarkSpan>('ever');
  const span = chosen === 'show' && !isShowOn ? 'ever' : chosen;
  const [word, setWord] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const { platform, platformUserId, marks } = card;
  const key = { platform, platformUserId };

  async function add(kind: MarkKind): Promise<void> {
    const own = kind === 'custom' ? word : null;
    const result = await run('person.mark', { ...key, kind, word: own, span });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    if (kind === 'custom') setWord('');
    onChanged();
  }

  async function remove(markId: number): Promise<void> {
    const result = await run('person.unmark', { ...key, markId });
    setError(result.ok ? null : result.error);
    if (result.ok) onChanged();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
    // Not the desk's Enter, which pins what is armed.
    event.stopPropagation();
    event.preventDefault();
    void add('custom');
  }

  return (
    <section>
      <h3 className={styles.title}>{t('person.marks')}</h3>
      {marks.length === 0 ? (
        <p className={styles.quiet}>{t('person.noMarks')}</p>
      ) : (
        <ul className={styles.marks}>
          {marks.map((mark) => (
            <Mark key={mark.id} mark={mark} onRemove={() => void remove(mark.id)} />
          ))}
        </ul>
      )}
      <div className={styles.add} role="group" aria-label={t('person.markAdd')}>
        <SelectField
          label={t('person.span')}
          value={span}
          options={MARK_SPANS.filter((each) => each !== 'show' || isShowOn).map((each) => ({
            value: each,
            label: t(`person.span.${each}`),
          }))}
          onChange={setSpan}
        />
        {USUAL.map((kind) => (
          <Button key={kind} onClick={() => void add(kind)}>
            {t(`person.mark.${kind}`)}
          </Button>
        ))}
      </div>
      <div className={styles.add}>
        <TextField
          className={styles.own}
          label={t('person.markCustom')}
          isLabelHidden
          placeholder={`${t('person.markCustom')}${t('common.separator')}${t('person.markCustomHint', { max: MARK_WORD_MAX })}`}
          value={word}
          onChange={setWord}
          onKeyDown={onKeyDown}
          maxLength={200}
        />
        <Button disabled={word.trim() === ''} onClick={() => void add('custom')}>
          {t('person.markCustomAdd')}
        </Button>
      </div>
      {error !== null && (
        <Notice tone="danger" onDismiss={() => setError(null)}>
          {errorMessage(i18n, error)}
        </Notice>
      )}
    </section>
  );
}

interface MarkProps {
  readonly mark: PersonMark;
  readonly onRemove: () => void;
}

function Mark({ mark, onRemove }: MarkProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { kind, untilTs, isForShow, expiredTs } = mark;
  const word = markText(i18n, mark);
  const until =
    expiredTs !== null
      ? t('person.expired', { time: format.dateTime(expiredTs, null) })
      : isForShow
        ? t('person.until.show')
        : untilTs === null
          ? t('person.until.ever')
          : t('person.until.time', { time: format.dateTime(untilTs, null) });
  return (
    <li className={classNames(styles.mark, expiredTs !== null && styles.expired)}>
      <b
        className={classNames(
          styles.markWord,
          expiredTs === null && kind !== 'custom' && styles[kind],
        )}
        dir="auto"
      >
        {word}
      </b>
      <span className={styles.quiet}>{until}</span>
      <Button
        tone="quiet"
        className={styles.remove}
        aria-label={t('person.markRemove', { word })}
        title={t('person.markRemove', { word })}
        onClick={onRemove}
      >
        ✕
      </Button>
    </li>
  );
}
