import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { ProductId } from '#shared/model/ids.ts';
import type { ImprovementCause, ImprovementItem } from '#shared/model/improvement.ts';
import type { ProvingMetricName, ProvingValue } from '#shared/model/proving-metric.ts';
import type { Review } from '#shared/model/review.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { PROVING_TABLE, provingValue } from '#shared/rules/improvements/proving-value.ts';
import { suggestedGoal } from '#shared/rules/improvements/suggested-goal.ts';

import { dayOfDue, dueOfDay } from './item-input.ts';
import type { ImprovementInput } from './use-improvements.ts';

/** What the form holds, as it is typed. */
export type ItemDraft = {
  readonly problem: string;
  readonly evidence: string;
  readonly cause: ImprovementCause;
  readonly scheme: string;
  readonly owner: string;
  readonly day: string;
  readonly metric: ProvingMetricName | 'none';
  readonly product: string;
  readonly goal: string;
};

export const EMPTY_DRAFT: ItemDraft = {
  problem: '',
  evidence: '',
  cause: 'people',
  scheme: '',
  owner: '',
  day: '',
  metric: 'none',
  product: '',
  goal: '',
};

/** An item as the form holds it; its goal in the unit it is typed in. */
export function draftOf(item: ImprovementItem): ItemDraft {
  const { problem, evidence, cause, scheme, owner, dueTs, proving, currency } = item;
  const words = { problem, evidence, cause, scheme, owner, day: dayOfDue(dueTs) };
  if (proving === null) return { ...words, metric: 'none', product: '', goal: '' };
  const { metric, productId, goal } = proving;
  return {
    ...words,
    metric,
    product: productId === null ? '' : String(productId),
    goal: typedGoal(metric, goal, currency),
  };
}

/** What the chosen figure is in this show; null while none is chosen. */
export function nowOf(review: Review, { metric, product }: ItemDraft): ProvingValue | null {
  if (metric === 'none') return null;
  const productId = product === '' ? null : ProductId.parse(Number(product));
  return provingValue(review, { metric, productId, cardId: null });
}

/** Another figure or product: its goal is suggested anew. */
export function withMetric(
  review: Review,
  draft: ItemDraft,
  change: Partial<Pick<ItemDraft, 'metric' | 'product'>>,
): ItemDraft {
  const next = { ...draft, ...change };
  const now = nowOf(review, next);
  if (next.metric === 'none' || now === null) return { ...next, goal: '' };
  const { direction } = PROVING_TABLE[next.metric];
  const goal = suggestedGoal({ metric: next.metric, direction }, now);
  return { ...next, goal: typedGoal(next.metric, goal, now.known ? now.currency : null) };
}

/** In what a goal is typed: percent, whole units of the currency, seconds, or plain numbers. */
export function goalScale(metric: ProvingMetricName, currency: string | null): number {
  const { unit } = PROVING_TABLE[metric];
  if (unit === 'share') return 1 / 100;
  if (unit === 'duration') return 1_000;
  return unit === 'money' && currency !== null ? 10 ** currencyExponent(currency) : 1;
}

function typedGoal(
  metric: ProvingMetricName,
  goal: number | null,
  currency: string | null,
): string {
  if (goal === null) return '';
  return String(Number((goal / goalScale(metric, currency)).toPrecision(6)));
}

export type DraftFaults = Partial<Record<'problem' | 'scheme' | 'product' | 'goal', string>>;

/** The draft as it is sent, or what is wrong with it. */
export function readDraft(
  { t }: I18n,
  review: Review,
  draft: ItemDraft,
  held: ImprovementItem | null,
): { readonly input: ImprovementInput | null; readonly faults: DraftFaults } {
  const { metric, product, cause, day } = draft;
  const [problem, evidence, scheme, owner] = [
    draft.problem,
    draft.evidence,
    draft.scheme,
    draft.owner,
  ].map((text) => text.trim());
  const goal = metric === 'none' ? null : goalOf(review, draft);
  const isOfProduct = metric !== 'none' && PROVING_TABLE[metric].isOfProduct;
  const faults: DraftFaults = {
    ...(problem === '' ? { problem: t('improve.needProblem') } : {}),
    ...(scheme === '' ? { scheme: t('improve.needScheme') } : {}),
    ...(isOfProduct && product === '' ? { product: t('improve.needProduct') } : {}),
    ...(goal === 'fault' ? { goal: t('improve.goalFault', { example: '20' }) } : {}),
  };
  if (Object.keys(faults).length > 0 || goal === 'fault') return { input: null, faults };
  const proving =
    metric === 'none'
      ? null
      : {
          metric,
          productId: isOfProduct ? ProductId.parse(Number(product)) : null,
          cardId: null,
          direction: PROVING_TABLE[metric].direction,
          goal,
        };
  const input = {
    id: held?.id ?? null,
    showId: review.show.id,
    findingId: held?.findingId ?? null,
    problem: problem ?? '',
    evidence: evidence ?? '',
    cause,
    scheme: scheme ?? '',
    owner: owner ?? '',
    dueTs: dueOfDay(day),
    proving,
  };
  return { input, faults };
}

function goalOf(review: Review, draft: ItemDraft): number | null | 'fault' {
  const text = draft.goal.trim().replace(/[%％]$/, '');
  if (text === '' || draft.metric === 'none') return null;
  const value = Number(text.replace(/[,，\s]/g, ''));
  const now = nowOf(review, draft);
  const currency = now?.known === true ? now.currency : review.show.currency;
  return Number.isFinite(value) ? value * goalScale(draft.metric, currency) : 'fault';
}
