import type { CueCard } from '#shared/model/cue.ts';
import type { AnchorId } from '#shared/model/ids.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import { cueValues, type CueFacts } from '#shared/rules/cue-text/cue-values.ts';
import { fillCue, isReadyCue } from '#shared/rules/cue-text/fill-cue.ts';
import { languageOfText } from '#shared/rules/cue-text/text-language.ts';
import { CUE_TEXT_MAX } from '#shared/model/cue.ts';
import type { ProposableCard } from '#shared/rules/cue-triggers/trigger-moment.ts';

export type DeckSurroundings = {
  readonly items: readonly ShelfItem[];
  readonly onShelf: number | null;
  readonly anchorId: AnchorId | null;
  readonly facts: Omit<CueFacts, 'product'>;
  readonly liftOf: (cardId: number) => number | null;
};

/** Cards of the deck with what is known filled in: of their own product, else of what is on. */
export function deckNow(
  deck: readonly CueCard[],
  { items, onShelf, anchorId, facts, liftOf }: DeckSurroundings,
): readonly ProposableCard[] {
  return deck.map(({ id, kind, text, productId, language, favouriteOf }) => {
    const of = productId ?? onShelf;
    const product = items.find((item) => item.productId === of) ?? null;
    const filled = fillCue(text, cueValues({ ...facts, product }, languageOfText(text, language)));
    return {
      id,
      kind,
      text: filled.text,
      productId,
      isReady: isReadyCue(filled) && filled.text.length <= CUE_TEXT_MAX,
      isFavourite: anchorId !== null && favouriteOf.includes(anchorId),
      lift: liftOf(id),
    };
  });
}
