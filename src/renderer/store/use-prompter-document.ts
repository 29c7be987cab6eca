import { useMemo } from 'react';

import {
  prompterDocument,
  type PrompterDocument,
  scriptNow,
} from '#shared/rules/prompter/prompter-document.ts';

import { useBlocks, useShelf } from './selectors.ts';

/** What there is to say now, as the core works it out too: from the shelf and the block that runs. */
export function usePrompterDocument(): PrompterDocument {
  const { items, current } = useShelf();
  const { blocks, currentId } = useBlocks();
  const item = items.find(({ productId }) => productId === current?.productId) ?? null;
  const block = blocks.find(({ id }) => id === currentId) ?? null;
  return useMemo(() => prompterDocument(item, scriptNow(block, item)), [item, block]);
}
