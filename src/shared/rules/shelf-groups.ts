import { fail, ok, type Result } from '../contract/app-error.ts';
import { GROUP_NAME_MAX } from '../model/shelf-group.ts';
import { normaliseChat } from './chat-tags/normalise.ts';

/** Turn the words around them round, or break the line: nothing of it belongs into a name. */
const TURNING = /[\u{200E}\u{200F}\u{061C}\u{202A}-\u{202E}\u{2066}-\u{2069}\p{Cc}]/gu;
/** What says in a table that a product is in none: no name of a group. */
export const NO_GROUP = /^[-–—]+$/;
const BLANKS = /[\s\u{2028}\u{2029}]+/gu;

/**
 * A group's name as it is kept: one line, without blanks at its ends. Refused: text_missing where
 * nothing of it could be seen or it is a dash, text_too_long.
 */
export function groupNameOf(typed: string): Result<string> {
  const name = typed.replace(BLANKS, ' ').replace(TURNING, '').trim().normalize('NFC');
  if (normaliseChat(name) === '' || NO_GROUP.test(name)) {
    return fail('text_missing', { what: 'groupName' });
  }
  if (name.length > GROUP_NAME_MAX) {
    return fail('text_too_long', { what: 'groupName', max: GROUP_NAME_MAX, given: name.length });
  }
  return ok(name);
}

/** Two names that look alike are one: width and case of letters do not tell groups apart. */
export function groupNameKey(name: string): string {
  return name.normalize('NFKC').replace(BLANKS, ' ').trim().toLowerCase();
}

type Placed = {
  readonly productId: number;
  readonly linkNumber: number;
  readonly groupId: number | null;
};

export type NewNumber = {
  readonly productId: number;
  readonly from: number;
  readonly to: number;
};

/**
 * Whose link number changes when a group's products come to stand one after the other (归拢), behind
 * its first: the numbers in use stay the same ones, everything else keeps its order, and what need not
 * move keeps its number. Empty where they stand so already. In the order of the new numbers.
 */
export function gatheredNumbers(items: readonly Placed[], groupId: number): readonly NewNumber[] {
  const byNumber = items.toSorted((a, b) => a.linkNumber - b.linkNumber);
  const first = byNumber.findIndex((item) => item.groupId === groupId);
  if (first === -1) return [];
  const behind = byNumber.slice(first);
  const order = [
    ...byNumber.slice(0, first),
    ...behind.filter((item) => item.groupId === groupId),
    ...behind.filter((item) => item.groupId !== groupId),
  ];
  return order.flatMap(({ productId, linkNumber: from }, index) => {
    const to = byNumber[index]?.linkNumber ?? from;
    return to === from ? [] : [{ productId, from, to }];
  });
}

/** Groups whose products do not stand one after the other; `items` in the order of their numbers. */
export function scatteredGroups(items: readonly Pick<Placed, 'groupId'>[]): ReadonlySet<number> {
  const begun = new Set<number>();
  const scattered = new Set<number>();
  let before: number | null = null;
  for (const { groupId } of items) {
    if (groupId !== null && groupId !== before) {
      if (begun.has(groupId)) scattered.add(groupId);
      begun.add(groupId);
    }
    before = groupId;
  }
  return scattered;
}
