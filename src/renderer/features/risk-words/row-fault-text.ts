import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { ENTRY_EXCEPTIONS_MAX, RISK_PHRASE_MAX } from '#shared/model/risk-settings.ts';
import type { RiskRowFault } from '#shared/rules/risk-words/risk-table.ts';

/** What is wrong with a row, and what to do. */
export function rowFaultText({ t }: I18n, { code, given }: RiskRowFault): string {
  const max = code === 'too_many' ? ENTRY_EXCEPTIONS_MAX : RISK_PHRASE_MAX;
  return t(`riskWords.fault.${code}`, { given: given.slice(0, 80), max });
}
