import type { ProductId } from '#shared/model/ids.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import type { ShelfGroup } from '#shared/model/shelf-group.ts';
import { scatteredGroups } from '#shared/rules/shelf-groups.ts';

/** Stands above each run of products of a group; a group that is scattered has several. */
export type GroupLine = {
  readonly kind: 'group';
  readonly key: string;
  readonly group: ShelfGroup;
  /** The products below it. */
  readonly run: readonly ShelfItem[];
  /** Products of the group on the whole shelf. */
  readonly total: number;
  readonly isFolded: boolean;
  readonly isScattered: boolean;
};

export type ProductLine = {
  readonly kind: 'product';
  readonly key: string;
  readonly item: ShelfItem;
  /** The last of its run of a group. */
  readonly isRunEnd: boolean;
};

export type ShelfLine = GroupLine | ProductLine;

type GroupedShelf = {
  readonly items: readonly ShelfItem[];
  readonly groups: readonly ShelfGroup[];
};

/**
 * What the list draws: the products in their order, a header where a run of one group begins, and
 * last the groups without products. What is looked for is shown, folded or not.
 */
export function shelfLines(
  shown: readonly ShelfItem[],
  { items, groups }: GroupedShelf,
  folded: ReadonlySet<number>,
  isFiltered: boolean,
): readonly ShelfLine[] {
  if (groups.length === 0) return shown.map((item) => productLine(item, false));
  const byId = new Map(groups.map((group) => [group.id, group]));
  const totals = new Map<number, number>();
  for (const { groupId } of items) {
    if (groupId !== null) totals.set(groupId, (totals.get(groupId) ?? 0) + 1);
  }
  const scattered = scatteredGroups(items);
  const header = (group: ShelfGroup, part: number, run: readonly ShelfItem[]): GroupLine => ({
    kind: 'group',
    key: `group-${group.id}-${part}`,
    group,
    run,
    total: totals.get(group.id) ?? 0,
    isFolded: !isFiltered && folded.has(group.id),
    isScattered: scattered.has(group.id),
  });
  const parts = new Map<number, number>();
  const lines = runsOf(shown).flatMap((run): readonly ShelfLine[] => {
    const groupId = run[0]?.groupId ?? null;
    const group = groupId === null ? undefined : byId.get(groupId);
    if (group === undefined) return run.map((item) => productLine(item, false));
    const part = parts.get(group.id) ?? 0;
    parts.set(group.id, part + 1);
    const line = header(group, part, run);
    if (line.isFolded) return [line];
    const last = run.at(-1);
    return [line, ...run.map((item) => productLine(item, item === last))];
  });
  const empty = isFiltered ? [] : groups.filter(({ id }) => !totals.has(id));
  return [...lines, ...empty.map((group) => header(group, 0, []))];
}

/** Products that stand one after the other and are of one group, or of none. */
function runsOf(shown: readonly ShelfItem[]): readonly (readonly ShelfItem[])[] {
  const runs: ShelfItem[][] = [];
  for (const item of shown) {
    const last = runs.at(-1);
    if (last?.[0]?.groupId === item.groupId) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

function productLine(item: ShelfItem, isRunEnd: boolean): ProductLine {
  return { kind: 'product', key: `product-${item.productId}`, item, isRunEnd };
}

/**
 * The product whose place a step up or down leads to; a folded run is one step. Null at the ends, and
 * for a line that is no product.
 */
export function stepTarget(
  lines: readonly ShelfLine[],
  from: number,
  step: -1 | 1,
): ProductId | null {
  for (let at = from + step; at >= 0 && at < lines.length; at += step) {
    const line = lines[at];
    if (line?.kind === 'product') return line.item.productId;
    if (line?.kind === 'group' && line.isFolded) {
      return line.run.at(step === 1 ? -1 : 0)?.productId ?? null;
    }
  }
  return null;
}
