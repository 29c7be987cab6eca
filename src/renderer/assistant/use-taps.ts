import { useRef, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useLink } from '#renderer/store/selectors.ts';
import type { AppError } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { AssistantProduct } from '#shared/model/assistant.ts';

export type AnswerInput = CommandInput<'assist.answer'>;

/** One tap on this phone, since the page was opened. */
export interface Tap {
  readonly id: number;
  readonly input: AnswerInput;
  /** The product as it stood on the glass; null for none. */
  readonly product: AssistantProduct | null;
  /** Null until the desk has it on disk. */
  readonly seq: number | null;
  /** This machine's wall time at which it was received; null until then. */
  readonly receivedTs: number | null;
  readonly error: AppError | null;
}

export interface Taps {
  /** Oldest first. */
  readonly taps: readonly Tap[];
  /** The last tap, or wish to take one back, met no desk: nothing was sent. */
  readonly isRefusedOffline: boolean;
  /** Why the last answer could not be taken back; null when it was, or none was. */
  readonly backError: AppError | null;
  answer(input: AnswerInput, product: AssistantProduct | null): void;
  takeBack(seq: number): void;
}

/** What was tapped here and what has become of it. Without the desk nothing is sent, now or later. */
export function useTaps(): Taps {
  const run = useCommand();
  const isLive = useLink().state === 'live';
  const [taps, setTaps] = useState<readonly Tap[]>([]);
  const [isRefusedOffline, setRefusedOffline] = useState(false);
  const [backError, setBackError] = useState<AppError | null>(null);
  const lastId = useRef(0);

  /** True where the desk is there; what was said of the last tap is over. */
  function begin(): boolean {
    setRefusedOffline(!isLive);
    setBackError(null);
    return isLive;
  }

  return {
    taps,
    isRefusedOffline: isRefusedOffline && !isLive,
    backError,
    answer(input, product) {
      if (!begin()) return;
      lastId.current += 1;
      const id = lastId.current;
      const tap = { id, input, product, seq: null, receivedTs: null, error: null };
      setTaps((held) => [...held, tap].slice(-20));
      void run('assist.answer', input).then((result) => {
        const said = result.ok
          ? { seq: result.value.seq, receivedTs: Date.now() }
          : { error: result.error };
        setTaps((held) => held.map((each) => (each.id === id ? { ...each, ...said } : each)));
      });
    },
    takeBack(seq) {
      if (!begin()) return;
      void run('assist.takeBack', { answerSeq: seq }).then((result) => {
        setBackError(result.ok ? null : result.error);
      });
    },
  };
}
