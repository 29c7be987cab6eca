import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';

import { useQuestions } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import type { Question } from '#shared/model/question.ts';
import { urgentQuestions } from '#shared/rules/questions/urgent-questions.ts';

import { useHandHold } from './use-hand-hold.ts';

/** Rows above the messages: more would take too much of their room. */
const SHOWN = 3;
/** What is urgent may change this often; the ages go on by the second. */
const JUDGED_EVERY_MS = 10_000;

/** The open questions that press most, as they stand in the list. */
export function useUrgentQuestions(): readonly Question[] {
  const { open } = useQuestions();
  const nowTs = useShowNow(JUDGED_EVERY_MS);
  return useMemo(() => {
    const lastTs = Math.max(0, ...open.map((question) => question.lastTs));
    return urgentQuestions(open, nowTs ?? lastTs, SHOWN);
  }, [open, nowTs]);
}

/** The same, each where it stood while a hand is on them: one that was answered meanwhile says so. */
export function useStillUrgent(element: RefObject<HTMLElement | null>): readonly Question[] {
  const { open, answered } = useQuestions();
  const urgent = useUrgentQuestions();
  const shown = useRef(urgent);
  const held = useHandHold(element, () => shown.current);
  const rows =
    held === null
      ? urgent
      : held.map((row) => [...open, ...answered].find(({ id }) => id === row.id) ?? row);
  useLayoutEffect(() => {
    shown.current = rows;
  });
  return rows;
}

/** For how many rows there is room: as many as there are, unless nothing may move now. */
export function usePlaces(rows: number, isStill: boolean): number {
  const [places, setPlaces] = useState(rows);
  if (!isStill && places !== rows) setPlaces(rows);
  return places;
}
