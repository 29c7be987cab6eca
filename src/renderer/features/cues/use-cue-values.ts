import { useMemo } from 'react';

import type { CueCard } from '#shared/model/cue.ts';
import { blockTime } from '#shared/rules/block-time.ts';
import type { CueValues } from '#shared/rules/cue-text/fill-cue.ts';
import { cueValues } from '#shared/rules/cue-text/cue-values.ts';
import { languageOfText } from '#shared/rules/cue-text/text-language.ts';
import { thanksValues } from '#shared/rules/thanks/thanks-text.ts';
import {
  useBlocks,
  useLibrary,
  useMetrics,
  useQuestions,
  useShelf,
  useThanks,
} from '#renderer/store/selectors.ts';
import { useApprovedAnswers } from '#renderer/store/use-approved-answers.ts';
import { useShowNow } from '#renderer/store/use-now.ts';

const MINUTE_MS = 60_000;

/** What the room knows just now that this card can say, as the core would fill it in. */
export function useCueValues(card: Pick<CueCard, 'text' | 'language' | 'productId'>): CueValues {
  const { text, language, productId } = card;
  const { items, current } = useShelf();
  const metrics = useMetrics();
  const { blocks, currentId } = useBlocks();
  const { anchors, currentAnchorId } = useLibrary();
  const thanks = useThanks();
  const owed = useQuestions().open.find(({ isDebt }) => isDebt)?.text ?? null;
  const approved = useApprovedAnswers();
  const nowTs = useShowNow(MINUTE_MS / 4);
  return useMemo(() => {
    const shown = productId ?? (current?.state === 'on_shelf' ? current.productId : null);
    const block = blocks.find(({ id }) => id === currentId);
    const hasPlan = block !== undefined && block.startedTs !== null && block.plannedMs > 0;
    const facts = {
      product: items.find((item) => item.productId === shown) ?? null,
      metrics,
      minutesLeft:
        !hasPlan || block.startedTs === null || nowTs === null
          ? null
          : blockTime(block, nowTs).leftMs / MINUTE_MS,
      question: owed,
      answer: owed === null ? null : (approved.find(owed)?.answer ?? null),
      anchor: anchors.find(({ id }) => id === currentAnchorId)?.name ?? null,
    };
    const spoken = languageOfText(text, language);
    const [due] = thanks;
    return { ...cueValues(facts, spoken), ...(due === undefined ? {} : thanksValues(due, spoken)) };
  }, [
    anchors,
    approved,
    blocks,
    current,
    currentAnchorId,
    currentId,
    items,
    language,
    metrics,
    nowTs,
    owed,
    productId,
    text,
    thanks,
  ]);
}
