import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { timelineRows } from '#renderer/features/review/timeline-data.ts';
import { ZoomedTimeline } from '#renderer/features/review/timeline/ZoomedTimeline.tsx';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { REVIEW_START, sampleReview } from '#tests/support/sample-review.ts';

type Options = {
  readonly scales: { readonly x: { range(): readonly [number, number] } };
  readonly hooks: { readonly setSelect: readonly ((plot: unknown) => void)[] };
};

/** A plot 1,000 px wide without a canvas: what the chart asks of it, and a pointer over it. */
const plots = vi.hoisted(() => ({ last: null as FakePlot | null }));
interface FakePlot {
  readonly options: Options;
  drag(fromPx: number, toPx: number): void;
}
vi.mock('uplot', () => ({
  default: class implements FakePlot {
    readonly options: Options;
    readonly cursor = { idx: null };
    readonly over = {
      clientWidth: 1_000,
      clientHeight: 200,
      getBoundingClientRect: () => ({ left: 0 }),
    };
    select = { left: 0, width: 0 };
    constructor(options: Options) {
      this.options = options;
      plots.last = this;
    }
    posToVal(px: number): number {
      const [from, to] = this.options.scales.x.range();
      return from + ((to - from) * px) / 1_000;
    }
    valToPos(): number {
      return 0;
    }
    drag(fromPx: number, toPx: number): void {
      this.select = { left: fromPx, width: toPx - fromPx };
      for (const hook of this.options.hooks.setSelect) hook(this);
    }
    setSelect(): void {}
    setCursor(): void {}
    setScale(): void {}
    setSize(): void {}
    destroy(): void {}
  },
}));

class NoResize {
  readonly #told: () => void;
  constructor(told: () => void) {
    this.#told = told;
  }
  observe(): void {
    this.#told();
  }
  disconnect(): void {}
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', NoResize);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_000);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(momentTs: number | null = null, review = sampleReview('en', {})) {
  renderWithRoom(
    <ZoomedTimeline review={review} rows={timelineRows(review)} momentTs={momentTs} />,
    {
      language: 'en',
      snapshot: null,
    },
  );
  return review;
}

const chart = () => screen.getByRole('slider');
const shown = () => screen.getAllByRole('status')[0]?.textContent ?? '';
const panel = () => screen.queryByRole('region', { name: 'The chosen span' });
const at = (minute: number): number => REVIEW_START + minute * 60_000;

function wheel(init: WheelEventInit): boolean {
  let isPageStill = false;
  act(() => {
    isPageStill = !fireEvent.wheel(chart(), init);
  });
  return isPageStill;
}

test('the wheel zooms at the pointer with Ctrl or with the chart chosen, moves sideways, else scrolls the page', () => {
  open();
  expect(shown()).toContain('12:00:00 – 14:43:00'.replaceAll(' – ', '–'));
  expect(wheel({ deltaY: -300 })).toBe(false);
  expect(shown()).toContain('12:00:00–14:43:00');
  expect(wheel({ deltaY: -300, ctrlKey: true, clientX: 0 })).toBe(true);
  expect(shown()).toContain('12:00:00–13:21:30');
  // A pointer at the right edge keeps it.
  expect(wheel({ deltaY: -300, ctrlKey: true, clientX: 1_000 })).toBe(true);
  expect(shown()).toContain('12:40:45–13:21:30');
  act(() => chart().focus());
  expect(wheel({ deltaY: 300, clientX: 1_000 })).toBe(true);
  expect(shown()).toContain('12:00:00–13:21:30');
  expect(wheel({ deltaX: 500, deltaY: 0 })).toBe(true);
  expect(shown()).toContain('12:40:45–14:02:15');
  // No farther than the show.
  wheel({ deltaX: 5_000, deltaY: 0 });
  expect(shown()).toContain('13:21:30–14:43:00');
});

test('a drag chooses a span, one of a few pixels none; Escape lets it go', () => {
  open();
  act(() => plots.last?.drag(100, 102));
  expect(panel()).toBeNull();
  act(() => plots.last?.drag(0, 500));
  expect(panel()?.textContent).toContain('12:00:00–13:21:30');
  fireEvent.keyDown(chart(), { key: 'Escape' });
  expect(panel()).toBeNull();
});

test('one press on a mark in its lane compares what it stands for; the length changes there', () => {
  open();
  fireEvent.click(
    screen.getByRole('button', { name: /^Compare before, during, after: .*Coupon 149/ }),
  );
  expect(panel()?.textContent).toContain('13:26:00–13:31:00');
  expect(panel()?.textContent).toContain('Whole minutes, 5 on each side.');
  const press = (name: string) =>
    fireEvent.click(within(panel() ?? document.body).getByRole('button', { name }));
  for (let times = 0; times < 3; times += 1) press('−1′ A minute shorter');
  expect(panel()?.textContent).toContain('13:26:00–13:28:00');
  expect(panel()?.textContent).toContain('Whole minutes, 2 in it, 5 on each side.');
  press('+1′ A minute longer');
  expect(panel()?.textContent).toContain('13:26:00–13:29:00');
});

test('marks that stand together are compared together, until what the last stands for is over', () => {
  const cues = [0, 1, 2, 3, 4, 5].map((second) => ({
    seq: 90_000 + second,
    ts: REVIEW_START + 85 * 60_000 + second * 1_000,
    kind: 'cue' as const,
    label: `said ${second}`,
  }));
  open(null, { ...sampleReview('en', {}), marks: cues });
  fireEvent.click(
    screen.getByRole('button', { name: 'Compare before, during, after these 3 marks' }),
  );
  expect(panel()?.textContent).toMatch(/13:25:03–13:30:05/);
});

test('by keys: C in the list compares the mark it stands at, C on the chart the mark or moment', () => {
  const review = open(at(12));
  fireEvent.keyDown(chart(), { key: 'c' });
  // The pin of link 1, until it was replaced.
  expect(panel()?.textContent).toContain('12:12:00–12:27:00');
  fireEvent.keyDown(chart(), { key: 'Escape' });
  fireEvent.click(
    screen.getByRole('button', { name: `List the ${review.marks.length} marks in sight` }),
  );
  const [first] = within(screen.getByRole('list', { name: 'Marks' })).getAllByRole('button');
  if (first === undefined) throw new Error('no mark');
  first.focus();
  fireEvent.keyDown(first, { key: 'End' });
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'c' });
  expect(panel()?.textContent).toContain('14:10:00–14:15:00');
  // With Ctrl it is the browser's own copy.
  fireEvent.keyDown(chart(), { key: 'Escape' });
  fireEvent.keyDown(first, { key: 'c', ctrlKey: true });
  expect(panel()).toBeNull();
});
