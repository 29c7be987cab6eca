import type { PasteField } from '../product-paste/paste-fields.ts';

/** Fields of a product whose words are said or shown in a broadcast. */
export const SAID_FIELDS: ReadonlySet<PasteField> = new Set<PasteField>([
  'name',
  'shortName',
  'benefit',
  'say',
  'hook',
  'look',
  'story',
  'value',
  'callToAction',
  'benefits',
  'questions',
]);

/** Banned claims as they stand in a cell of a table. */
export function claimsOfCell(cell: string): readonly string[] {
  return cell
    .split(/[,，、;；|\n]/u)
    .map((claim) => claim.trim())
    .filter((claim) => claim !== '');
}
