import { markColours, type MarkColours } from '#renderer/ui/draw-marks.ts';

/** The tokens a canvas needs as values; read again when the theme changes. */
export interface ChartTheme {
  readonly viewers: string;
  readonly chat: string;
  readonly orders: string;
  readonly line: string;
  readonly text3: string;
  readonly tintDanger: string;
  readonly tintInfo: string;
  readonly marks: MarkColours;
  /** Size and families. */
  readonly font: string;
  readonly families: string;
}

export function readChartTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    viewers: token('--series-viewers'),
    chat: token('--series-chat'),
    orders: token('--series-orders'),
    line: token('--line'),
    text3: token('--text-3'),
    tintDanger: token('--tint-danger'),
    tintInfo: token('--tint-info'),
    marks: markColours(token),
    families: token('--font'),
    font: `${token('--fs-1')} ${token('--font')}`,
  };
}
