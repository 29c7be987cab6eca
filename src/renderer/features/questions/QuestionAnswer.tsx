import { useState } from 'react';
import type { ReactElement } from 'react';

import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useAnswers, useShelf } from '#renderer/store/selectors.ts';
import { useApprovedAnswers } from '#renderer/store/use-approved-answers.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ApprovedAnswer } from '#shared/model/approved-answer.ts';
import type { ProductQuestion } from '#shared/model/product-details.ts';
import type { Question } from '#shared/model/question.ts';

import { AnswerForm } from './AnswerForm.tsx';
import styles from './QuestionAnswer.module.css';

/** What a change took the place of, and where; null `before`: there was nothing. */
type Done = {
  readonly productId: ApprovedAnswer['productId'];
  readonly question: string;
  readonly before: ProductQuestion | null;
};

/** The one answer to a picked question: said, written, changed, taken away, and put back. */
export function QuestionAnswer({ question }: { readonly question: Question }): ReactElement {
  const { t } = useI18n();
  const runInArea = useRunInArea();
  const approved = useApprovedAnswers().find(question.text);
  const [isEditing, setEditing] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const owner = useOwner(approved);

  async function put(productId: ApprovedAnswer['productId'], answer: string): Promise<void> {
    // The words it is kept under stay; those of a viewer are tidied for a new one.
    const asked = approved?.productId === productId ? approved.question : tidy(question.text);
    const result = await runInArea('cues', 'answer.put', { productId, question: asked, answer });
    if (!result.ok) return;
    setEditing(false);
    setDone({ productId, question: asked, before: result.value.before });
  }

  async function remove(held: ApprovedAnswer): Promise<void> {
    const { productId, question: asked } = held;
    const result = await runInArea('cues', 'answer.remove', { productId, question: asked });
    if (!result.ok) return;
    setEditing(false);
    setDone({ productId, question: asked, before: result.value.before });
  }

  async function undo({ productId, question: asked, before }: Done): Promise<void> {
    const result =
      before === null
        ? await runInArea('cues', 'answer.remove', { productId, question: asked })
        : await runInArea('cues', 'answer.put', { productId, ...before });
    if (result.ok) setDone(null);
  }

  if (isEditing) {
    return (
      <AnswerForm
        question={question}
        approved={approved}
        onPut={(productId, answer) => void put(productId, answer)}
        onRemove={approved === null ? null : () => void remove(approved)}
        onClose={() => setEditing(false)}
      />
    );
  }
  return (
    <div className={styles.answer} role="status">
      {approved === null ? (
        <span className={styles.none}>{t('answers.none')}</span>
      ) : (
        <span className={styles.words}>
          <b>{t('answers.approved')}</b> <span translate="no">{approved.answer}</span>{' '}
          <span className={styles.owner}>{owner}</span>
        </span>
      )}
      <span className={styles.buttons}>
        {done !== null && (
          <Button tone="quiet" onClick={() => void undo(done)}>
            {t('answers.undo')}
          </Button>
        )}
        <Button tone="quiet" onClick={() => setEditing(true)}>
          {t(approved === null ? 'answers.write' : 'answers.edit')}
        </Button>
      </span>
    </div>
  );
}

/** Whose answer it is: of the product on the shelf, or of the room. */
function useOwner(approved: ApprovedAnswer | null): string {
  const { t } = useI18n();
  const { items } = useShelf();
  const { productId } = useAnswers();
  if (approved === null) return '';
  if (approved.productId === null) return t('answers.ofRoom');
  const item = items.find((each) => each.productId === productId);
  return item === undefined ? '' : t('answers.ofProduct', { number: item.linkNumber });
}

/** One line, as long as a card takes. */
function tidy(text: string): string {
  return [...text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()].slice(0, 110).join('').trim();
}
