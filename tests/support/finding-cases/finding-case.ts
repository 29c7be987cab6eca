import type { QuietDetector } from '#shared/model/finding.ts';

import type { ShowPatch } from '../finding-show.ts';

/** A show in which a detector finds something, and shows that only look like it, each with its reason. */
export type FindingCase = {
  readonly show: ShowPatch;
  /** What of the first finding must be so. */
  readonly finds: object;
  /** What its evidence must hold, each in one line. */
  readonly evidence: readonly object[];
  readonly misses: Readonly<
    Record<string, { readonly show: ShowPatch; readonly reason: QuietDetector['reason'] }>
  >;
};
