import type { CommandOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/contract/app-error.ts';
import type { PastedProduct } from '#shared/contract/product-commands.ts';
import { PASTE_MAX_ROWS } from '#shared/rules/product-paste/paste-fields.ts';
import type { RoomClient } from '#renderer/connection/room-client.ts';

/** Characters of one command: three bytes each at most, so that it stays below what the core takes. */
const COMMAND_CHARS = 500_000;

/**
 * Puts products in one command, or, where they do not fit into one, in parts that the core keeps until
 * the last word: all or nothing in both cases.
 */
export async function putProducts(
  run: RoomClient['run'],
  products: readonly PastedProduct[],
): Promise<Result<CommandOutput<'shelf.putProducts'>>> {
  const parts = partsOf(products);
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return run('shelf.putProducts', { products: only });
  const importId = crypto.randomUUID();
  let from = 0;
  for (const part of parts) {
    const staged = await run('shelf.stageProducts', { importId, from, products: part });
    if (!staged.ok) return staged;
    from += part.length;
  }
  return run('shelf.putStaged', { importId, count: products.length });
}

function partsOf(products: readonly PastedProduct[]): PastedProduct[][] {
  const parts: PastedProduct[][] = [];
  let part: PastedProduct[] = [];
  let chars = 0;
  for (const product of products) {
    const size = JSON.stringify(product).length;
    if (part.length > 0 && (chars + size > COMMAND_CHARS || part.length === PASTE_MAX_ROWS)) {
      parts.push(part);
      part = [];
      chars = 0;
    }
    part.push(product);
    chars += size;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}
