import type { ReactElement } from 'react';

import { CUE_TEXT_MAX } from '#shared/model/cue.ts';
import type { CueRow } from '#shared/rules/cue-table/read-cues.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { RowPreview } from '#renderer/ui/RowPreview.tsx';
import { useRiskNote } from '#renderer/ui/use-risk-note.ts';

import styles from './Library.module.css';

/** Row by row what would come of what was pasted, the wrong ones first said in numbers. */
export function ImportPreview({ rows }: { readonly rows: readonly CueRow[] }): ReactElement {
  const { t } = useI18n();
  const faults = rows.filter(({ fault }) => fault !== null).length;
  const known = rows.filter(({ isKnown }) => isKnown).length;
  return (
    <RowPreview
      label={t('library.preview')}
      summary={
        <>
          {faults > 0 && (
            <b className={styles.caution}>{t('library.faults', { count: faults })} </b>
          )}
          {known > 0 && t('library.known', { count: known })}
        </>
      }
      heads={[
        t('library.row'),
        t('library.kind'),
        t('cues.text'),
        t('library.language'),
        t('library.tone'),
        t('library.preview'),
      ]}
    >
      {rows.map((row) => (
        <PreviewRow key={row.line} row={row} />
      ))}
    </RowPreview>
  );
}

function PreviewRow({ row }: { readonly row: CueRow }): ReactElement {
  const { t } = useI18n();
  const { line, kind, text, language, tone, fault, given, isKnown, unknownVariables } = row;
  const risk = useRiskNote(text);
  const outcome =
    fault !== null
      ? t(`library.fault.${fault}`, { given, max: CUE_TEXT_MAX })
      : t(isKnown ? 'library.isKnown' : 'library.willAdd');
  const names = unknownVariables.join(' ');
  return (
    <tr className={classNames(isKnown && styles.known)}>
      <td>{line}</td>
      <td>{t(`cues.kindOf.${kind}`)}</td>
      <td className={styles.cell}>
        {text}
        {risk !== null && <span className={styles.caution}> {risk}</span>}
        {names !== '' && (
          <span className={styles.caution}> {t('library.unknownVariable', { names })}</span>
        )}
      </td>
      <td>{t(`library.languageOf.${language}`)}</td>
      <td>{t(`library.toneOf.${tone}`)}</td>
      <td className={fault === null ? undefined : styles.fault}>{outcome}</td>
    </tr>
  );
}
