import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { shareable, type Finding } from '#shared/model/finding.ts';

import type { ReviewColumn } from '../ReviewTable.tsx';
import { evidenceText, spanText } from './evidence-text.ts';
import { findingCard } from './finding-text.ts';

/** Findings as a table of the exports: problem, evidence, cause, effect, scheme, proof. */
export function findingsTable(
  i18n: I18n,
  findings: readonly Finding[],
): {
  readonly title: string;
  readonly columns: readonly ReviewColumn<Finding>[];
  readonly rows: readonly Finding[];
  readonly empty: string;
} {
  const { t } = i18n;
  const column = (label: string, text: (finding: Finding) => string): ReviewColumn<Finding> => ({
    label,
    isNumber: false,
    cell: text,
    copied: text,
  });
  return {
    title: t('finding.all'),
    columns: [
      column(t('finding.column.problem'), (finding) => findingCard(i18n, finding).title),
      column(t('finding.column.evidence'), ({ evidence }) =>
        evidence
          .map((each) => {
            const span = spanText(i18n, each);
            return span === null ? evidenceText(i18n, each) : `${evidenceText(i18n, each)} ${span}`;
          })
          .join(t('finding.lineSeparator')),
      ),
      column(t('finding.column.cause'), ({ cause }) => t(`finding.cause.${cause}`)),
      column(t('finding.column.effect'), (finding) => findingCard(i18n, finding).impact),
      column(t('finding.column.confidence'), ({ confidence }) =>
        t(`finding.confidence.${confidence}`),
      ),
      column(t('finding.column.scheme'), (finding) => findingCard(i18n, finding).scheme),
      column(t('finding.column.proof'), (finding) => findingCard(i18n, finding).proof),
    ],
    rows: shareable(findings),
    empty: t('finding.none'),
  };
}
