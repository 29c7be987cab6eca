import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import { enteredText } from '#renderer/i18n/entered-text.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import {
  FIGURE_UNITS,
  FigureName,
  type EnteredFigure,
  type FigureValue,
} from '#shared/model/entered-figure.ts';
import { readFigure } from '#shared/rules/figures/figure-text.ts';

import styles from './FiguresSheet.module.css';

interface TypedFiguresProps {
  readonly currency: string;
  /** What holds now of this source, or of the whole show. */
  readonly entered: readonly EnteredFigure[];
  readonly onEnter: (values: readonly FigureValue[]) => void;
}

type Draft = Partial<Record<FigureName, string>>;

/** A field for each figure; fields that are left empty change nothing, and a bad one enters none. */
export function TypedFigures({ currency, entered, onEnter }: TypedFiguresProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const [draft, setDraft] = useState<Draft>({});
  const read = FigureName.options.map((name) => ({
    name,
    found: readFigure(name, draft[name] ?? '', currency),
  }));
  const values = read.flatMap(({ name, found }) =>
    found.kind === 'value' ? [{ name, value: found.value }] : [],
  );
  const isBad = read.some(({ found }) => found.kind === 'bad');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isBad && values.length > 0) onEnter(values);
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('figures.figure')}</th>
            <th scope="col">{t('figures.soFar')}</th>
            <th scope="col">{t('figures.now')}</th>
          </tr>
        </thead>
        <tbody>
          {read.map(({ name, found }) => {
            const held = entered.find((each) => each.name === name);
            return (
              <tr key={name}>
                <th scope="row">
                  {t(`input.${name}`)}
                  <span className={styles.unit}>{unitText(i18n, name, currency)}</span>
                </th>
                <td>
                  <TextField
                    label={t(`input.${name}`)}
                    isLabelHidden
                    inputMode="decimal"
                    maxLength={40}
                    value={draft[name] ?? ''}
                    error={found.kind === 'bad' ? t(`figures.problem.${found.problem}`) : null}
                    onChange={(text) => setDraft({ ...draft, [name]: text })}
                  />
                </td>
                <td className={styles.held}>
                  {held === undefined
                    ? t('metric.unknown')
                    : t(held.screenId === null ? 'figures.heldHere' : 'figures.heldElsewhere', {
                        value: enteredText(i18n, held),
                        time: format.time(held.asOfTs, null),
                      })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button type="submit" tone="go" disabled={isBad || values.length === 0}>
        {t('figures.enter', { count: values.length })}
      </Button>
    </form>
  );
}

function unitText({ t }: I18n, name: FigureName, currency: string): string {
  switch (FIGURE_UNITS[name]) {
    case 'count':
      return '';
    case 'share':
      return '%';
    case 'seconds':
      return t('figures.minutes');
    case 'money':
      return currency;
  }
}
