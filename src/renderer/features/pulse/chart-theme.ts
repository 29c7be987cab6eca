/** The tokens a canvas needs as values; read again when the theme changes. */
export interface ChartTheme {
  readonly viewers: string;
  readonly chat: string;
  readonly orders: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text2: string;
  readonly text3: string;
  readonly tag: string;
  readonly danger: string;
  readonly tintDanger: string;
  readonly tintInfo: string;
  readonly font: string;
}

export function readChartTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    viewers: token('--series-viewers'),
    chat: token('--series-chat'),
    orders: token('--series-orders'),
    line: token('--line'),
    lineStrong: token('--line-strong'),
    text2: token('--text-2'),
    text3: token('--text-3'),
    tag: token('--hover'),
    danger: token('--danger'),
    tintDanger: token('--tint-danger'),
    tintInfo: token('--tint-info'),
    font: `${token('--fs-1')} ${token('--font')}`,
  };
}
