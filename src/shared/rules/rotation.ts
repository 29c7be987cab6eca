/** One product of a rotation and how many times it is pushed in it. */
export type RotationItem = { readonly productId: number; readonly repeats: number };

/**
 * The order of a rotation's pushes: rounds through the list, each product in as many of the first
 * rounds as it has repeats; so nothing is pushed twice before everything was pushed once, and the
 * list's order holds within each round.
 */
export function rotationOrder(items: readonly RotationItem[]): readonly number[] {
  const rounds = Math.max(0, ...items.map(({ repeats }) => repeats));
  return Array.from({ length: rounds }, (_, round) =>
    items.filter(({ repeats }) => repeats > round).map(({ productId }) => productId),
  ).flat();
}

/** `1,4,7x2`: link numbers with their repeats, in order; null where it is none of that. */
export function parseRotation(
  typed: string,
): readonly { readonly linkNumber: number; readonly repeats: number }[] | null {
  const words = typed.split(/[\s,，、;；]+/u).filter((word) => word !== '');
  const items = words.map((word) => {
    const match = /^(\d{1,3})(?:[x×*](\d{1,2}))?$/iu.exec(word);
    return match === null
      ? null
      : { linkNumber: Number(match[1]), repeats: Number(match[2] ?? '1') };
  });
  const good = items.flatMap((item) =>
    item !== null && item.linkNumber > 0 && item.repeats > 0 ? [item] : [],
  );
  const isOnce = new Set(good.map(({ linkNumber }) => linkNumber)).size === good.length;
  return good.length === words.length && good.length > 0 && isOnce ? good : null;
}
