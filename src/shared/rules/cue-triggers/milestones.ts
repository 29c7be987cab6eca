/** The highest of 1, 2, 5, 10, 20, 50 … that is not above the value; 0 below 1. */
export function milestoneOf(value: number): number {
  if (!(value >= 1)) return 0;
  const base = 10 ** Math.floor(Math.log10(value));
  const [step = 1] = [5, 2, 1].filter((each) => each * base <= value);
  return step * base;
}
