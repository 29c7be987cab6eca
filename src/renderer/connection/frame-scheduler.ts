/** Calls back once, soon; the returned function cancels it. */
export type FrameScheduler = (run: () => void) => () => void;

/** A hidden page gets no animation frames; its state must still move on. */
const HIDDEN_PAGE_DELAY_MS = 250;

/** The next animation frame, or a quarter of a second where none comes. */
export const onNextFrame: FrameScheduler = (run) => {
  function cancel(): void {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  }
  function runOnce(): void {
    cancel();
    run();
  }
  const frame = requestAnimationFrame(runOnce);
  const timer = setTimeout(runOnce, HIDDEN_PAGE_DELAY_MS);
  return cancel;
};
