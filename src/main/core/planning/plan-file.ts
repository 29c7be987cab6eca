import type { Language } from '#shared/model/settings.ts';
import { toCsv } from '#shared/rules/csv.ts';
import { planTable, type PlanTableInput } from '#shared/rules/plan-table/plan-table.ts';
import { xlsxOf } from '../shelf/catalogue/xlsx-writer.ts';

/** A run of show as a file that an import reads back as it was. */
export function planFile(plan: PlanTableInput, format: 'xlsx' | 'csv', language: Language): Buffer {
  const rows = planTable(plan, language);
  if (format === 'csv') return Buffer.from(toCsv(rows), 'utf8');
  return xlsxOf(rows, language === 'en' ? 'Run of show' : '流程');
}
