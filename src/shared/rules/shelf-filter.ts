import type { ShelfItem } from '../model/product.ts';
import type { ShelfGroup } from '../model/shelf-group.ts';
import { parseLinkList } from './link-list.ts';
import { groupNameKey } from './shelf-groups.ts';

/**
 * Products whose name or code or whose group's name holds the text, or whose link number begins with
 * it; of `#` and a name those of this group alone; of a list of link numbers these, in its order.
 */
export function filterShelf(
  { items, groups }: { items: readonly ShelfItem[]; groups: readonly ShelfGroup[] },
  text: string,
): readonly ShelfItem[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return items;
  if (wanted.startsWith('#')) {
    const named = groupsNamed(groups, groupNameKey(wanted.slice(1)));
    return items.filter(({ groupId }) => groupId !== null && named.has(groupId));
  }
  const grouped = new Set(
    groups.filter(({ name }) => groupNameKey(name).includes(wanted)).map(({ id }) => id),
  );
  const numbers = parseLinkList(wanted);
  if (numbers !== null) {
    return numbers.flatMap((number) => items.find((item) => item.linkNumber === number) ?? []);
  }
  return items.filter(
    (item) =>
      String(item.linkNumber).startsWith(wanted) ||
      item.name.normalize('NFKC').toLowerCase().includes(wanted) ||
      item.code.toLowerCase().includes(wanted) ||
      (item.groupId !== null && grouped.has(item.groupId)),
  );
}

/** The group of exactly this name; where there is none, those whose name holds it. */
function groupsNamed(groups: readonly ShelfGroup[], key: string): ReadonlySet<number> {
  const exact = groups.filter(({ name }) => groupNameKey(name) === key);
  const holding = groups.filter(({ name }) => groupNameKey(name).includes(key));
  return new Set((exact.length > 0 ? exact : holding).map(({ id }) => id));
}
