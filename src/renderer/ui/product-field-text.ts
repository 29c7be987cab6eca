import type { MessageKey } from '#renderer/i18n/messages.ts';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { CatalogueProduct } from '#shared/model/product-details.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { detailCell } from '#shared/rules/product-paste/detail-cells.ts';
import type { PasteField } from '#shared/rules/product-paste/paste-fields.ts';
import type { PasteRow } from '#shared/rules/product-paste/paste-preview.ts';
import type { PasteFault, PasteFix, PasteNote } from '#shared/rules/product-paste/paste-row.ts';

export const FIELD_LABELS: Readonly<Record<PasteField, MessageKey>> = {
  linkNumber: 'field.linkNumber',
  group: 'field.group',
  name: 'product.name',
  shortName: 'product.shortName',
  code: 'product.code',
  role: 'product.role',
  currency: 'product.currency',
  priceMinor: 'product.price',
  couponPriceMinor: 'product.couponPrice',
  memberPriceMinor: 'product.memberPrice',
  listPriceMinor: 'product.listPrice',
  stock: 'product.stock',
  variants: 'product.variants',
  benefit: 'product.benefit',
  say: 'product.say',
  hook: 'product.hook',
  look: 'product.look',
  story: 'product.story',
  value: 'product.value',
  callToAction: 'product.callToAction',
  benefits: 'product.benefits',
  bannedClaims: 'product.bannedClaims',
  questions: 'product.questions',
  links: 'product.links',
  tags: 'product.tags',
  swatch: 'product.swatch',
};

/** What is wrong, where, and what to do. */
export function faultText(i18n: I18n, row: PasteRow, fault: PasteFault, currency: string): string {
  const text = plainFaultText(i18n, row.cells[fault.field] ?? '', fault, currency);
  return i18n.t('pasteProducts.fault', { field: i18n.t(FIELD_LABELS[fault.field]), text });
}

/** The same beside the field itself. */
export function plainFaultText(
  { t }: I18n,
  found: string,
  fault: PasteFault,
  currency: string,
): string {
  return t(`pasteProducts.fault.${fault.code}`, { found, currency, ...fault.params });
}

/** What is good to know, with the column it is about where its words do not say. */
export function noteText({ t }: I18n, { code, field, params }: PasteNote): string {
  const column = field === null ? '' : t(FIELD_LABELS[field]);
  return t(`pasteProducts.note.${code}`, { field: column, ...params });
}

export function fixText({ t, format }: I18n, fix: PasteFix, currency: string): string {
  switch (fix.kind) {
    case 'cell':
      if (fix.field === 'currency') return fix.text;
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
export function valueText(
  i18n: I18n,
  field: PasteField,
  { fields, details }: Pick<CatalogueProduct, 'fields' | 'details'>,
): string | null {
  const { t, format } = i18n;
  switch (field) {
    // Where it is on a shelf is no part of a product.
    case 'linkNumber':
    case 'group':
      return null;
    case 'role':
      return fields.role === 'none' ? null : t(`shelf.role.${fields.role}`);
    case 'priceMinor':
    case 'couponPriceMinor':
    case 'memberPriceMinor':
    case 'listPriceMinor': {
      const minor = field === 'memberPriceMinor' ? details[field] : fields[field];
      if (minor === null) return null;
      return format.money(minor, fields.currency, currencyExponent(fields.currency));
    }
    case 'stock':
      return fields.stock === null ? null : format.number(fields.stock);
    case 'shortName':
      return details.shortName === '' ? null : details.shortName;
    case 'variants':
    case 'benefits':
    case 'bannedClaims':
    case 'questions':
    case 'links':
    case 'tags': {
      const cell = detailCell(field, details, fields.currency);
      return cell === '' ? null : cell;
    }
    default:
      return fields[field] === '' ? null : fields[field];
  }
}
