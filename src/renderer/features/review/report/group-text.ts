import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Finding } from '#shared/model/finding.ts';
import type { Review } from '#shared/model/review.ts';

import { findingCard } from '../findings/finding-text.ts';
import { periodText } from '../review-facts.ts';
import { totalTiles, type Tile } from '../total-tiles.ts';
import { platformNameOf } from '../use-platform-name.ts';

/** A message that a phone shows whole. */
export const GROUP_TEXT_MOST = 600;
const FIGURES = 5;
const FINDINGS = 3;
const IMPROVEMENTS = 3;

/** Beside what leaves the desk at no time: that the host called is not a group's affair. */
const PRIVATE: ReadonlySet<string> = new Set(['help_unanswered']);

export function isForGroups({ detector, isPrivate }: Finding): boolean {
  return !isPrivate && !PRIVATE.has(detector);
}

/**
 * A show in a few lines for a group chat: when, the figures that are known, what mattered most, what
 * will be done. Never more than 600 characters; what does not fit is left out from the end.
 */
export function groupText(i18n: I18n, review: Review): string {
  const { t, format } = i18n;
  const { show, totals } = review;
  const when =
    show.startedTs === null
      ? t('review.noStart')
      : t('group.when', {
          period: periodText(i18n, show.startedTs, show.endedTs),
          time: format.span(totals.onAirMs),
        });
  const tiles = totalTiles(review, i18n, (platform) => platformNameOf(i18n, platform))
    .filter(({ value }) => value !== null)
    .slice(0, FIGURES);
  const findings = review.findings
    .filter(isForGroups)
    .slice(0, FINDINGS)
    .map((finding, index) => {
      const { title, impact } = findingCard(i18n, finding);
      return t('group.finding', { number: index + 1, title: oneLine(title), impact });
    });
  const items = review.improvements.own
    .filter(({ state }) => state === 'open')
    .slice(0, IMPROVEMENTS)
    .map(({ scheme, owner }) => {
      const what = oneLine(scheme);
      return owner === '' ? t('group.item', { what }) : t('group.itemOf', { what, owner });
    });
  const rest = [
    ...(findings.length === 0 ? [] : [t('group.findings'), ...findings]),
    ...(items.length === 0 ? [] : [t('group.items'), ...items]),
  ];
  const head = [t('group.title', { title: oneLine(show.title) }), when];
  // Changes are said of as many figures as there is room for, before anything else is left out.
  for (let compared = tiles.length; compared >= 0; compared -= 1) {
    const figures = tiles.map((tile, at) => figureLine(i18n, tile, at < compared));
    const lines = [...head, ...figures, ...rest];
    if (compared === 0 || lines.join('\n').length <= GROUP_TEXT_MOST) return fitted(lines);
  }
  return fitted([...head, ...rest]);
}

function figureLine({ t }: I18n, { label, value, compare }: Tile, isCompared: boolean): string {
  const figure = t('group.figure', { label, value: value ?? '—' });
  return compare === null || !isCompared
    ? figure
    : t('group.compared', { figure, change: compare.whole });
}

/** A name may hold anything that can be typed; a line of the message is one line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** As many whole lines as fit; one that is too long by itself is cut. */
function fitted(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const next = text === '' ? line : `${text}\n${line}`;
    if (next.length > GROUP_TEXT_MOST) {
      return text === '' ? `${line.slice(0, GROUP_TEXT_MOST - 1)}…` : text;
    }
    text = next;
  }
  return text;
}
