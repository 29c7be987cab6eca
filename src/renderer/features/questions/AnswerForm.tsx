import { useEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent, ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useAnswers, useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useRisk } from '#renderer/ui/use-risk-note.ts';
import type { ApprovedAnswer, PastAnswer } from '#shared/model/approved-answer.ts';
import { ANSWER_MAX } from '#shared/model/product-details.ts';
import type { Question } from '#shared/model/question.ts';

import styles from './QuestionAnswer.module.css';

interface AnswerFormProps {
  readonly question: Question;
  /** What holds now; null for none. */
  readonly approved: ApprovedAnswer | null;
  readonly onPut: (productId: ApprovedAnswer['productId'], answer: string) => void;
  /** Null where there is nothing to take away. */
  readonly onRemove: (() => void) | null;
  readonly onClose: () => void;
}

/** Writes the one answer: of the product on the shelf or of the room; what was said once is offered. */
export function AnswerForm(props: AnswerFormProps): ReactElement {
  const { question, approved, onPut, onRemove, onClose } = props;
  const { t } = useI18n();
  const { productId: shown } = useAnswers();
  const item = useShelf().items.find(({ productId }) => productId === shown) ?? null;
  const isOfProduct = approved === null ? item !== null : approved.productId !== null;
  const [of, setOf] = useState<'product' | 'room'>(isOfProduct ? 'product' : 'room');
  const [text, setText] = useState(approved?.answer ?? '');
  const past = usePast(question.id);
  const risk = useRisk(text);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function save(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() === '') return;
    onPut(of === 'product' && item !== null ? item.productId : null, text.trim());
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  }

  const offered = past.filter(({ text: said }) => said !== text);
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <TextField
        label={t('answers.text')}
        value={text}
        maxLength={ANSWER_MAX}
        onChange={setText}
        inputRef={field}
        onKeyDown={onKeyDown}
        risk={risk}
      />
      {offered.length > 0 && (
        <div className={styles.past} role="group" aria-label={t('answers.past')}>
          <span>{t('answers.past')}</span>
          {offered.map((each) => (
            <Button
              key={each.text}
              tone="quiet"
              title={each.title}
              onClick={() => setText(each.text.slice(0, ANSWER_MAX))}
            >
              {each.text}
            </Button>
          ))}
        </div>
      )}
      <SelectField
        label={t('answers.of')}
        value={of}
        options={[
          ...(item === null
            ? []
            : [
                {
                  value: 'product' as const,
                  label: t('answers.ofNamed', { number: item.linkNumber, name: item.name }),
                },
              ]),
          { value: 'room', label: t('answers.ofRoom') },
        ]}
        onChange={setOf}
      />
      <span className={styles.buttons}>
        <Button tone="go" type="submit" disabled={text.trim() === ''}>
          {t('answers.approve')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        {onRemove !== null && (
          <ConfirmButton
            label={t('answers.remove')}
            tone="quiet"
            confirmLabel={t('answers.confirmRemove')}
            onConfirm={onRemove}
          />
        )}
      </span>
    </form>
  );
}

/** What was answered before; nothing where it cannot be read: it is an offer alone. */
function usePast(questionId: Question['id']): readonly PastAnswer[] {
  const run = useCommand();
  const [past, setPast] = useState<readonly PastAnswer[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void run('answer.past', { questionId }).then((result) => {
      if (isCurrent && result.ok) setPast(result.value.answers);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, questionId]);
  return past;
}
