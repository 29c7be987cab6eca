import { useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { CommandInput } from '#shared/contract/contract.ts';
import { PROMISE_KINDS } from '#shared/model/promise.ts';

import { readDraft, type DraftFaults, type PromiseDraft } from './promise-draft.ts';
import styles from './Promises.module.css';

interface PromiseFormProps {
  /** True when it was taken. */
  readonly onMake: (input: CommandInput<'promise.make'>) => Promise<boolean>;
}

/** One promise; the product is the one that is armed or on the shelf. */
export function PromiseForm({ onMake }: PromiseFormProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { items, armed, current } = useShelf();
  const [draft, setDraft] = useState<PromiseDraft>({
    kind: 'limited',
    linkNumber: String(armed?.linkNumber ?? current?.linkNumber ?? ''),
    units: '',
    minutes: '',
    price: '',
    text: '',
  });
  const [faults, setFaults] = useState<DraftFaults>({});
  const { kind } = draft;
  const change = (part: Partial<PromiseDraft>): void => setDraft({ ...draft, ...part });

  async function make(): Promise<void> {
    const { input, faults: found } = readDraft(i18n, draft, items);
    setFaults(found);
    if (input === null || !(await onMake(input))) return;
    setDraft((before) => ({ ...before, units: '', minutes: '', price: '', text: '' }));
  }

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    void make();
  }

  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <SelectField
        label={t('promise.kind')}
        value={kind}
        options={PROMISE_KINDS.map((value) => ({ value, label: t(`promise.kind.${value}`) }))}
        onChange={(value) => change({ kind: value })}
      />
      <SelectField
        label={faults.product ?? t('promise.product')}
        value={draft.linkNumber}
        options={[
          { value: '', label: t('promise.noProduct') },
          ...items.map(({ linkNumber, name }) => ({
            value: String(linkNumber),
            label: `${linkNumber} ${name}`,
          })),
        ]}
        onChange={(linkNumber) => change({ linkNumber })}
      />
      {kind === 'limited' && (
        <TextField
          label={t('promise.units')}
          value={draft.units}
          onChange={(units) => change({ units })}
          maxLength={7}
          inputMode="numeric"
          error={faults.units ?? null}
        />
      )}
      {kind === 'priceOpen' && (
        <TextField
          label={t('promise.price')}
          hint={t('promise.priceHint')}
          value={draft.price}
          onChange={(price) => change({ price })}
          maxLength={14}
          inputMode="decimal"
          error={faults.price ?? null}
        />
      )}
      <TextField
        label={t('promise.minutes')}
        hint={kind === 'restock' ? '' : t('promise.minutesHint')}
        value={draft.minutes}
        onChange={(minutes) => change({ minutes })}
        maxLength={5}
        inputMode="decimal"
        error={faults.minutes ?? null}
      />
      <TextField
        className={styles.whole}
        label={t('promise.words')}
        value={draft.text}
        onChange={(text) => change({ text })}
        maxLength={120}
        error={faults.text ?? null}
      />
      <div className={styles.whole}>
        <Button type="submit" tone="go">
          {t('promise.make')}
        </Button>
      </div>
    </form>
  );
}
