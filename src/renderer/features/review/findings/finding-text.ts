import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import type { MessageParams } from '#renderer/i18n/translate.ts';
import { liftSubjectText } from '#renderer/ui/lift-text.ts';
import { sourceName } from '#renderer/ui/platform-name.ts';
import type { Finding, FindingParam, QuietDetector } from '#shared/model/finding.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import { changeText } from './change-text.ts';
import { effectText } from './effect-text.ts';

/** Letters of what was done in a title at most. */
const NAME_MOST = 32;

/** A finding in words: what it rests on, what it cost or brought, what to do, how to see that it worked. */
export type FindingCard = {
  readonly tag: string;
  readonly impact: string;
  readonly isGood: boolean;
  readonly title: string;
  readonly text: string;
  /** What to change, alone and as a line of the card. */
  readonly scheme: string;
  readonly next: string;
  /** How to see that it worked, alone and as a line of the card. */
  readonly proof: string;
  readonly verify: string;
};

export function findingCard(i18n: I18n, finding: Finding): FindingCard {
  const { t } = i18n;
  const { detector, cause, effect, isGood } = finding;
  const params = wordsOf(i18n, finding.params);
  const scheme = t(`finding.${detector}.next`, params);
  const proof = t(`finding.${detector}.verify`, params);
  return {
    tag: [t(`finding.cause.${cause}`), t(`finding.${detector}.tag`, params)].join(' · '),
    impact: effectText(i18n, effect),
    isGood,
    title: t(`finding.${detector}.title`, params),
    text: t(`finding.${detector}.text`, params),
    scheme,
    next: t('finding.next', { scheme }),
    proof,
    verify: t('finding.verify', { proof }),
  };
}

/** Words that differ from case to case may speak of the other things themselves. */
function wordsOf(i18n: I18n, params: Finding['params']): MessageParams {
  const plain: Record<string, string> = {};
  for (const [name, param] of Object.entries(params)) {
    if (param.kind !== 'word') plain[name] = wordOf(i18n, param);
  }
  const words: Record<string, string> = { ...plain };
  for (const [name, param] of Object.entries(params)) {
    if (param.kind === 'word') words[name] = i18n.t(`finding.word.${param.word}`, plain);
  }
  return words;
}

function wordOf(i18n: I18n, param: Exclude<FindingParam, { kind: 'word' }>): string {
  const { t, format } = i18n;
  switch (param.kind) {
    case 'number':
      return format.number(param.value);
    case 'share':
      // A tenth of a percent is nothing beside tens of them.
      return format.percent(param.value < 0.1 ? param.value : Math.round(param.value * 100) / 100);
    case 'money': {
      // A rate or an estimate to the cent says more than it knows.
      const exponent = currencyExponent(param.currency);
      const scale = 10 ** exponent;
      return format.money(Math.round(param.minor / scale) * scale, param.currency, exponent);
    }
    case 'span':
      return format.span(param.ms);
    case 'delay':
      return format.delay(param.ms);
    case 'time':
      return format.time(param.ts, null);
    case 'text':
      return param.text;
    case 'source':
      return param.label === null ? t('review.gapAll') : sourceName(i18n, param.label);
    case 'change':
      return changeText(i18n, param.value);
    case 'liftFigure':
      return t(`lift.figureOf.${param.figure}`);
    case 'thing':
      return shortened(liftSubjectText(i18n, param.subject));
    case 'gapCause': {
      const key = `review.gap.${param.cause}`;
      return isMessageKey(key) ? t(key) : t('review.gap.other');
    }
  }
}

/** A line of the deck may be long; its beginning names it. */
function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= NAME_MOST ? text : `${letters.slice(0, NAME_MOST).join('').trimEnd()}…`;
}

/** Why a question has no finding. */
export function quietText({ t }: I18n, { detector, reason }: QuietDetector): string {
  return t('finding.quiet', {
    kind: t(`finding.kind.${detector}`),
    reason: t(`finding.reason.${reason}`),
  });
}
