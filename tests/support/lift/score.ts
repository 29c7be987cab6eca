import { liftOf } from '#shared/rules/lift/lift-rows.ts';
import { thingId, type LiftFigureName } from '#shared/rules/lift/lift-show.ts';

import type { Planted, PlantedShow } from './planted-show.ts';

/** Of planted effects, how many were found; of what was called found, how much was not planted. */
export type Score = { planted: number; caught: number; called: number; wrong: number };

export function newScore(): Score {
  return { planted: 0, caught: 0, called: 0, wrong: 0 };
}

/** People who come in are online, people who stay do not leave: these three follow from each other. */
const OF_PEOPLE: ReadonlySet<LiftFigureName> = new Set(['inflow', 'online', 'leavers']);

/** Adds what is called found in these shows of one room to a score, and to one of each figure. */
export function addTo(
  scores: readonly Score[],
  byFigure: Map<string, Score>,
  shows: readonly PlantedShow[],
): void {
  const planted = new Map(shows.flatMap((each) => [...each.planted]));
  const rows = liftOf(shows.map(({ show }) => show));
  const found = rows.filter(({ state }) => state === 'found');
  for (const [id, does] of planted) {
    for (const [figure, factor] of Object.entries(does)) {
      const isCaught = found.some(
        (row) =>
          thingId(row.thing) === id &&
          ((row.figure === figure && Math.sign(row.mean ?? 0) === Math.sign(factor - 1)) ||
            // Whom it keeps does not leave.
            (figure === 'online' && row.figure === 'leavers' && (row.mean ?? 0) < 0)),
      );
      for (const score of [...scores, scoreIn(byFigure, figure)]) {
        score.planted += 1;
        if (isCaught) score.caught += 1;
      }
    }
  }
  for (const row of found) {
    const isWrong = !isTrue(planted.get(thingId(row.thing)) ?? {}, row.figure);
    for (const score of [...scores, scoreIn(byFigure, row.figure)]) {
      score.called += 1;
      if (isWrong) score.wrong += 1;
    }
  }
}

function isTrue(does: Planted, figure: LiftFigureName): boolean {
  if (does[figure] !== undefined) return true;
  return OF_PEOPLE.has(figure) && [...OF_PEOPLE].some((other) => does[other] !== undefined);
}

function scoreIn(byFigure: Map<string, Score>, figure: string): Score {
  const score = byFigure.get(figure) ?? newScore();
  byFigure.set(figure, score);
  return score;
}

export function line(name: string, { planted, caught, called, wrong }: Score): string {
  const part = (of: number, all: number): string => (all === 0 ? '—' : (of / all).toFixed(3));
  return `${name}: found ${part(caught, planted)} of ${planted}, false ${part(wrong, called)} of ${called}`;
}
