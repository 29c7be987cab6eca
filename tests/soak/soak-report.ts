import { afterWarmUp, isFlat, type Slope, slopeOf } from './slope.ts';
import {
  FIGURE_NAMES,
  FIGURES,
  type Figure,
  type FigureName,
  type Sample,
} from './soak-figures.ts';
import type { Done } from './soak-show.ts';

export type SoakReport = {
  readonly minutes: number;
  readonly samples: readonly Sample[];
  readonly done: Done;
  readonly sent: number;
  readonly stored: number;
  readonly dropped: number;
};

/** Fewer tell nothing. A loaded machine takes fewer than it is asked for. */
const LEAST_SAMPLES = 20;

export type Verdict = { readonly name: string; readonly says: string; readonly isOk: boolean };

/** The line through a figure after warm-up. */
export function slopeOfFigure(report: SoakReport, name: FigureName): Slope {
  return slopeOf(
    afterWarmUp(report.samples).map((sample) => ({ hours: sample.hours, value: sample[name] })),
  );
}

/** Hours of show that are judged. */
export function judgedHours({ samples }: SoakReport): number {
  const judged = afterWarmUp(samples);
  return (judged.at(-1)?.hours ?? 0) - (judged[0]?.hours ?? 0);
}

/** Everything that must be so after a run: flat figures, nothing lost, and that work was really done. */
export function judge(report: SoakReport): readonly Verdict[] {
  const { done, sent, stored, dropped, samples } = report;
  const least = Math.min(...Object.values(done));
  return [
    ...FIGURE_NAMES.flatMap((name) => judgeFigure(report, name)),
    {
      name: 'nothing lost',
      says: `${sent} events sent, ${stored} stored, ${dropped} dropped`,
      isOk: sent > 0 && sent === stored && dropped === 0,
    },
    {
      name: 'work was done',
      says: `${samples.length} samples; ${describeDone(done)}`,
      isOk: samples.length >= LEAST_SAMPLES && least > 0,
    },
  ];
}

function judgeFigure(report: SoakReport, name: FigureName): readonly Verdict[] {
  const figure: Figure = FIGURES[name];
  if (figure.bound === null) return [];
  const slope = slopeOfFigure(report, name);
  const isOk = isFlat(slope, judgedHours(report), figure.bound);
  const { level, perHour, percentPerHour } = slope;
  const unit = figure.unit === '' ? '' : ` ${figure.unit}`;
  const says = `${level.toFixed(1)}${unit}, ${perHour.toFixed(3)}${unit} an hour of show (${percentPerHour.toFixed(2)} %)`;
  return [{ name: figure.name, says, isOk }];
}

export function describeDone(done: Done): string {
  return [
    `${done.shows} shows`,
    `${done.pushes} pushes, ${done.undone} of them taken back`,
    `${done.cuesAnswered} cues answered`,
    `${done.screensPaired} second screens paired`,
    `${done.feedReconnects} broken lines of the platform`,
    `${done.reviews} reviews`,
  ].join(', ');
}
