import { useMemo } from 'react';
import type { ReactElement } from 'react';

import { ProductRole } from '#shared/model/product.ts';
import { DETAIL_FIELDS } from '#shared/rules/product-paste/detail-cells.ts';
import { TEXT_FIELDS, type PasteField } from '#shared/rules/product-paste/paste-fields.ts';
import type { PasteFault } from '#shared/rules/product-paste/paste-row.ts';
import type { ProductCells } from '#shared/rules/product-table.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { FIELD_LABELS, plainFaultText } from '#renderer/ui/product-field-text.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { PlainArea, PlainField, SaidArea, SaidField } from '#renderer/ui/SaidFields.tsx';
import { claimsOfCell, SAID_FIELDS } from '#shared/rules/risk-words/said-fields.ts';

import styles from './CatalogueSheet.module.css';

interface EditorFieldsProps {
  readonly cells: ProductCells;
  readonly faults: readonly PasteFault[];
  readonly currency: string;
  /** The code names a product for good: it can be typed only for a new one. */
  readonly isNew: boolean;
  onChange(patch: Partial<ProductCells>): void;
}

/** The ladder, from what it costs elsewhere to the least that is paid. */
const PRICES = ['listPriceMinor', 'priceMinor', 'memberPriceMinor', 'couponPriceMinor'] as const;
const LINES_SHOWN = 3;

export function EditorFields(props: EditorFieldsProps): ReactElement {
  const { cells, faults, currency, isNew, onChange } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const claims = useMemo(() => claimsOfCell(cells.bannedClaims), [cells.bannedClaims]);

  function errorOf(field: PasteField): string | null {
    const fault = faults.find((each) => each.field === field);
    return fault === undefined ? null : plainFaultText(i18n, cells[field], fault, currency);
  }
  function field(name: PasteField, isNumber: boolean): ReactElement {
    const Field = SAID_FIELDS.has(name) ? SaidField : PlainField;
    return (
      <Field
        key={name}
        claims={claims}
        label={t(FIELD_LABELS[name])}
        value={cells[name]}
        onChange={(value) => onChange({ [name]: value })}
        error={errorOf(name)}
        inputMode={isNumber ? 'decimal' : undefined}
        readOnly={name === 'code' && !isNew}
      />
    );
  }

  return (
    <>
      <div className={styles.group}>
        {field('name', false)}
        {field('shortName', false)}
        {field('code', false)}
        <SelectField
          label={t('product.role')}
          value={ProductRole.options.find((role) => role === cells.role) ?? 'none'}
          options={ProductRole.options.map((role) => ({
            value: role,
            label: t(`shelf.role.${role}`),
          }))}
          onChange={(role) => onChange({ role })}
        />
      </div>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('product.prices')}</legend>
        {field('currency', false)}
        {PRICES.map((name) => field(name, true))}
        {field('stock', true)}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('product.script')}</legend>
        {TEXT_FIELDS.map((name) => field(name, false))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('catalogue.lists')}</legend>
        {DETAIL_FIELDS.map((name) => {
          const Area = SAID_FIELDS.has(name) ? SaidArea : PlainArea;
          return (
            <Area
              key={name}
              claims={claims}
              label={t(FIELD_LABELS[name])}
              value={cells[name]}
              rows={LINES_SHOWN}
              hint={t(`catalogue.hint.${name}`)}
              error={errorOf(name)}
              onChange={(value) => onChange({ [name]: value })}
            />
          );
        })}
      </fieldset>
    </>
  );
}
