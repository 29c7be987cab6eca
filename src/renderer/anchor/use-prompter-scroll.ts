import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

import { useWallOffset } from '#renderer/store/selectors.ts';
import type { Prompter } from '#shared/model/stage.ts';
import type { PrompterDocument } from '#shared/rules/prompter/prompter-document.ts';
import { placeLimit, prompterPlace } from '#shared/rules/prompter/prompter-place.ts';

import { atOf, type PartPlace, runSteps, yOf } from './prompter-places.ts';

/** The line that is being read stands so far down the box. */
const READING_LINE = 0.38;
/** A hand that scrolls tells the others so often, milliseconds. */
const TELL_EVERY_MS = 150;
const MS_PER_MINUTE = 60_000;

interface ScrollProps {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly track: RefObject<HTMLDivElement | null>;
  readonly document: PrompterDocument;
  readonly prompter: Prompter;
  onMove(at: number): void;
}

/** Parts as they are laid out now: each child of the track is one. */
function placesOf(track: HTMLElement, { parts }: PrompterDocument): readonly PartPlace[] {
  return parts.flatMap(({ from, to }, index) => {
    const child = track.children[index];
    if (!(child instanceof HTMLElement)) return [];
    return [{ from, to, top: child.offsetTop, bottom: child.offsetTop + child.offsetHeight }];
  });
}

/**
 * Moves the track by a transform alone: nothing is laid out or rendered while the text runs. A drag or
 * a wheel moves it by hand and tells the others.
 */
export function usePrompterScroll({ box, track, document, prompter, onMove }: ScrollProps): void {
  const wallOffset = useWallOffset();
  const latest = useRef({ document, prompter, onMove, wallOffset });
  const redraw = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    latest.current = { document, prompter, onMove, wallOffset };
    redraw.current();
  }, [document, prompter, onMove, wallOffset]);

  useEffect(() => {
    const [boxNow, trackNow] = [box.current, track.current];
    if (boxNow === null || trackNow === null) return undefined;
    const boxElement = boxNow;
    const trackElement = trackNow;
    let places: readonly PartPlace[] = [];
    let line = 0;
    let run: Animation | null = null;
    /** Where a hand holds it; null: it goes by itself. */
    let held: number | null = null;
    let toldMs = 0;

    function draw(): void {
      run?.cancel();
      run = null;
      const { document: text, prompter: shared, wallOffset: offset } = latest.current;
      const place = prompterPlace(shared, text, Date.now() + offset);
      const at = held ?? place.at;
      trackElement.style.transform = movedTo(yOf(places, at));
      trackElement.dataset['held'] = String(place.isHeld);
      const isMoving = shared.isRunning && !place.isHeld && !place.isAtEnd;
      if (held === null && isMoving) start(at, placeLimit(shared, text), shared.pace);
    }
    /** Handed to the browser whole: it goes on evenly, however busy the page is. */
    function start(from: number, to: number, pace: number): void {
      if (to <= from || typeof trackElement.animate !== 'function') return;
      const steps = runSteps(places, from, to);
      run = trackElement.animate(
        steps.map(({ offset, y }) => ({ offset, transform: movedTo(y) })),
        { duration: ((to - from) * MS_PER_MINUTE) / pace, fill: 'forwards' },
      );
      run.onfinish = draw;
    }
    function movedTo(y: number): string {
      return `translate3d(0, ${String(line - y)}px, 0)`;
    }
    function measure(): void {
      places = placesOf(trackElement, latest.current.document);
      line = boxElement.clientHeight * READING_LINE;
      draw();
    }
    /** Beyond an unsaid price no hand goes either. */
    function moveBy(pixels: number): void {
      const { document: text, prompter: shared, wallOffset: offset } = latest.current;
      const from = held ?? prompterPlace(shared, text, Date.now() + offset).at;
      const wanted = atOf(places, yOf(places, from) + pixels);
      const isGated =
        text.gate !== null && !(shared.isPriceSaid && shared.documentKey === text.key);
      held = Math.max(0, Math.min(wanted, isGated ? (text.gate ?? 0) : text.length));
      draw();
      const nowMs = performance.now();
      if (nowMs - toldMs < TELL_EVERY_MS) return;
      toldMs = nowMs;
      latest.current.onMove(held);
    }
    function letGo(): void {
      if (held === null) return;
      latest.current.onMove(held);
      held = null;
    }

    let lastY: number | null = null;
    const onDown = (event: PointerEvent): void => {
      lastY = event.clientY;
      boxElement.setPointerCapture(event.pointerId);
    };
    const onPointerMove = (event: PointerEvent): void => {
      if (lastY === null) return;
      moveBy(lastY - event.clientY);
      lastY = event.clientY;
    };
    const onUp = (): void => {
      lastY = null;
      letGo();
    };
    const onWheel = (event: WheelEvent): void => {
      moveBy(event.deltaY);
      letGo();
    };
    redraw.current = measure;
    measure();
    boxElement.addEventListener('pointerdown', onDown);
    boxElement.addEventListener('pointermove', onPointerMove);
    boxElement.addEventListener('pointerup', onUp);
    boxElement.addEventListener('pointercancel', onUp);
    boxElement.addEventListener('wheel', onWheel, { passive: true });
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure);
    observer?.observe(boxElement);
    observer?.observe(trackElement);
    return () => {
      run?.cancel();
      redraw.current = () => undefined;
      observer?.disconnect();
      boxElement.removeEventListener('pointerdown', onDown);
      boxElement.removeEventListener('pointermove', onPointerMove);
      boxElement.removeEventListener('pointerup', onUp);
      boxElement.removeEventListener('pointercancel', onUp);
      boxElement.removeEventListener('wheel', onWheel);
    };
  }, [box, track]);
}
