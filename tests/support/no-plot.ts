/** In place of uPlot where there is no canvas: takes what a chart tells it and draws nothing. */
export default class NoPlot {
  readonly cursor = { idx: null };
  readonly over = { clientWidth: 1_000, clientHeight: 200 };
  valToPos(): number {
    return 0;
  }
  setSelect(): void {}
  setCursor(): void {}
  setScale(): void {}
  setSize(): void {}
  destroy(): void {}
}
