import type { ReactElement } from 'react';

import { targetName, targetText } from '#renderer/i18n/goal-text.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { PastedLines } from '#renderer/ui/PastedLines.tsx';
import type { TargetValue } from '#shared/model/show-target.ts';
import { readPastedTargets, targetsToSet } from '#shared/rules/targets/targets-paste.ts';

interface PastedTargetsProps {
  readonly currency: string;
  readonly onSet: (values: readonly TargetValue[]) => void;
}

/** Two columns of a plan; each line says what it becomes or what is wrong. */
export function PastedTargets({ currency, onSet }: PastedTargetsProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <PastedLines
      title={t('targets.paste')}
      help={t('targets.pasteText')}
      read={(pasted) => {
        const rows = readPastedTargets(pasted, currency);
        const values = targetsToSet(rows);
        return {
          lines: rows.map(({ line, label, text, name, value, problem }) => ({
            line,
            label,
            text,
            says:
              problem === null && name !== null && value !== null
                ? `${targetName(i18n, name)} ${targetText(i18n, name, value, currency)}`
                : t(`figures.problem.${problem ?? 'noValue'}`),
            isWrong: problem !== null,
          })),
          take: values.length === 0 ? null : () => onSet(values),
          takeLabel: t('targets.set', { count: values.length }),
        };
      }}
    />
  );
}
