import { boundText, targetName, targetText } from '#renderer/i18n/goal-text.ts';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';
import type { TargetName } from '#shared/model/show-target.ts';
import { isTotal, targetBound, targetStanding, tileOf } from '#shared/rules/metrics/goal.ts';
import { METRICS } from '#shared/rules/metrics/metric-table.ts';

/** A target and whether it was reached, in words. */
export type TargetLine = {
  readonly text: string;
  /** Null: it cannot be said. */
  readonly isReached: boolean | null;
};

type ReviewTarget = Review['targets'][number];

/** The target of a figure; null where none was set. */
export function targetLine(i18n: I18n, review: Review, name: TargetName): TargetLine | null {
  const target = review.targets.find((each) => each.name === name);
  return target === undefined ? null : lineOf(i18n, target, review);
}

function lineOf(i18n: I18n, target: ReviewTarget, { show }: Review): TargetLine {
  const { t } = i18n;
  const { name, currency } = target;
  const text = targetText(i18n, name, target.value, currency);
  const said = isTotal(name) ? text : boundText(i18n, targetBound(name), text);
  if (target.isOfMoment) {
    return { text: t('review.targetMoment', { target: said }), isReached: null };
  }
  const isOtherMoney = METRICS[tileOf(name)].unit === 'money' && currency !== show.currency;
  const value = isOtherMoney || !target.figure.known ? null : target.figure.value;
  if (value === null) return { text: t('review.targetUnknown', { target: said }), isReached: null };
  // Said of the whole show, so without a pace.
  const course = { onAirMs: 0, plannedMs: null, isOver: show.state === 'ended' };
  const { state } = targetStanding(name, value, target.value, course);
  return {
    text: t('review.target', {
      target: said,
      state: t(`goal.state.${state}`),
      value: reachedText(i18n, name, value, show.currency),
    }),
    isReached: state === 'open' ? null : state === 'reached' || state === 'met',
  };
}

/** What was measured, as other measured figures are written: a share with its tenth of a percent. */
function reachedText(i18n: I18n, name: TargetName, value: number, currency: string): string {
  if (METRICS[tileOf(name)].unit === 'share') return i18n.format.share(value);
  return targetText(i18n, name, value, currency);
}

/** Figures that have a target and no tile of their own. */
export function otherTargets(
  i18n: I18n,
  review: Review,
  shown: readonly TargetName[],
): readonly {
  readonly label: string;
  readonly value: string | null;
  readonly target: TargetLine;
}[] {
  return review.targets
    .filter(({ name }) => !shown.includes(name))
    .map((target) => {
      const { name, figure, isOfMoment } = target;
      const { currency } = review.show;
      return {
        label: targetName(i18n, name),
        value: figure.known && !isOfMoment ? reachedText(i18n, name, figure.value, currency) : null,
        target: lineOf(i18n, target, review),
      };
    });
}
