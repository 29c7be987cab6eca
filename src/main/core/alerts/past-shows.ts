import { COUNTED, type WatchedFigure } from '#shared/model/alert-rule.ts';
import {
  USUAL_FIGURES,
  type UsualFigure,
  type UsualFigureName,
  type UsualNow,
} from '#shared/model/alert.ts';
import { comparable, valueOf, type RoomMinute } from '#shared/rules/alerts/room-minute.ts';
import {
  likeShows,
  spreadOf,
  usualAt,
  type PastShow,
  type UsualMinute,
} from '#shared/rules/alerts/usual.ts';
import type { ReadableDatabase } from '../database/database.ts';
import {
  airStatesOf,
  endedLiveShows,
  gapsOf,
  storedMinutes,
  type EndedShow,
} from './alerts.queries.ts';
import { MINUTE_MS, onAirSpans, roomMinutes, type CanOf } from './stored-minutes.rules.ts';

/** More past shows say more of the past than of now. */
const SHOWS_CONSIDERED = 30;

/** Every minute of a show that has ended, from the one in which it went on air. */
export function minutesOfShow(
  db: ReadableDatabase,
  show: EndedShow,
  canOf: CanOf,
): readonly RoomMinute[] {
  const from = Math.floor(show.startedTs / MINUTE_MS);
  const to = Math.floor((show.endedTs - 1) / MINUTE_MS);
  const onAir = onAirSpans(airStatesOf(db, show.id), show.endedTs);
  const stored = { rows: storedMinutes(db, show.id, from, to), gaps: gapsOf(db, show.id), onAir };
  return roomMinutes({ ...stored, canOf }, from, to);
}

/** The room's own past, for comparing one show with it. Read once, when a show goes on air. */
export class PastShows {
  readonly #shows: readonly PastShow[];
  readonly #isAlike: boolean;

  private constructor(shows: readonly PastShow[], isAlike: boolean) {
    this.#shows = shows;
    this.#isAlike = isAlike;
  }

  /** `startedTs` is when the show that is compared went on air. */
  static read(
    db: ReadableDatabase,
    roomId: string,
    show: { readonly id: number; readonly startedTs: number },
    canOf: CanOf,
  ): PastShows {
    const past = endedLiveShows(db, roomId, show.id, SHOWS_CONSIDERED)
      .filter(({ startedTs }) => startedTs < show.startedTs)
      .map((ended) => pastShow(ended, minutesOfShow(db, ended, canOf)));
    const { shows, isAlike } = likeShows(past, clockOf(show.startedTs));
    return new PastShows(shows, isAlike);
  }

  /** Over the window that ends with minute `at` of the show; null with fewer than three shows. */
  usual(figure: WatchedFigure, at: number, windowMin: number): UsualMinute | null {
    return usualAt(this.#shows, figure, at, windowMin);
  }

  /** What stands beside the figures of the strip, in the same windows. */
  now(at: number): UsualNow {
    const figures: Partial<Record<UsualFigureName, UsualFigure>> = {};
    for (const name of USUAL_FIGURES) {
      const usual = this.#figure(name, at);
      if (usual === null) continue;
      const { median, low, high, shows } = usual;
      figures[name] = { median, low, high, shows };
    }
    const { length: shows } = this.#shows;
    return { atMinute: at, shows, isAlike: this.#isAlike, figures, wholeShow: {} };
  }

  /** The shows that count, the newest first. */
  showIds(): readonly number[] {
    return this.#shows.map(({ showId }) => showId);
  }

  #figure(name: UsualFigureName, at: number): UsualMinute | null {
    switch (name) {
      case 'viewers':
        return this.usual('viewers', at, 1);
      case 'entries5Min':
        return this.usual('entries', at, 5);
      case 'chatPerMinute':
        return this.usual('chats', at, 1);
      case 'likesPerMinute':
        return this.usual('likes', at, 1);
      case 'viewersMean':
        return this.#each((show) => meanOf(sumOf(show, 'viewers', 0, at), at + 1));
      case 'averageWatch':
        return this.#each((show) => {
          // Mean viewers over entries a second of the same five minutes, as the tile has it.
          const entries = sumOf(show, 'entries', at - 4, at);
          const viewers = meanOf(sumOf(show, 'viewers', at - 4, at), 5);
          return viewers === null || !entries ? null : (viewers * 300) / entries;
        });
      case 'chatPerThousand':
        return this.#each((show) => {
          const [chats, viewers] = [sumOf(show, 'chats', at, at), sumOf(show, 'viewers', at, at)];
          return chats === null || !viewers ? null : (chats * 1_000) / viewers;
        });
      case 'follows':
      case 'gifts':
      case 'ordersPaid':
        return this.#each((show) => sumOf(show, name, 0, at));
    }
  }

  /** Over the shows for which it is known. */
  #each(value: (show: PastShow) => number | null): UsualMinute | null {
    return spreadOf(this.#shows.flatMap((show) => value(show) ?? []));
  }
}

/** Added up from minute `from` to `to`; null where one of them is not known, or is not there. */
function sumOf(
  { minutes }: PastShow,
  figure: WatchedFigure,
  from: number,
  to: number,
): number | null {
  if (from < 0) return null;
  const values = minutes.slice(from, to + 1).map((minute) => minute[figure]);
  const known = values.flatMap((value) => value ?? []);
  if (known.length < to - from + 1) return null;
  return known.reduce((sum, value) => sum + value, 0);
}

function meanOf(sum: number | null, count: number): number | null {
  return sum === null ? null : sum / count;
}

function pastShow(show: EndedShow, minutes: readonly RoomMinute[]): PastShow {
  return { showId: show.id, ...clockOf(show.startedTs), minutes: minutes.map(figuresOf) };
}

/** Unknown where a source that gives the figure was missing, or none does. */
function figuresOf(minute: RoomMinute): Record<WatchedFigure, number | null> {
  const figureOf = (figure: WatchedFigure): number | null => {
    const { sourceIds, without } = comparable([minute], [figure]);
    return sourceIds.length === 0 || without.length > 0 ? null : valueOf(minute, figure, sourceIds);
  };
  const counted = Object.fromEntries(COUNTED.map((figure) => [figure, figureOf(figure)]));
  return { ...emptyFigures(), ...counted, viewers: figureOf('viewers') };
}

function emptyFigures(): Record<WatchedFigure, number | null> {
  return {
    viewers: null,
    entries: null,
    chats: null,
    likes: null,
    follows: null,
    gifts: null,
    ordersPlaced: null,
    ordersPaid: null,
  };
}

/** By the clock of this machine, which stands in the room. */
function clockOf(ts: number): { readonly weekday: number; readonly hour: number } {
  const date = new Date(ts);
  return { weekday: date.getDay(), hour: date.getHours() };
}
