import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { roughMoney } from '#renderer/i18n/rough-money.ts';
import type { ImprovementItem, Judgement } from '#shared/model/improvement.ts';
import type { ProvingMetric } from '#shared/model/proving-metric.ts';
import { PROVING_TABLE } from '#shared/rules/improvements/proving-value.ts';

type Proved = Pick<ImprovementItem, 'proving' | 'subject' | 'currency'>;
type MetricName = ProvingMetric['metric'];

/** The figure that proves an item, with whose it is. */
export function provingName({ t }: I18n, { proving, subject }: Proved): string {
  if (proving === null) return t('improve.noMetric');
  const metric = t(`improve.metric.${proving.metric}`);
  return subject === '' ? metric : t('improve.ofSubject', { metric, subject });
}

/** A value of a metric in its own unit; null is unknown. */
export function provingText(
  { format }: I18n,
  metric: MetricName,
  value: number | null,
  currency: string | null,
): string {
  if (value === null) return '—';
  switch (PROVING_TABLE[metric].unit) {
    case 'count':
      return format.number(value);
    case 'share':
      return format.share(value);
    case 'duration':
      return format.delay(value);
    case 'money':
      return currency === null ? '—' : roughMoney(format, value, currency);
  }
}

/** What proves it: the figure then, and what it shall come to. */
export function proofText(i18n: I18n, item: Proved): string {
  const { t } = i18n;
  const { proving, currency } = item;
  if (proving === null) return t('improve.noMetric');
  const metric = provingName(i18n, item);
  const baseline = provingText(i18n, proving.metric, proving.baseline, currency);
  if (proving.goal === null) return t('improve.proofNoGoal', { metric, baseline });
  const goal = provingText(i18n, proving.metric, proving.goal, currency);
  return t('improve.proof', { metric, baseline, goal });
}

/** By when; `nowTs` null: nobody asks whether it is late. */
export function dueText(
  { t, format }: I18n,
  { dueTs }: Pick<ImprovementItem, 'dueTs'>,
  nowTs: number | null,
): string {
  if (dueTs === null) return t('improve.nextShow');
  const day = format.day(dueTs);
  return t(nowTs !== null && dueTs < nowTs ? 'improve.overdue' : 'improve.dueBy', { day });
}

/** Why a show says that of an item. */
export function judgementText(i18n: I18n, item: Proved, judgement: Judgement): string {
  const { t } = i18n;
  const { reason, verdict, chance } = judgement;
  const { proving, currency } = item;
  const told = proving === null ? '—' : provingText(i18n, proving.metric, chance, currency);
  if (reason === 'within_chance' || reason === 'goal_within_chance')
    return chance === null
      ? t('improve.reason.no_chance')
      : t(`improve.reason.${reason}`, { chance: told });
  if (reason === 'too_small' && chance === null) return t('improve.reason.no_chance');
  if (reason !== null) return t(`improve.reason.${reason}`);
  if (verdict === 'unknown') return '—';
  if (chance === null) return t('improve.reason.no_chance');
  // What the desk itself did is counted whole: chance has no part in it.
  return chance === 0 ? '—' : t('improve.reason.beyond_chance', { chance: told });
}
