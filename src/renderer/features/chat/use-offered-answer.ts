import { useEffect, useRef } from 'react';

import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useApprovedAnswers } from '#renderer/store/use-approved-answers.ts';

interface OfferedAnswer {
  /** What stands in the field is the approved answer, word by word. */
  readonly isOffered: boolean;
  /** Takes it out of the field again; what somebody typed stays. */
  takeBack(): void;
}

/**
 * Writes the approved answer into the empty field where a message is answered, and follows it as long
 * as nobody has changed it there.
 *
 * @param question words of the message that is answered; null where none is.
 */
export function useOfferedAnswer(question: string | null): OfferedAnswer {
  const answers = useApprovedAnswers();
  const text = useDeskStore((state) => state.chatDraft);
  const setText = useDeskStore((state) => state.setChatDraft);
  const answer = question === null ? null : (answers.find(question)?.answer ?? null);
  const offered = useRef<string | null>(null);

  useEffect(() => {
    const draft = useDeskStore.getState().chatDraft;
    if (draft !== '' && draft !== offered.current) return;
    offered.current = answer;
    setText(answer ?? '');
  }, [question, answer, setText]);

  return {
    isOffered: answer !== null && text === answer,
    takeBack() {
      if (answer !== null && useDeskStore.getState().chatDraft === answer) setText('');
    },
  };
}
