import type { ReactElement } from 'react';

import { ProductRole } from '#shared/model/product.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { PlainField, SaidField } from '#renderer/ui/SaidFields.tsx';

import { SCRIPT_FIELDS } from './product-draft.ts';
import type { DraftFaults, ProductDraft, TypedField } from './product-draft.ts';
import styles from './ProductSheet.module.css';

interface ProductFieldsetProps {
  readonly draft: ProductDraft;
  readonly faults: DraftFaults;
  /** The code names a product for good: it can be typed only for a new one. */
  readonly isNew: boolean;
  /** What must not be said of it. */
  readonly claims: readonly string[];
  readonly onChange: (patch: Partial<ProductDraft>) => void;
}

const LABELS: Readonly<Record<TypedField, MessageKey>> = {
  name: 'product.name',
  code: 'product.code',
  stock: 'product.stock',
  priceMinor: 'product.price',
  listPriceMinor: 'product.listPrice',
  couponPriceMinor: 'product.couponPrice',
  benefit: 'product.benefit',
  say: 'product.say',
  hook: 'product.hook',
  look: 'product.look',
  story: 'product.story',
  value: 'product.value',
  callToAction: 'product.callToAction',
};

/** Shown when something that is no such value is pasted. */
const EXAMPLES: Partial<Readonly<Record<TypedField, string>>> = {
  code: 'A-01',
  stock: '120',
  priceMinor: '259.90',
  listPriceMinor: '399',
  couponPriceMinor: '239',
};

export function ProductFieldset(props: ProductFieldsetProps): ReactElement {
  const { draft, faults, isNew, claims, onChange } = props;
  const { t } = useI18n();

  function field(name: TypedField, isNumber: boolean): ReactElement {
    const fault = faults[name];
    const Field = isNumber || name === 'code' ? PlainField : SaidField;
    return (
      <Field
        key={name}
        claims={claims}
        label={t(LABELS[name])}
        value={draft[name]}
        onChange={(value) => onChange({ [name]: value })}
        error={fault === undefined ? null : t(fault.key, fault.params)}
        example={EXAMPLES[name]}
        inputMode={isNumber ? 'decimal' : undefined}
        readOnly={name === 'code' && !isNew}
      />
    );
  }

  return (
    <>
      <div className={styles.group}>
        {field('name', false)}
        <div className={styles.pair}>
          {field('code', false)}
          <SelectField
            label={t('product.role')}
            value={draft.role}
            options={ProductRole.options.map((role) => ({
              value: role,
              label: t(`shelf.role.${role}`),
            }))}
            onChange={(role) => onChange({ role })}
          />
        </div>
      </div>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>
          {t('product.prices')}
          {t('common.separator')}
          {draft.currency}
        </legend>
        <div className={styles.pair}>
          {field('priceMinor', true)}
          {field('couponPriceMinor', true)}
          {field('listPriceMinor', true)}
          {field('stock', true)}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('product.script')}</legend>
        {SCRIPT_FIELDS.map((name) => field(name, false))}
      </fieldset>
    </>
  );
}
