import type { ListedShow, ShowFigures } from '../../model/show-list.ts';
import { sampleOf, type Sample } from './baselines.ts';

export type AnchorRow = {
  readonly name: string;
  readonly shows: readonly ListedShow[];
  /** Per show, of those in which it is known. */
  figure(key: keyof ShowFigures): Sample | null;
  /** Paid for each hour on air. */
  readonly paidPerHour: Sample | null;
};

export type AnchorComparison = {
  readonly rows: readonly AnchorRow[];
  readonly currency: string | null;
  /** Live shows that are no one's alone: several hosts, or none named. */
  readonly shared: number;
  readonly unnamed: number;
  readonly otherCurrency: number;
};

const HOUR_MS = 3_600_000;

/**
 * Hosts (主播) over the room's live shows: the median over their own shows each, never one show's sum
 * shared out among several. In the currency that most shows are in; others are counted and left out.
 */
export function compareAnchors(shows: readonly ListedShow[]): AnchorComparison {
  const live = shows.filter(({ origin, figures }) => origin === 'live' && figures !== null);
  const currency = mostFrequent(live.map((show) => show.currency));
  const inCurrency = live.filter((show) => show.currency === currency);
  const single = inCurrency.filter(({ anchors }) => anchors.length === 1);
  const byName = new Map<string, ListedShow[]>();
  for (const show of single) {
    for (const name of show.anchors) byName.set(name, [...(byName.get(name) ?? []), show]);
  }
  const rows = [...byName.entries()]
    .map(([name, own]): AnchorRow => ({
      name,
      shows: own,
      figure: (key) => sampleOf(own.map(({ figures }) => figures?.[key] ?? null)),
      paidPerHour: sampleOf(own.map(({ figures }) => perHour(figures))),
    }))
    .toSorted((a, b) => b.shows.length - a.shows.length || a.name.localeCompare(b.name));
  return {
    rows,
    currency,
    shared: inCurrency.filter(({ anchors }) => anchors.length > 1).length,
    unnamed: inCurrency.filter(({ anchors }) => anchors.length === 0).length,
    otherCurrency: live.length - inCurrency.length,
  };
}

function perHour(figures: ShowFigures | null): number | null {
  if (figures === null || figures.paidMinor === null || figures.onAirMs < 60_000) return null;
  return (figures.paidMinor * HOUR_MS) / figures.onAirMs;
}

function mostFrequent(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [first] = [...counts.entries()].toSorted((a, b) => b[1] - a[1]);
  return first?.[0] ?? null;
}
