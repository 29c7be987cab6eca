import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

import { useWallOffset } from '#renderer/store/selectors.ts';
import type { Prompter } from '#shared/model/stage.ts';
import type { PrompterDocument } from '#shared/rules/prompter/prompter-document.ts';
import { prompterPlace } from '#shared/rules/prompter/prompter-place.ts';

import { atOf, type PartPlace, yOf } from './prompter-places.ts';

/** The line that is being read stands so far down the box. */
const READING_LINE = 0.38;
/** A hand that scrolls tells the others so often, milliseconds. */
const TELL_EVERY_MS = 150;

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
 * Moves the track by a transform alone, frame by frame while the text runs: nothing is laid out or
 * rendered meanwhile. A drag or a wheel moves it by hand and tells the others.
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
    let frame = 0;
    /** Where a hand holds it; null: it goes by itself. */
    let held: number | null = null;
    let toldMs = 0;

    function draw(): void {
      cancelAnimationFrame(frame);
      const now = latest.current;
      const place = prompterPlace(now.prompter, now.document, Date.now() + now.wallOffset);
      const y = line - yOf(places, held ?? place.at);
      trackElement.style.transform = `translate3d(0, ${String(y)}px, 0)`;
      trackElement.dataset['held'] = String(place.isHeld);
      const isMoving = now.prompter.isRunning && !place.isHeld && !place.isAtEnd;
      if (held === null && isMoving) frame = requestAnimationFrame(draw);
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
      cancelAnimationFrame(frame);
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
