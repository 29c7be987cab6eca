import { createContext, useContext } from 'react';

/** What was pasted where one line belongs; `html` null where the clipboard has none. */
export type PastedText = { readonly text: string; readonly html: string | null };

/** Takes a table that no field takes. */
type TakeTable = (pasted: PastedText) => void;

const PasteOfferContext = createContext<TakeTable | null>(null);

/** Stands around what can offer a place for pasted tables; null where there is none. */
export const PasteOfferProvider = PasteOfferContext;

export function usePasteOffer(): TakeTable | null {
  return useContext(PasteOfferContext);
}
