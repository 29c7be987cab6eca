import { COUNTED, type WatchedFigure } from '#shared/model/alert-rule.ts';
import {
  USUAL_FIGURES,
  type UsualFigure,
  type UsualFigureName,
  type UsualNow,
} from '#shared/model/alert.ts';
import { comparable, valueOf, type RoomMinute } from '#shared/rules/alerts/room-minute.ts';
import {
  LEAST_SHOWS,
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
    return { atMinute: at, shows: this.#shows.length, isAlike: this.#isAlike, figures };
  }

  #figure(name: UsualFigureName, at: number): UsualMinute | null {
    switch (name) {
      case 'viewers':
        return this.usual('viewers', at, 1);
      case 'entries5Min':
        return this.usual('entries', at, 5);
      case 'chatPerMinute':
        return this.usual('chats', at, 1);
      case 'follows':
      case 'gifts':
      case 'ordersPaid':
        return this.#soFar(name, at);
    }
  }

  /** Totals since the start: a show with a hole in it would be too low and is left out. */
  #soFar(figure: WatchedFigure, at: number): UsualMinute | null {
    const sums = this.#shows.flatMap(({ minutes }) => {
      const until = minutes.slice(0, at + 1).map((minute) => minute[figure]);
      const known = until.flatMap((value) => value ?? []);
      if (until.length < at + 1 || known.length < until.length) return [];
      return [known.reduce((sum, value) => sum + value, 0)];
    });
    return sums.length < LEAST_SHOWS ? null : spreadOf(sums);
  }
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
