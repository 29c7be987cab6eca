import type { ShelfItem } from '../../model/product.ts';
import type { Block, BlockScript } from '../../model/run-of-show.ts';
import { priceLadder } from '../price-ladder.ts';

/** What there is to say, in the order in which it is said; the price stands before the call to action. */
export const PROMPTER_LABELS = [
  'say',
  'hook',
  'look',
  'story',
  'value',
  'price',
  'callToAction',
] as const;
export type PrompterLabel = (typeof PROMPTER_LABELS)[number];

/** What the words are taken from. */
export type PromptedProduct = Pick<
  ShelfItem,
  | 'currency'
  | 'listPriceMinor'
  | 'priceMinor'
  | 'couponPriceMinor'
  | Exclude<PrompterLabel, 'price'>
> & { readonly productId: number };

export type PrompterPart = {
  readonly label: PrompterLabel;
  /** Empty for the price, which each screen writes in its own language. */
  readonly text: string;
  /** Weighed characters before it and up to its end. */
  readonly from: number;
  readonly to: number;
};

export type PrompterDocument = {
  /** The same on every screen that shows the same words and the same price. */
  readonly key: string;
  readonly productId: number | null;
  readonly parts: readonly PrompterPart[];
  readonly length: number;
  /** Where an unsaid price holds the text; null: it has none. */
  readonly gate: number | null;
};

/** What a price takes to be said, in weighed characters: two or three seconds. */
const PRICE_LENGTH = 12;
/** A letter of a word against a Han character: 220 of these a minute are about 155 English words. */
const LETTER_WEIGHT = 0.25;
const HAN = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]/;

/**
 * The running block's own words; null where it has none, and where something else is on the shelf than
 * it is about.
 */
export function scriptNow(
  block: Pick<Block, 'productIds' | 'script'> | null,
  item: PromptedProduct | null,
): BlockScript | null {
  if (block === null || block.script === null) return null;
  const { productIds } = block;
  const isAbout =
    item === null || productIds.length === 0 || productIds.some((id) => id === item.productId);
  return isAbout ? block.script : null;
}

/** How long a text is to read aloud, counted in Han characters. */
export function readingLength(text: string): number {
  let length = 0;
  for (const character of text) length += HAN.test(character) ? 1 : LETTER_WEIGHT;
  return length;
}

/** The words for what is on the shelf and for the block that runs; what its script has not, the card has. */
export function prompterDocument(
  item: PromptedProduct | null,
  script: BlockScript | null,
): PrompterDocument {
  const texts: Record<Exclude<PrompterLabel, 'price'>, string> = {
    say: item?.say ?? '',
    hook: script?.hook || (item?.hook ?? ''),
    look: script?.look || (item?.look ?? ''),
    story: script?.story || (item?.story ?? ''),
    value: script?.value || (item?.value ?? ''),
    callToAction: script?.callToAction || (item?.callToAction ?? ''),
  };
  const ladder = item === null ? null : priceLadder(item);
  const parts: PrompterPart[] = [];
  let length = 0;
  let gate: number | null = null;
  for (const label of PROMPTER_LABELS) {
    const text = label === 'price' ? '' : texts[label].trim();
    const isMissing = label === 'price' ? (ladder?.nowMinor ?? null) === null : text === '';
    if (isMissing) continue;
    const to = length + (label === 'price' ? PRICE_LENGTH : readingLength(text));
    parts.push({ label, text, from: length, to });
    if (label === 'price') gate = to;
    length = to;
  }
  const words = parts.map(({ label, text }) => `${label}\u0000${text}`).join('\u0001');
  const price = ladder === null ? '' : JSON.stringify([item?.currency, ladder]);
  const productId = item?.productId ?? null;
  const key = length === 0 ? '' : `${String(productId ?? 0)}.${hashOf(`${words}\u0002${price}`)}`;
  return { key, productId, parts, length, gate };
}

/** FNV-1a of the UTF-16 units, 32 bits: tells two documents apart, keeps nothing secret. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
