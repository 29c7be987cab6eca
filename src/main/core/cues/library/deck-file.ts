import type { CueCard } from '#shared/model/cue.ts';
import type { Language } from '#shared/model/settings.ts';
import { toCsv } from '#shared/rules/csv.ts';
import { cueTable } from '#shared/rules/cue-table/cue-table.ts';
import { xlsxOf } from '../../shelf/catalogue/xlsx-writer.ts';

/** A deck as a file that an import reads back as it was. */
export function deckFile(
  deck: readonly CueCard[],
  format: 'xlsx' | 'csv',
  language: Language,
): Buffer {
  const rows = cueTable(deck, language);
  if (format === 'csv') return Buffer.from(toCsv(rows), 'utf8');
  return xlsxOf(rows, language === 'en' ? 'Cues' : '话术');
}
