/**
 * `1,4,7`: link numbers in an order, each once; null where it is none of that, or a single number.
 * Commas, full-width ones, 、 and spaces part them.
 */
export function parseLinkList(typed: string): readonly number[] | null {
  const words = typed
    .normalize('NFKC')
    .split(/[\s,、;]+/u)
    .filter((word) => word !== '');
  if (words.length < 2 || !words.every((word) => /^[1-9]\d{0,2}$/.test(word))) return null;
  const numbers = words.map(Number);
  return new Set(numbers).size === numbers.length ? numbers : null;
}

/** The order with these first, as they were given; what is in none of both is left out. */
export function putFirst<Id>(order: readonly Id[], first: readonly Id[]): readonly Id[] {
  const known = new Set(order);
  const chosen = new Set(first);
  return [...first.filter((id) => known.has(id)), ...order.filter((id) => !chosen.has(id))];
}
