import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { PlanFollow, type PlanTerms } from '#shared/model/run-of-show.ts';
import { dayMinuteText, readDayMinute } from '#shared/rules/plan-table/length-text.ts';

import styles from './PlanSheet.module.css';
import type { PlanTimes } from './plan-times.ts';

interface PlanTotalsProps {
  readonly terms: PlanTerms;
  readonly times: PlanTimes;
  /** A plan without blocks has no end that it could miss. */
  readonly hasBlocks: boolean;
  readonly onTerms: (terms: Partial<PlanTerms>) => void;
}

/** How long it all is, when it ends, by how much that is missed; and what moves what. */
export function PlanTotals({ terms, times, hasBlocks, onTerms }: PlanTotalsProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const held = terms.endMinute === null ? '' : dayMinuteText(terms.endMinute);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? held;
  const isWrong = text.trim() !== '' && readDayMinute(text) === null;
  function take(): void {
    if (isWrong || text === held) return;
    onTerms({ endMinute: text.trim() === '' ? null : readDayMinute(text) });
    setTyped(null);
  }
  return (
    <div className={styles.totals}>
      <p className={styles.sum} role="status">
        {hasBlocks && sumText(i18n, times)}
      </p>
      <form
        className={styles.endAt}
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <TextField
          label={t('plan.endAt')}
          value={text}
          onChange={setTyped}
          error={isWrong ? t('plan.endAtWrong') : null}
        />
        <Button type="submit" disabled={isWrong || text === held}>
          {t('plan.endAtSet')}
        </Button>
      </form>
      <SelectField
        label={t('plan.follow')}
        value={terms.follow}
        options={PlanFollow.options.map((value) => ({ value, label: t(`plan.followOf.${value}`) }))}
        onChange={(follow) => onTerms({ follow })}
      />
    </div>
  );
}

/** Total, end, and by how much the end is missed or time is left. */
export function sumText({ t, format }: I18n, times: PlanTimes): string {
  const { plannedMs, wantedEndTs, isOnAir, table } = times;
  const total = t('plan.total', { time: format.span(plannedMs) });
  if (!isOnAir) {
    return wantedEndTs === null
      ? total
      : `${total}${t('plan.startBy', {
          start: format.time(wantedEndTs - plannedMs, null),
          end: format.time(wantedEndTs, null),
        })}`;
  }
  const end = t('plan.endsAt', { time: format.time(table.endTs, null) });
  const by = format.span(Math.abs(table.overMs));
  const isMissed = table.overMs >= 1_000;
  const isSpare = table.overMs <= -1_000;
  const drift = isMissed
    ? t(wantedEndTs === null ? 'plan.late' : 'plan.endMissed', { time: by })
    : isSpare
      ? t('plan.spare', { time: by })
      : t('plan.onTime');
  return `${total}${end}${drift}`;
}
