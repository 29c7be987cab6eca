import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { LiftResult, LiftSubject } from '#shared/model/lift.ts';

import { triggerName } from './trigger-name.ts';

/** What was done, in a few words. */
export function liftSubjectText(i18n: I18n, subject: LiftSubject): string {
  switch (subject.kind) {
    case 'card':
      return subject.text;
    case 'cueKind':
      return i18n.t(`cues.kindOf.${subject.cueKind}`);
    case 'rule':
      return triggerName(i18n, subject.ruleId, subject.name);
    case 'script':
    case 'giveaway':
      return subject.title;
    case 'push':
      return `${subject.linkNumber} ${subject.name}`;
  }
}

/** A difference with its sign; people online in percent of those who were there. */
export function liftNumber({ format }: I18n, { figure }: LiftResult, value: number): string {
  const size = Math.abs(value);
  const digits = size < 1 ? 100 : 10;
  const rounded = Math.round(size * digits) / digits;
  const sign = rounded === 0 ? '' : value > 0 ? '+' : '−';
  return `${sign}${figure === 'online' ? format.percent(size / 1_000) : format.number(rounded)}`;
}

/** Null where nothing can be said. */
export function liftRange(i18n: I18n, result: LiftResult): string | null {
  const { mean, low, high } = result;
  if (mean === null || low === null || high === null) return null;
  return i18n.t('lift.range', {
    mean: liftNumber(i18n, result, mean),
    low: liftNumber(i18n, result, low),
    high: liftNumber(i18n, result, high),
  });
}

/** What was found of a card in past shows, or why nothing is said, in one line. */
export function cardLiftLine(i18n: I18n, results: readonly LiftResult[]): string {
  const { t } = i18n;
  const found = results.filter(({ state }) => state === 'found');
  const n = results.reduce((most, result) => Math.max(most, result.n), 0);
  if (found.length > 0) {
    const figures = found.map((result) =>
      t('lift.library', {
        figure: t(`lift.figureOf.${result.figure}`),
        range: liftRange(i18n, result) ?? '—',
      }),
    );
    return figures.join(t('common.separator'));
  }
  if (results.some(({ state }) => state === 'none')) return t('lift.libraryNone', { n });
  if (results.some(({ state }) => state === 'together')) return t('lift.libraryTogether');
  const needed = results.flatMap((result) => result.needed ?? []);
  return t('lift.libraryTooFew', { n, needed: needed.length === 0 ? 4 : Math.min(...needed) });
}
