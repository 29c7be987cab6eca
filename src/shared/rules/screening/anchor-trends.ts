import type { AnchorShow, AnchorTrend } from '../../model/screening.ts';
import type { ListedShow } from '../../model/show-list.ts';
import { grouped } from '../grouped.ts';
import { trendOf } from './trend.ts';

const HOUR_MS = 3_600_000;

/**
 * Figures of each host from show to show, hosts with most shows first. A show of several hosts counts
 * for each of them; shows in different currencies are apart.
 */
export function anchorTrends(shows: readonly ListedShow[]): readonly AnchorTrend[] {
  const hosted = shows
    .flatMap((show) => show.anchors.map((anchor) => ({ anchor, show })))
    .sort((a, b) => (a.show.startedTs ?? 0) - (b.show.startedTs ?? 0));
  const groups = grouped(hosted, ({ anchor, show }) => `${anchor}\n${show.currency}`);
  return [...groups.values()]
    .flatMap((own): AnchorTrend[] => {
      const [first] = own;
      if (first === undefined) return [];
      const rows = own.map(({ show }) => anchorShow(show));
      return [
        {
          anchor: first.anchor,
          currency: first.show.currency,
          shows: rows,
          trends: {
            paidPerHour: trendOf(rows.map(({ paidPerHour }) => paidPerHour)),
            viewersMean: trendOf(rows.map(({ viewersMean }) => viewersMean)),
            followRate: trendOf(rows.map(({ followRate }) => followRate)),
            interaction: trendOf(rows.map(({ interaction }) => interaction)),
          },
        },
      ];
    })
    .sort((a, b) => b.shows.length - a.shows.length || (a.anchor < b.anchor ? -1 : 1));
}

function anchorShow({ id, title, startedTs, figures }: ListedShow): AnchorShow {
  const paid = figures?.paidMinor ?? null;
  const onAirMs = figures?.onAirMs ?? 0;
  return {
    showId: id,
    title,
    startedTs,
    paidPerHour: paid === null || onAirMs === 0 ? null : (paid * HOUR_MS) / onAirMs,
    viewersMean: figures?.viewersMean ?? null,
    followRate: figures?.followRate ?? null,
    interaction: figures?.interaction ?? null,
  };
}
