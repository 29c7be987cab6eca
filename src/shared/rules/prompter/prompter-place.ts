import { FIRST_PACE, type Prompter } from '../../model/stage.ts';
import type { PrompterDocument } from './prompter-document.ts';

export type PrompterPlace = {
  /** Weighed characters into the document. */
  readonly at: number;
  /** It would go on, but the price was not said. */
  readonly isHeld: boolean;
  readonly isAtEnd: boolean;
};

const MS_PER_MINUTE = 60_000;

/** How far the text goes by now: to a price that was not said, else to its end. */
export function placeLimit(prompter: Prompter, document: PrompterDocument): number {
  return isGated(prompter, document) ? (document.gate ?? 0) : document.length;
}

function isGated(prompter: Prompter, { key, gate }: PrompterDocument): boolean {
  return gate !== null && !(prompter.documentKey === key && prompter.isPriceSaid);
}

/** Where the prompter stands at a wall time; an unsaid price is never passed, the end neither. */
export function prompterPlace(
  prompter: Prompter,
  document: PrompterDocument,
  nowTs: number,
): PrompterPlace {
  const isSame = prompter.documentKey === document.key;
  const passedMs = isSame && prompter.isRunning ? Math.max(0, nowTs - prompter.atTs) : 0;
  const wanted = isSame ? prompter.at + (passedMs * prompter.pace) / MS_PER_MINUTE : 0;
  const limit = placeLimit(prompter, document);
  const at = Math.min(wanted, limit);
  const isHeld = isGated(prompter, document) && at >= limit;
  return { at, isHeld, isAtEnd: !isHeld && at >= document.length };
}

/** The same place told anew, so that a change of pace or of running begins from it. */
export function settled(prompter: Prompter, document: PrompterDocument, nowTs: number): Prompter {
  const { at } = prompterPlace(prompter, document, nowTs);
  const isSame = prompter.documentKey === document.key;
  return {
    ...prompter,
    documentKey: document.key,
    at,
    atTs: nowTs,
    isPriceSaid: isSame && prompter.isPriceSaid,
  };
}

/** A prompter at rest, at the beginning of nothing. */
export function newPrompter(nowTs: number, pace: number | null): Prompter {
  return {
    documentKey: '',
    at: 0,
    atTs: nowTs,
    pace: pace ?? FIRST_PACE,
    isRunning: false,
    isPriceSaid: false,
  };
}
