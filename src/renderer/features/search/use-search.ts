import { useCallback, useEffect, useId, useRef, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { SearchDraft, SearchSpan } from '#renderer/store/search-draft.ts';
import { useData } from '#renderer/store/selectors.ts';
import { SEARCH_TEXT_MAX } from '#shared/model/search.ts';
import type { AppError } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';

const PAGE = 50;
const HOUR_MS = 3_600_000;
const SPAN_HOURS: Readonly<Record<SearchSpan, number>> = {
  day: 24,
  week: 7 * 24,
  month: 30 * 24,
  year: 365 * 24,
};

export type Answer = CommandOutput<'search.messages'>;
type Asked = Omit<CommandInput<'search.messages'>, 'searchId' | 'beforeSeq' | 'limit'>;

export type Search = {
  /** The newest that came, of the words of now or of just before; null until something was asked. */
  readonly answer: Answer | null;
  /** What was asked last is not answered yet. */
  readonly isLooking: boolean;
  readonly error: AppError | null;
  /** The next page, behind what is shown. */
  more(): void;
  retry(): void;
};

type State = {
  readonly key: string;
  readonly answer: Answer | null;
  readonly error: AppError | null;
};

const NOTHING: State = { key: '', answer: null, error: null };

/**
 * Asks while somebody types, each change at once: the core gives up what was asked before, and what
 * comes late is passed over. What was found stays until something else is.
 */
export function useSearch(draft: SearchDraft): Search {
  const run = useCommand();
  const searchId = useId();
  const { lastErasedTs } = useData();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State>(NOTHING);
  const isMoreAsked = useRef(false);
  const asked = askedBy(draft);
  const key =
    asked === null ? '' : JSON.stringify([askedWithoutTime(asked, draft), attempt, lastErasedTs]);
  // What is asked is read when the key changes: time goes on, and is no reason to ask again.
  const latest = useRef(asked);
  useEffect(() => {
    latest.current = asked;
  });

  useEffect(() => {
    const wanted = latest.current;
    if (key === '' || wanted === null) return undefined;
    let isCurrent = true;
    void run('search.messages', { ...wanted, searchId, beforeSeq: null, limit: PAGE }).then(
      (result) => {
        if (!isCurrent || (result.ok && result.value.isSuperseded)) return;
        setState((before) =>
          result.ok
            ? { key, answer: result.value, error: null }
            : { key, answer: before.answer, error: result.error },
        );
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [run, searchId, key]);

  const more = useCallback(() => {
    const wanted = latest.current;
    const { answer } = state;
    if (wanted === null || answer === null || answer.next === null || state.key !== key) return;
    if (isMoreAsked.current) return;
    isMoreAsked.current = true;
    void run('search.messages', {
      ...wanted,
      searchId: `${searchId} more`,
      beforeSeq: answer.next,
      limit: PAGE,
    }).then((result) => {
      isMoreAsked.current = false;
      setState((before) => {
        if (before.key !== key || before.answer !== answer) return before;
        if (!result.ok) return { ...before, error: result.error };
        return { key, answer: joined(answer, result.value), error: null };
      });
    });
  }, [run, searchId, state, key]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  if (key === '') return { answer: null, isLooking: false, error: null, more, retry };
  return {
    answer: state.answer,
    isLooking: state.key !== key,
    error: state.key === key ? state.error : null,
    more,
    retry,
  };
}

/** Null: nothing was typed and nothing chosen. */
function askedBy(draft: SearchDraft): Asked | null {
  const { text, name, picked, platform, kind, showId, span } = draft;
  const person = picked?.person ?? (name.trim() === '' ? null : { name });
  const fromTs = span === null ? null : Math.max(0, Date.now() - SPAN_HOURS[span] * HOUR_MS);
  const chosen = [person, platform, kind, showId, fromTs];
  if (text.trim() === '' && chosen.every((one) => one === null)) return null;
  // No message is as long as what somebody may paste.
  const words = text.slice(0, SEARCH_TEXT_MAX);
  return { text: words, person, platform, kind, showId, fromTs, toTs: null };
}

function askedWithoutTime(asked: Asked, { span }: SearchDraft): unknown {
  return { ...asked, fromTs: span };
}

function joined(before: Answer, next: Answer): Answer {
  const known = new Set(before.shows.map(({ id }) => id));
  return {
    ...next,
    hits: [...before.hits, ...next.hits],
    shows: [...before.shows, ...next.shows.filter(({ id }) => !known.has(id))],
  };
}
