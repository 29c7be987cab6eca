import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { sourceName } from '#renderer/ui/platform-name.ts';
import type { QuietKind, ReviewFinding } from '#shared/model/review-findings.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

/** A finding in words: what it rests on, what it cost or brought, what to do, how to see that it worked. */
export type FindingCard = {
  readonly tag: string;
  readonly impact: string;
  readonly isGood: boolean;
  readonly title: string;
  readonly text: string;
  readonly next: string;
  readonly verify: string;
};

const MINUTE_MS = 60_000;

export function findingCard(i18n: I18n, finding: ReviewFinding): FindingCard {
  const { t, format } = i18n;
  switch (finding.kind) {
    case 'slow_product':
      return slowProduct(i18n, finding);
    case 'unsold_product': {
      const params = named(finding);
      const time = format.span(finding.airtimeMs);
      return {
        tag: t('finding.unsold_product.tag', { time, pushes: finding.pushes }),
        impact: t('finding.unsold_product.impact'),
        isGood: false,
        title: t('finding.unsold_product.title', { ...params, time }),
        text: t('finding.unsold_product.text', {
          orders: format.number(finding.orders),
          sample: finding.sample,
        }),
        next: t('finding.unsold_product.next'),
        verify: t('finding.unsold_product.verify'),
      };
    }
    case 'push_lift': {
      const isOrders = finding.metric === 'orders';
      const params = {
        before: format.number(finding.before),
        after: format.number(finding.after),
      };
      return {
        tag: t('finding.push_lift.tag', { sample: finding.sample }),
        impact: t(
          isOrders ? 'finding.push_lift.impactOrders' : 'finding.push_lift.impactChats',
          params,
        ),
        isGood: true,
        title: t(
          isOrders ? 'finding.push_lift.titleOrders' : 'finding.push_lift.titleChats',
          named(finding),
        ),
        text: t('finding.push_lift.text', { sample: finding.sample }),
        next: t('finding.push_lift.next', { name: finding.name }),
        verify: t('finding.push_lift.verify'),
      };
    }
    case 'silence': {
      const { viewersFrom, viewersTo, sample } = finding;
      const from = format.time(finding.fromTs, null);
      const to = format.time(finding.toTs, null);
      const share = format.percent((viewersFrom - viewersTo) / viewersFrom);
      const before = format.number(viewersFrom);
      const after = format.number(viewersTo);
      return {
        tag: t('finding.silence.tag', { from, minutes: sample }),
        impact: t('finding.silence.impact', { before, after }),
        isGood: false,
        title: t('finding.silence.title', { minutes: sample, share }),
        text: t('finding.silence.text', { from, to }),
        next: t('finding.silence.next'),
        verify: t('finding.silence.verify', { share }),
      };
    }
    case 'gap':
      return gap(i18n, finding);
    case 'unanswered_cues': {
      const { open, unseen, sample, medianDoneMs } = finding;
      const time = medianDoneMs === null ? '—' : format.delay(medianDoneMs);
      return {
        tag: t('finding.unanswered_cues.tag', { sample }),
        impact: t('finding.unanswered_cues.impact', { open }),
        isGood: false,
        title: t('finding.unanswered_cues.title', { share: format.percent(open / sample) }),
        text: t('finding.unanswered_cues.text', { open, unseen, time }),
        next: t('finding.unanswered_cues.next'),
        verify: t('finding.unanswered_cues.verify'),
      };
    }
  }
}

type Of<K extends ReviewFinding['kind']> = Extract<ReviewFinding, { kind: K }>;

function slowProduct({ t, format }: I18n, finding: Of<'slow_product'>): FindingCard {
  const { airtimeMs, orders, currency, perMinuteMinor, medianMinor, lostMinor, sample } = finding;
  const scale = 10 ** currencyExponent(currency);
  // A rate or an estimate to the cent says more than it knows.
  const money = (minor: number): string =>
    format.money(Math.round(minor / scale) * scale, currency, currencyExponent(currency));
  const time = format.span(airtimeMs);
  return {
    tag: t('finding.slow_product.tag', { time, orders: format.number(orders) }),
    impact: t('finding.slow_product.impact', { lost: money(lostMinor) }),
    isGood: false,
    title: t('finding.slow_product.title', {
      ...named(finding),
      share: format.percent(perMinuteMinor / medianMinor),
    }),
    text: t('finding.slow_product.text', {
      own: money(perMinuteMinor),
      median: money(medianMinor),
      sample,
    }),
    next: t('finding.slow_product.next', {
      minutes: Math.max(3, Math.round(airtimeMs / MINUTE_MS / 2)),
    }),
    verify: t('finding.slow_product.verify', { goal: money(medianMinor / 2) }),
  };
}

function gap(i18n: I18n, finding: Of<'gap'>): FindingCard {
  const { t, format } = i18n;
  const { cause, sourceLabel, fromTs, toTs, totalMs, sample } = finding;
  const key = `review.gap.${cause}`;
  const time = format.span(totalMs);
  return {
    tag: t('finding.gap.tag', { sample }),
    impact: t('finding.gap.impact', { time }),
    isGood: false,
    title: t('finding.gap.title', {
      cause: isMessageKey(key) ? t(key) : t('review.gap.other'),
      time,
    }),
    text: t('finding.gap.text', {
      source: sourceLabel === null ? t('review.gapAll') : sourceName(i18n, sourceLabel),
      from: format.time(fromTs, null),
      to: format.time(toTs, null),
    }),
    next: t(adviceOf(cause)),
    verify: t('finding.gap.verify'),
  };
}

function adviceOf(
  cause: string,
): 'finding.gap.next.source' | 'finding.gap.next.desk' | 'finding.gap.next.off' {
  if (cause === 'switched_off') return 'finding.gap.next.off';
  return cause === 'source_lost' ? 'finding.gap.next.source' : 'finding.gap.next.desk';
}

function named({ linkNumber, name }: { readonly linkNumber: number; readonly name: string }) {
  return { number: linkNumber, name };
}

/** Why a question has no finding. */
export function quietText({ t }: I18n, { kind, reason }: QuietKind): string {
  return t('finding.quiet', {
    kind: t(`finding.kind.${kind}`),
    reason: t(`finding.reason.${reason}`),
  });
}
