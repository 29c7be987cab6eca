import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import {
  dueText,
  judgementText,
  proofText,
  provingName,
  provingText,
} from '#renderer/ui/improvement-text.ts';
import type { ImprovementItem, JudgedImprovement } from '#shared/model/improvement.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { PROVING_TABLE } from '#shared/rules/improvements/proving-value.ts';

import type { ReviewColumn, ReviewTableProps } from '../ReviewTable.tsx';

type Words<Row> = (row: Row) => string;

function words<Row>(label: string, cell: Words<Row>): ReviewColumn<Row> {
  return { label, isNumber: false, cell, copied: cell };
}

/** What this show's review asked for. */
export function improvementsTable(
  i18n: I18n,
  own: readonly ImprovementItem[],
): ReviewTableProps<ImprovementItem> {
  const { t } = i18n;
  return {
    title: t('improve.title'),
    columns: [
      words(t('improve.problem'), ({ problem }) => problem),
      words(t('improve.evidence'), ({ evidence }) => (evidence === '' ? '—' : evidence)),
      words(t('improve.cause'), ({ cause }) => t(`improve.cause.${cause}`)),
      words(t('improve.scheme'), ({ scheme }) => scheme),
      words(t('improve.owner'), ({ owner }) => (owner === '' ? t('improve.noOwner') : owner)),
      words(t('improve.due'), (item) => dueText(i18n, item, null)),
      words(t('improve.metric'), (item) => proofText(i18n, item)),
      words(t('improve.stateOf'), ({ state }) => t(`improve.state.${state}`)),
    ],
    rows: own,
    rowKey: ({ id }) => id,
    empty: t('improve.none'),
  };
}

/** What earlier reviews asked for, and what this show says of it. */
export function judgedTable(
  i18n: I18n,
  judged: readonly JudgedImprovement[],
): ReviewTableProps<JudgedImprovement> {
  const { t } = i18n;
  const figure = (
    label: string,
    valueOf: (row: JudgedImprovement) => number | null,
  ): ReviewColumn<JudgedImprovement> => ({
    label,
    isNumber: true,
    cell: (row) => shown(i18n, row.item, valueOf(row)),
    copied: (row) => plain(row.item, valueOf(row)),
  });
  return {
    title: t('improve.judged'),
    columns: [
      words(t('improve.problem'), ({ item }) => item.problem),
      words(t('improve.scheme'), ({ item }) => item.scheme),
      words(t('improve.owner'), ({ item }) =>
        item.owner === '' ? t('improve.noOwner') : item.owner,
      ),
      words(t('improve.ticked'), ({ isTicked }) =>
        t(isTicked ? 'improve.ticked.yes' : 'improve.ticked.no'),
      ),
      words(t('improve.metric'), ({ item }) => provingName(i18n, item)),
      figure(t('improve.baseline'), ({ item }) => item.proving?.baseline ?? null),
      figure(t('improve.goal'), ({ item }) => item.proving?.goal ?? null),
      figure(t('improve.now'), ({ judgement }) => judgement.now),
      words(t('improve.verdict'), ({ judgement }) => t(`improve.verdict.${judgement.verdict}`)),
      words(t('improve.reason'), ({ item, judgement }) => judgementText(i18n, item, judgement)),
    ],
    rows: judged,
    rowKey: ({ item }) => item.id,
    empty: t('improve.judgedNone'),
  };
}

function shown(i18n: I18n, item: ImprovementItem, value: number | null): string {
  const { proving, currency } = item;
  return proving === null ? '—' : provingText(i18n, proving.metric, value, currency);
}

/** As a spreadsheet gets it: parts of 1, seconds, whole units of the currency. */
function plain({ proving, currency }: ImprovementItem, value: number | null): number | null {
  if (proving === null || value === null) return null;
  const { unit } = PROVING_TABLE[proving.metric];
  if (unit === 'duration') return value / 1_000;
  if (unit !== 'money' || currency === null) return value;
  return value / 10 ** currencyExponent(currency);
}
