import { z } from 'zod';

import { GroupId } from './ids.ts';

export const GROUP_NAME_MAX = 40;
/** Most groups of one shelf. */
export const GROUPS_MAX = 100;

/**
 * A group of a show's shelf (货架分组): a name that some of its products bear, each product at most one.
 * It has no place of its own and gives nobody a number.
 */
export const ShelfGroup = z.strictObject({ id: GroupId, name: z.string() });
export type ShelfGroup = z.infer<typeof ShelfGroup>;

/** A product that got another link number, and which. */
export const Renumbered = z.strictObject({ from: z.int(), to: z.int() });
export type Renumbered = z.infer<typeof Renumbered>;

/** The last change of the groups, as long as it can be taken back. */
export const GroupChange = z.strictObject({
  changeId: z.int(),
  kind: z.enum(['made', 'renamed', 'dissolved', 'assigned', 'takenOut', 'gathered']),
  /** The group's name after it; empty where products of several groups were taken out. */
  name: z.string(),
  /** Products it was about. */
  count: z.int().min(0),
  /** What changed its link number, in the order of the new ones: none but where a group is gathered. */
  renumbered: z.array(Renumbered),
});
export type GroupChange = z.infer<typeof GroupChange>;
