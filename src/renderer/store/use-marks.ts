import { useMemo } from 'react';

import type { Mark } from '#shared/model/metrics.ts';
import type { Slip } from '#shared/model/slip.ts';

import { useRoomSlips, useToldMarks } from './selectors.ts';

/** The show's marks: of spoken slips those that stand, by what is known of them now. */
export function useMarks(): readonly Mark[] {
  const marks = useToldMarks();
  const { slips } = useRoomSlips();
  return useMemo(() => standingMarks(marks, slips), [marks, slips]);
}

function standingMarks(marks: readonly Mark[], slips: readonly Slip[]): readonly Mark[] {
  if (!marks.some(({ kind }) => kind === 'slip')) return marks;
  const words = new Map(slips.map(({ seq, word }) => [seq, word]));
  return marks.flatMap((mark) => {
    if (mark.kind !== 'slip') return mark;
    const label = words.get(mark.seq);
    return label === undefined ? [] : { ...mark, label };
  });
}
