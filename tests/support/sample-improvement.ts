import type { z } from 'zod';

import { ImprovementItem } from '#shared/model/improvement.ts';

/** An item that a review asked for after twenty minutes without a cue. */
export function sampleImprovement(
  patch: Partial<z.input<typeof ImprovementItem>> = {},
): ImprovementItem {
  return ImprovementItem.parse({
    id: 3,
    showId: 7,
    showTitle: 'Autumn linen night',
    findingId: null,
    problem: 'Twenty minutes in silence',
    evidence: 'No cue from 20:10 to 20:30',
    cause: 'people',
    scheme: 'A cue every five minutes',
    owner: 'Lin',
    dueTs: null,
    proving: {
      metric: 'silenceShare',
      productId: null,
      cardId: null,
      direction: 'down',
      baseline: 0.45,
      goal: 0.2,
    },
    subject: '',
    baselineError: 0,
    currency: null,
    state: 'open',
    createdTs: 1,
    changedTs: 1,
    ...patch,
  });
}
