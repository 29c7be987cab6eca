import { useEffect, useRef, useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { provingText } from '#renderer/ui/improvement-text.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { IMPROVEMENT_CAUSES, type ImprovementItem } from '#shared/model/improvement.ts';
import { PROVING_METRICS } from '#shared/model/proving-metric.ts';
import type { Review } from '#shared/model/review.ts';
import { PROVING_TABLE } from '#shared/rules/improvements/proving-value.ts';

import styles from './Improvements.module.css';
import {
  draftOf,
  EMPTY_DRAFT,
  nowOf,
  readDraft,
  withMetric,
  type DraftFaults,
  type ItemDraft,
} from './item-draft.ts';
import type { ImprovementInput } from './use-improvements.ts';

interface ItemFormProps {
  readonly review: Review;
  /** What is changed; null: a new one is written. */
  readonly item: ImprovementItem | null;
  /** True when it was taken. */
  readonly onPut: (input: ImprovementInput) => Promise<boolean>;
  readonly onClose: () => void;
}

/** One improvement item, with what is to prove it. */
export function ItemForm({ review, item, onPut, onClose }: ItemFormProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const [draft, setDraft] = useState<ItemDraft>(item === null ? EMPTY_DRAFT : draftOf(item));
  const [faults, setFaults] = useState<DraftFaults>({});
  const { metric } = draft;
  const change = (part: Partial<ItemDraft>): void => setDraft({ ...draft, ...part });
  const isOfProduct = metric !== 'none' && PROVING_TABLE[metric].isOfProduct;

  const form = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    const element = form.current;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || isComposing(event)) return;
      event.stopPropagation();
      onClose();
    }
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [onClose]);

  async function put(): Promise<void> {
    const { input, faults: found } = readDraft(i18n, review, draft, item);
    setFaults(found);
    if (input !== null && (await onPut(input))) onClose();
  }
  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    void put();
  }

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={t(item === null ? 'improve.write' : 'improve.edit')}
      onSubmit={onSubmit}
    >
      <TextField
        className={styles.whole}
        label={t('improve.problem')}
        value={draft.problem}
        maxLength={300}
        inputRef={first}
        error={faults.problem ?? null}
        onChange={(problem) => change({ problem })}
      />
      <TextField
        className={styles.whole}
        label={t('improve.evidence')}
        value={draft.evidence}
        maxLength={1_000}
        onChange={(evidence) => change({ evidence })}
      />
      <TextField
        className={styles.whole}
        label={t('improve.scheme')}
        value={draft.scheme}
        maxLength={300}
        error={faults.scheme ?? null}
        onChange={(scheme) => change({ scheme })}
      />
      <SelectField
        label={t('improve.cause')}
        value={draft.cause}
        options={IMPROVEMENT_CAUSES.map((value) => ({ value, label: t(`improve.cause.${value}`) }))}
        onChange={(cause) => change({ cause })}
      />
      <TextField
        label={t('improve.owner')}
        value={draft.owner}
        maxLength={60}
        onChange={(owner) => change({ owner })}
      />
      <TextField
        type="date"
        label={t('improve.due')}
        hint={t('improve.dueHint')}
        value={draft.day}
        onChange={(day) => change({ day })}
      />
      <SelectField
        label={t('improve.metric')}
        value={metric}
        options={[
          { value: 'none' as const, label: t('improve.noMetric') },
          ...PROVING_METRICS.map((value) => ({ value, label: t(`improve.metric.${value}`) })),
        ]}
        onChange={(value) => setDraft(withMetric(review, draft, { metric: value }))}
      />
      {isOfProduct && (
        <SelectField
          label={faults.product ?? t('improve.product')}
          value={draft.product}
          options={[
            { value: '', label: t('improve.noProduct') },
            ...review.products.map(({ productId, linkNumber, name }) => ({
              value: String(productId),
              label: `${linkNumber} ${name}`,
            })),
          ]}
          onChange={(product) => setDraft(withMetric(review, draft, { product }))}
        />
      )}
      {metric !== 'none' && (
        <TextField
          label={goalLabel(i18n, review, draft)}
          hint={nowText(i18n, review, draft)}
          value={draft.goal}
          maxLength={12}
          inputMode="decimal"
          error={faults.goal ?? null}
          onChange={(goal) => change({ goal })}
        />
      )}
      <div className={styles.formEnd}>
        <Button type="submit" tone="go">
          {t('improve.save')}
        </Button>
        <Button onClick={onClose}>{t('improve.cancel')}</Button>
      </div>
    </form>
  );
}

function goalLabel({ t }: I18n, review: Review, draft: ItemDraft): string {
  if (draft.metric === 'none') return t('improve.goal');
  const now = nowOf(review, draft);
  const currency = now?.known === true ? now.currency : review.show.currency;
  switch (PROVING_TABLE[draft.metric].unit) {
    case 'count':
      return t('improve.goal');
    case 'share':
      return t('improve.goalUnit', { unit: '%' });
    case 'duration':
      return t('improve.goalUnit', { unit: t('improve.seconds') });
    case 'money':
      return t('improve.goalUnit', { unit: currency ?? review.show.currency });
  }
}

function nowText(i18n: I18n, review: Review, draft: ItemDraft): string {
  const { t } = i18n;
  const now = nowOf(review, draft);
  if (now === null || draft.metric === 'none') return '';
  if (!now.known)
    return t('improve.goalHintUnknown', { reason: t(`improve.reason.${now.reason}`) });
  return t('improve.goalHint', {
    now: provingText(i18n, draft.metric, now.value, now.currency),
  });
}
