import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { proofText } from '#renderer/ui/improvement-text.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { ImprovementItem } from '#shared/model/improvement.ts';
import type { Review } from '#shared/model/review.ts';

import styles from './Improvements.module.css';
import { ItemForm } from './ItemForm.tsx';
import { dayOfDue, dueOfDay, inputOf } from './item-input.ts';
import type { ImprovementsOfReview } from './use-improvements.ts';

interface OwnItemProps {
  readonly review: Review;
  readonly item: ImprovementItem;
  readonly improvements: ImprovementsOfReview;
}

/** One item of this show's review; who sees to it and by when is said in place. */
export function OwnItem({ review, item, improvements }: OwnItemProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const [isEditing, setEditing] = useState(false);
  const { scheme, state } = item;
  if (isEditing) {
    return (
      <li>
        <ItemForm
          review={review}
          item={item}
          onPut={improvements.put}
          onClose={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className={styles.item} data-state={state}>
      <div className={styles.words}>
        <p>
          <b>{scheme}</b>
          {state !== 'open' && <span className={styles.quiet}> {t(`improve.state.${state}`)}</span>}
        </p>
        <p className={styles.quiet}>
          {t(`improve.cause.${item.cause}`)} · {item.problem}
        </p>
        {item.evidence !== '' && <p className={styles.quiet}>{item.evidence}</p>}
        <p className={styles.proof}>{proofText(i18n, item)}</p>
      </div>
      {/* Written anew where the store has another value, also after an undo. */}
      <Who key={`${item.owner}/${String(item.dueTs)}`} item={item} put={improvements.put} />
      <div className={styles.acts}>
        <Button
          tone="quiet"
          aria-label={t('improve.editNamed', { scheme })}
          onClick={() => setEditing(true)}
        >
          {t('improve.edit')}
        </Button>
        {state === 'open' ? (
          <>
            <Button
              tone="quiet"
              aria-label={t('improve.closeNamed', { scheme })}
              onClick={() => void improvements.setState(item, 'done')}
            >
              {t('improve.close')}
            </Button>
            <Button
              tone="quiet"
              aria-label={t('improve.dropNamed', { scheme })}
              onClick={() => void improvements.setState(item, 'dropped')}
            >
              {t('improve.drop')}
            </Button>
          </>
        ) : (
          <Button
            tone="quiet"
            aria-label={t('improve.reopenNamed', { scheme })}
            onClick={() => void improvements.setState(item, 'open')}
          >
            {t('improve.reopen')}
          </Button>
        )}
      </div>
    </li>
  );
}

interface WhoProps {
  readonly item: ImprovementItem;
  readonly put: ImprovementsOfReview['put'];
}

/** Owner and day; kept when the field is left, or with Enter. */
function Who({ item, put }: WhoProps): ReactElement {
  const { t } = useI18n();
  const [owner, setOwner] = useState(item.owner);
  const [day, setDay] = useState(dayOfDue(item.dueTs));
  const { scheme } = item;

  function keep(): void {
    const dueTs = dueOfDay(day);
    if (owner.trim() === item.owner && dueTs === item.dueTs) return;
    void put({ ...inputOf(item), owner: owner.trim(), dueTs });
  }
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter' && !isComposing(event.nativeEvent)) keep();
  };
  return (
    <div className={styles.who}>
      <TextField
        isLabelHidden
        label={t('improve.ownerOf', { scheme })}
        placeholder={t('improve.owner')}
        value={owner}
        maxLength={60}
        onChange={setOwner}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
      <TextField
        isLabelHidden
        type="date"
        label={t('improve.dueOf', { scheme })}
        title={t('improve.dueHint')}
        value={day}
        onChange={setDay}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
