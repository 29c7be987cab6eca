import { z } from 'zod';

import { GroupId, ProductId } from '../model/ids.ts';

const desk = ['desk'] as const;
const none = z.strictObject({});

/** As it was typed; how long it may be is said by `groupNameOf`. */
const GroupName = z.string().max(10_000);
const ProductIds = z.array(ProductId).min(1).max(999);

/**
 * The part of the contract about groups of this show's shelf. None but `shelf.gatherGroup`, and an undo
 * of it, changes a link number. Each is refused with show_not_running without a show that has not ended.
 */
export const groupCommands = {
  /**
   * Makes a group of products of the shelf; what was in another leaves it. Refused: text_missing,
   * text_too_long, group_exists, unknown_product, too_many.
   */
  'shelf.makeGroup': {
    input: z.strictObject({ groupName: GroupName, productIds: ProductIds }),
    output: z.strictObject({ groupId: GroupId }),
    callers: desk,
  },
  /** Refused: unknown_group, text_missing, text_too_long, group_exists. */
  'shelf.renameGroup': {
    input: z.strictObject({ groupId: GroupId, groupName: GroupName }),
    output: none,
    callers: desk,
  },
  /** Its products stay where they are. Refused: unknown_group. */
  'shelf.dissolveGroup': {
    input: z.strictObject({ groupId: GroupId }),
    output: none,
    callers: desk,
  },
  /** Null: out of whatever group they are in. Refused: unknown_group, unknown_product. */
  'shelf.assignGroup': {
    input: z.strictObject({ groupId: GroupId.nullable(), productIds: ProductIds }),
    output: none,
    callers: desk,
  },
  /**
   * Products of the group come to stand one after the other, behind its first. `renumbered`: how many
   * link numbers change by it, as the operator was shown. Refused: unknown_group, and shelf_changed
   * where it would be others by now.
   */
  'shelf.gatherGroup': {
    input: z.strictObject({ groupId: GroupId, renumbered: z.int().min(0).max(999) }),
    output: none,
    callers: desk,
  },
  /**
   * Takes the last change of the groups back, one after the other. Refused: nothing_to_undo,
   * shelf_changed where shelf or groups were changed since or a product was pushed.
   */
  'shelf.undoGroups': { input: z.strictObject({ changeId: z.int() }), output: none, callers: desk },
} as const;
