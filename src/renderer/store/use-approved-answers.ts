import { useMemo } from 'react';

import { ApprovedAnswers } from '#shared/rules/answers/approved-answers.ts';

import { useAnswers } from './selectors.ts';

/** Finds the approved answer to what somebody asks, as answers stand now. */
export function useApprovedAnswers(): ApprovedAnswers {
  const { answers } = useAnswers();
  return useMemo(() => new ApprovedAnswers(answers), [answers]);
}
