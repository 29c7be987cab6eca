import type { ReactElement } from 'react';

import { enteredText } from '#renderer/i18n/entered-text.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { PastedLines } from '#renderer/ui/PastedLines.tsx';
import type { FigureValue } from '#shared/model/entered-figure.ts';
import { figuresToEnter, readPastedFigures } from '#shared/rules/figures/figures-paste.ts';

interface PastedFiguresProps {
  readonly currency: string;
  readonly onEnter: (values: readonly FigureValue[]) => void;
}

/** Lines of names and values, or a platform's table; each line says what it becomes or what is wrong. */
export function PastedFigures({ currency, onEnter }: PastedFiguresProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <PastedLines
      title={t('figures.paste')}
      help={t('figures.pasteText')}
      read={(pasted) => {
        const rows = readPastedFigures(pasted, currency);
        const values = figuresToEnter(rows);
        return {
          lines: rows.map(({ line, label, text, name, value, problem }) => ({
            line,
            label,
            text,
            says:
              problem === null && name !== null && value !== null
                ? `${t(`input.${name}`)} ${enteredText(i18n, { name, value, currency })}`
                : t(`figures.problem.${problem ?? 'noValue'}`),
            isWrong: problem !== null,
          })),
          take: values.length === 0 ? null : () => onEnter(values),
          takeLabel: t('figures.enter', { count: values.length }),
        };
      }}
    />
  );
}
