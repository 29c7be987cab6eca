import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { Proposal, TriggerEvidence } from '#shared/model/proposal.ts';
import type { Question } from '#shared/model/question.ts';

const MINUTE_MS = 60_000;

type Figure = Extract<TriggerEvidence, { kind: 'figure' }>;

/** Why a cue is proposed, in one line. */
export function whyLine(i18n: I18n, evidence: TriggerEvidence): string {
  const { t, format } = i18n;
  switch (evidence.kind) {
    case 'figure':
      return figureLine(i18n, evidence);
    case 'newcomers': {
      const { entries, online } = evidence;
      const words = { entries: format.number(entries), online: format.number(Math.round(online)) };
      return t('triggers.why.newcomers', words);
    }
    case 'silent': {
      const usual = format.number(Math.round(evidence.usual));
      return t('triggers.why.silent', { minutes: evidence.minutes, usual });
    }
    case 'unpaidRising': {
      const [before, share] = [evidence.before, evidence.share].map((each) => format.share(each));
      const placed = format.number(evidence.placed);
      return t('triggers.why.unpaidRising', { before: before ?? '', share: share ?? '', placed });
    }
    case 'question':
      return t('triggers.why.question', { people: format.number(evidence.people) });
    case 'keyword': {
      const { word, people, minutes } = evidence;
      return t('triggers.why.keyword', { word, people: format.number(people), minutes });
    }
    case 'complaint': {
      const { people, minutes } = evidence;
      return t('triggers.why.complaint', { people: format.number(people), minutes });
    }
    case 'ctr': {
      const [share, limit] = [evidence.share, evidence.limit].map((each) => format.percent(each));
      const shown = format.number(evidence.shown);
      return t('triggers.why.ctr', { shown, share: share ?? '', limit: limit ?? '' });
    }
    case 'ctor': {
      const [before, clicks] = [evidence.before, evidence.clicks].map((each) =>
        format.number(each),
      );
      const share = format.percent(evidence.share);
      return t('triggers.why.ctor', { before: before ?? '', clicks: clicks ?? '', share });
    }
    case 'stock': {
      const { linkNumber: link, left, of, minutesLeft } = evidence;
      if (minutesLeft === null) return t('triggers.why.stock', { link, left, of });
      const minutes = Math.max(1, Math.round(minutesLeft));
      return t('triggers.why.stockPace', { link, left, minutes });
    }
    case 'soldOut':
      return t('triggers.why.soldOut', { link: evidence.linkNumber });
    case 'milestone': {
      const { figure, reached } = evidence;
      return t(`triggers.why.${figure}`, { reached: format.number(reached) });
    }
    case 'overrun': {
      const { position, overMs } = evidence;
      return t('triggers.why.overrun', { position, clock: format.span(overMs) });
    }
    case 'onAir':
      return t('triggers.why.onAir', { minutes: evidence.minutes });
    case 'risk':
      switch (evidence.by) {
        case 'spoken':
          return t('triggers.why.riskSpoken');
        case 'cue':
          return t('triggers.why.riskCue');
        case 'chat':
          return t('triggers.why.riskChat');
      }
      break;
    default:
      return assertNever(evidence);
  }
}

/** What would be sent: the card's words, or the question as it stands in the list. */
export function proposalText(
  { t }: I18n,
  { text, evidence }: Proposal,
  questions: readonly Question[],
): string {
  if (evidence.kind !== 'question') return text;
  const question = questions.find(({ id }) => id === evidence.questionId);
  return question === undefined
    ? t('triggers.askedGone')
    : t('triggers.asked', { text: question.text });
}

function figureLine({ t, format }: I18n, evidence: Figure): string {
  const { figure, value, against, versus, fromTs, toTs, shows } = evidence;
  const said = (number: number): string =>
    figure === 'unpaidShare' ? format.share(number) : format.number(Math.round(number));
  return t(`triggers.why.${versus}`, {
    figure: t(`alerts.figure.${figure}`),
    minutes: Math.round((toTs - fromTs) / MINUTE_MS),
    change: against === 0 ? said(value) : format.change((value - against) / against),
    value: said(value),
    against: said(against),
    shows: shows ?? 0,
  });
}
