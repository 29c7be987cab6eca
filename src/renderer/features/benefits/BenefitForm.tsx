import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { parsePrice, parseStock, priceText, type Parsed } from '#renderer/ui/price-input.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { BENEFIT_KINDS, type BenefitFields, type ShowBenefit } from '#shared/model/benefit.ts';
import type { ProductId } from '#shared/model/ids.ts';

import styles from './BenefitsSheet.module.css';

const NAME_MAX = 120;
const COUNTS = ['quantity', 'claimed', 'redeemed'] as const;
type CountName = (typeof COUNTS)[number];

interface BenefitFormProps {
  /** Null: a new one. */
  readonly of: ShowBenefit | null;
  readonly currency: string;
  readonly products: readonly { readonly productId: ProductId; readonly name: string }[];
  readonly onSave: (fields: BenefitFields) => Promise<boolean>;
  readonly onDone: () => void;
}

/** One benefit; what is left empty is not known. */
export function BenefitForm(props: BenefitFormProps): ReactElement {
  const { of, currency, products, onSave, onDone } = props;
  const { t } = useI18n();
  const [kind, setKind] = useState(of?.kind ?? 'coupon');
  const [name, setName] = useState(of?.name ?? '');
  const [productId, setProductId] = useState<ProductId | null>(of?.productId ?? null);
  const [cost, setCost] = useState(priceText(of?.costMinor ?? null, currency));
  const [counts, setCounts] = useState<Readonly<Record<CountName, string>>>({
    quantity: countText(of?.quantity),
    claimed: countText(of?.claimed),
    redeemed: countText(of?.redeemed),
  });
  const costRead = parsePrice(cost, currency);
  const read = {
    quantity: parseStock(counts.quantity),
    claimed: parseStock(counts.claimed),
    redeemed: parseStock(counts.redeemed),
  };
  const isValid =
    name.trim() !== '' && costRead.isValid && COUNTS.every((each) => read[each].isValid);
  const caution = isMore(read.claimed, read.quantity)
    ? t('benefits.moreClaimed')
    : isMore(read.redeemed, read.claimed)
      ? t('benefits.moreRedeemed')
      : null;

  function save(): void {
    if (!costRead.isValid || !isValid) return;
    const fields = {
      kind,
      name: name.trim(),
      productId,
      givenTs: of?.givenTs ?? null,
      costMinor: costRead.value,
      quantity: valueOf(read.quantity),
      claimed: valueOf(read.claimed),
      redeemed: valueOf(read.redeemed),
    };
    void onSave(fields).then((isSaved) => {
      if (isSaved) onDone();
    });
  }
  const fault = (parsed: Parsed<number | null>): string | null =>
    parsed.isValid ? null : t(parsed.fault.key, parsed.fault.params);

  return (
    <form
      className={styles.form}
      aria-label={t(of === null ? 'benefits.new' : 'benefits.change')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <SelectField
        label={t('benefits.kind')}
        value={kind}
        options={BENEFIT_KINDS.map((value) => ({ value, label: t(`benefits.kindOf.${value}`) }))}
        onChange={setKind}
      />
      <TextField label={t('benefits.name')} value={name} maxLength={NAME_MAX} onChange={setName} />
      <SelectField
        label={t('benefits.product')}
        value={productId === null ? '' : String(productId)}
        options={[
          { value: '', label: t('benefits.noProduct') },
          ...products.map((each) => ({ value: String(each.productId), label: each.name })),
        ]}
        onChange={(value) =>
          setProductId(products.find((each) => String(each.productId) === value)?.productId ?? null)
        }
      />
      <TextField
        label={`${t('benefits.cost')} (${currency})`}
        value={cost}
        inputMode="decimal"
        onChange={setCost}
        error={fault(costRead)}
      />
      {COUNTS.map((each) => (
        <TextField
          key={each}
          label={t(`benefits.${each}`)}
          value={counts[each]}
          inputMode="numeric"
          onChange={(text) => setCounts((before) => ({ ...before, [each]: text }))}
          error={fault(read[each])}
        />
      ))}
      {caution !== null && <Notice tone="warn">{caution}</Notice>}
      <div className={styles.bar}>
        <Button tone="go" type="submit" disabled={!isValid}>
          {t('benefits.save')}
        </Button>
        <Button onClick={onDone}>{t('benefits.cancel')}</Button>
      </div>
    </form>
  );
}

function countText(count: number | null | undefined): string {
  return count === null || count === undefined ? '' : String(count);
}

function valueOf(parsed: Parsed<number | null>): number | null {
  return parsed.isValid ? parsed.value : null;
}

function isMore(a: Parsed<number | null>, b: Parsed<number | null>): boolean {
  const [left, right] = [valueOf(a), valueOf(b)];
  return left !== null && right !== null && left > right;
}
