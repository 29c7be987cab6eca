import { useCallback, useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { useStage, useWallOffset } from '#renderer/store/selectors.ts';
import { usePrompterDocument } from '#renderer/store/use-prompter-document.ts';
import { PACE_MAX, PACE_MIN, PACE_STEP, type Prompter } from '#shared/model/stage.ts';
import type { PrompterDocument } from '#shared/rules/prompter/prompter-document.ts';
import { placeLimit, prompterPlace } from '#shared/rules/prompter/prompter-place.ts';

export interface PrompterControl {
  readonly document: PrompterDocument;
  readonly prompter: Prompter;
  /** What the forward key does now; null: there is nothing to prompt. */
  readonly forward: MessageKey | null;
  /** Starts, stops, or says that the price was said. */
  goForward(): void;
  move(at: number): void;
  pace(step: 1 | -1): void;
}

const MS_PER_MINUTE = 60_000;
/** A timer may come a little early. */
const SPARE_MS = 20;

/**
 * The core's wall time, renewed when the prompter changes and when it comes to where it is held: a
 * screen that renders all the time while the text runs would make it stutter.
 */
function useNowAtLimit(prompter: Prompter, document: PrompterDocument): number {
  const offset = useWallOffset();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const look = (): void => setNow(Date.now());
    const { at } = prompterPlace(prompter, document, Date.now() + offset);
    const leftMs = ((placeLimit(prompter, document) - at) * MS_PER_MINUTE) / prompter.pace;
    const timers = [setTimeout(look, 0)];
    if (prompter.isRunning) timers.push(setTimeout(look, Math.max(0, leftMs) + SPARE_MS));
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [prompter, document, offset]);
  return now + offset;
}

/** The anchor's own hand on the prompter that every screen shares. */
export function usePrompter(): PrompterControl {
  const run = useCommand();
  const { prompter } = useStage();
  const document = usePrompterDocument();
  const now = useNowAtLimit(prompter, document);
  const { isHeld, isAtEnd } = prompterPlace(prompter, document, now);
  const { key } = document;
  const isRunning = prompter.isRunning && !isAtEnd;
  const { pace } = prompter;

  function goForward(): void {
    if (key === '') return;
    if (isHeld) void run('prompter.priceSaid', { documentKey: key });
    else if (isAtEnd) void run('prompter.move', { documentKey: key, at: 0 });
    else void run('prompter.run', { isRunning: !prompter.isRunning });
  }
  const move = useCallback(
    (at: number) => void run('prompter.move', { documentKey: key, at }),
    [run, key],
  );
  return {
    document,
    prompter,
    forward:
      key === ''
        ? null
        : isHeld
          ? 'anchor.priceSaid'
          : isAtEnd
            ? 'anchor.prompterAgain'
            : isRunning
              ? 'stage.halt'
              : 'stage.run',
    goForward,
    move,
    pace: (step) =>
      void run('prompter.pace', {
        pace: Math.min(PACE_MAX, Math.max(PACE_MIN, pace + step * PACE_STEP)),
      }),
  };
}
