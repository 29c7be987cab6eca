import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import { targetName, targetText } from '#renderer/i18n/goal-text.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { TargetName, type HeldTarget, type TargetValue } from '#shared/model/show-target.ts';
import { isTotal, targetBound, tileOf } from '#shared/rules/metrics/goal.ts';
import { METRICS } from '#shared/rules/metrics/metric-table.ts';
import { readTarget } from '#shared/rules/targets/target-text.ts';

import styles from './TargetsSheet.module.css';

interface TypedTargetsProps {
  readonly currency: string;
  readonly held: readonly HeldTarget[];
  readonly onSet: (values: readonly TargetValue[]) => void;
  readonly onRemove: (name: TargetName) => void;
}

/** What most plans name, in the order in which they are asked for. */
const FIRST: readonly TargetName[] = [
  'onAir',
  'paid',
  'ordersPaid',
  'viewersPeak',
  'viewersMean',
  'views',
  'follows',
  'gpm',
];
const OTHERS = TargetName.options.filter((name) => !FIRST.includes(name));

type Draft = Partial<Record<TargetName, string>>;

/** A field for each figure; fields that are left empty change nothing, and a bad one sets none. */
export function TypedTargets({ currency, held, onSet, onRemove }: TypedTargetsProps): ReactElement {
  const { t } = useI18n();
  const [draft, setDraft] = useState<Draft>({});
  const [isWhole, setIsWhole] = useState(false);
  const read = TargetName.options.map((name) => readTarget(name, draft[name] ?? '', currency));
  const values = TargetName.options.flatMap((name, at) => {
    const found = read[at];
    return found?.kind === 'value' ? [{ name, value: found.value }] : [];
  });
  const isBad = read.some(({ kind }) => kind === 'bad');
  const others = OTHERS.filter((name) => isWhole || held.some((each) => each.name === name));

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isBad && values.length > 0) onSet(values);
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('targets.column.figure')}</th>
            <th scope="col">{t('targets.column.target')}</th>
            <th scope="col">{t('targets.column.now')}</th>
          </tr>
        </thead>
        <tbody>
          {[...FIRST, ...others].map((name) => (
            <TargetRow
              key={name}
              name={name}
              currency={currency}
              text={draft[name] ?? ''}
              held={held.find((each) => each.name === name) ?? null}
              onType={(text) => setDraft({ ...draft, [name]: text })}
              onRemove={() => onRemove(name)}
            />
          ))}
        </tbody>
      </table>
      {!isWhole && (
        <Button tone="quiet" onClick={() => setIsWhole(true)}>
          {t('targets.more')}
        </Button>
      )}
      <Button type="submit" tone="go" disabled={isBad || values.length === 0}>
        {t('targets.set', { count: values.length })}
      </Button>
    </form>
  );
}

interface TargetRowProps {
  readonly name: TargetName;
  readonly currency: string;
  readonly text: string;
  readonly held: HeldTarget | null;
  readonly onType: (text: string) => void;
  readonly onRemove: () => void;
}

function TargetRow(props: TargetRowProps): ReactElement {
  const { name, currency, text, held, onType, onRemove } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const label = targetName(i18n, name);
  const found = readTarget(name, text, currency);
  return (
    <tr>
      <th scope="row">
        {label}
        <span className={styles.unit}>{unitText(i18n, name, currency)}</span>
      </th>
      <td>
        <TextField
          label={label}
          isLabelHidden
          inputMode={name === 'onAir' ? 'text' : 'decimal'}
          maxLength={40}
          value={text}
          error={found.kind === 'bad' ? t(`figures.problem.${found.problem}`) : null}
          onChange={onType}
        />
      </td>
      <td className={styles.held}>
        {held === null ? (
          t('targets.none')
        ) : (
          <span className={styles.set}>
            {heldText(i18n, held)}
            <Button
              tone="quiet"
              aria-label={t('targets.removeOf', { what: label })}
              onClick={onRemove}
            >
              {t('targets.remove')}
            </Button>
          </span>
        )}
      </td>
    </tr>
  );
}

function heldText(i18n: I18n, { name, value, currency }: HeldTarget): string {
  const text = targetText(i18n, name, value, currency);
  return isTotal(name) ? text : i18n.t(`goal.bound.${targetBound(name)}`, { value: text });
}

function unitText({ t }: I18n, name: TargetName, currency: string): string {
  if (name === 'onAir') return t('targets.unit.length');
  const { unit } = METRICS[tileOf(name)];
  switch (unit) {
    case 'count':
    case 'perMinute':
      return '';
    case 'money':
      return currency;
    default:
      return t(`targets.unit.${unit}`);
  }
}
