import type { MessageKey } from '#renderer/i18n/messages.ts';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ProductFields } from '#shared/model/product.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import type { PasteField } from '#shared/rules/product-paste/paste-fields.ts';
import type { PasteRow } from '#shared/rules/product-paste/paste-preview.ts';
import type { PasteFault, PasteFix } from '#shared/rules/product-paste/paste-row.ts';

export const FIELD_LABELS: Readonly<Record<PasteField, MessageKey>> = {
  linkNumber: 'field.linkNumber',
  name: 'product.name',
  code: 'product.code',
  role: 'product.role',
  priceMinor: 'product.price',
  couponPriceMinor: 'product.couponPrice',
  listPriceMinor: 'product.listPrice',
  stock: 'product.stock',
  benefit: 'product.benefit',
  say: 'product.say',
  hook: 'product.hook',
  look: 'product.look',
  story: 'product.story',
  value: 'product.value',
  callToAction: 'product.callToAction',
};

/** What is wrong, where, and what to do. */
export function faultText({ t }: I18n, row: PasteRow, fault: PasteFault, currency: string): string {
  const found = row.cells[fault.field] ?? '';
  const text = t(`pasteProducts.fault.${fault.code}`, { found, currency, ...fault.params });
  return t('pasteProducts.fault', { field: t(FIELD_LABELS[fault.field]), text });
}

export function fixText({ t, format }: I18n, fix: PasteFix, currency: string): string {
  switch (fix.kind) {
    case 'cell':
      return fix.minor === null
        ? format.number(Number(fix.text))
        : format.money(fix.minor, currency, currencyExponent(currency));
    case 'sameProduct':
      return t('pasteProducts.fix.same');
    case 'nextFree':
      return t('pasteProducts.fix.nextFree');
  }
}

/** A field of a product as the preview shows it; null where it has nothing. */
export function valueText(i18n: I18n, field: PasteField, fields: ProductFields): string | null {
  const { t, format } = i18n;
  switch (field) {
    case 'linkNumber':
      return null;
    case 'role':
      return fields.role === 'none' ? null : t(`shelf.role.${fields.role}`);
    case 'priceMinor':
    case 'couponPriceMinor':
    case 'listPriceMinor': {
      const minor = fields[field];
      if (minor === null) return null;
      return format.money(minor, fields.currency, currencyExponent(fields.currency));
    }
    case 'stock':
      return fields.stock === null ? null : format.number(fields.stock);
    default:
      return fields[field] === '' ? null : fields[field];
  }
}
