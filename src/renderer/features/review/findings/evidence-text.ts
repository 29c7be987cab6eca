import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { FindingEvidence } from '#shared/model/finding-evidence.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import { changeText } from './change-text.ts';

/** A line of evidence: what, how much, and against what. */
export function evidenceText(i18n: I18n, evidence: FindingEvidence): string {
  const { t, format } = i18n;
  const { figure, value, range, against, versus, n, text } = evidence;
  const name = t(`finding.figure.${figure}`);
  const of = text === '' ? name : t('finding.evidenceOf', { name, text });
  const notes = [
    ...(range === null
      ? []
      : [
          t('finding.interval', {
            low: amount(i18n, evidence, range.low),
            high: amount(i18n, evidence, range.high),
          }),
        ]),
    ...(against === null || versus === null
      ? []
      : [t(`finding.versus.${versus}`, { against: amount(i18n, evidence, against) })]),
    ...(n === null ? [] : [t('finding.cases', { n: format.number(n) })]),
  ];
  const line = t('finding.evidence', { name: of, value: amount(i18n, evidence, value) });
  if (notes.length === 0) return line;
  return t('finding.evidenceNote', { line, notes: notes.join(t('finding.noteSeparator')) });
}

/** When it was, as a button's label; null for the whole show. */
export function spanText({ t, format }: I18n, { span }: FindingEvidence): string | null {
  if (span === null) return null;
  const from = format.time(span.fromTs, null);
  const to = format.time(span.toTs, null);
  return from === to ? from : t('finding.spanText', { from, to });
}

function amount(i18n: I18n, { unit, currency }: FindingEvidence, value: number): string {
  const { format } = i18n;
  switch (unit) {
    case 'money': {
      if (currency === null) return format.number(value);
      const exponent = currencyExponent(currency);
      const scale = 10 ** exponent;
      return format.money(Math.round(value / scale) * scale, currency, exponent);
    }
    case 'share':
      return format.share(value);
    case 'change':
      return changeText(i18n, value);
    case 'span':
      return format.span(value);
    case 'delay':
      return format.delay(value);
    case 'time':
      return format.time(value, null);
    case 'count':
      return format.number(value);
  }
}
