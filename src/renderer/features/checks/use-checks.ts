import { useEffect, useMemo, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import {
  useBlocks,
  useCues,
  useOutlets,
  useScreens,
  useShelf,
  useSources,
} from '#renderer/store/selectors.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { useRiskFinder } from '#renderer/ui/use-risk-note.ts';
import type { CommandOutput } from '#shared/contract/contract.ts';
import { SCRIPT_PARTS } from '#shared/model/run-of-show.ts';
import { preflight, type FoundCheck } from '#shared/rules/preflight/preflight.ts';

export type Checklist = CommandOutput<'checklist.get'>;
const NO_CLAIMS: readonly string[] = [];
const LOOKED_EVERY_MS = 5_000;

/** The list of the show, read again with every change of the plan; null until it is read. */
export function useChecklist(): Checklist | null {
  const run = useCommand();
  const { revision } = useBlocks();
  const [list, setList] = useState<Checklist | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void run('checklist.get', {}).then((result) => {
      if (isCurrent && result.ok) setList(result.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, revision]);
  return list;
}

/** What the desk looks at by itself, as the room stands now. */
export function useChecks(): readonly FoundCheck[] {
  const sources = useSources();
  const { screens } = useScreens();
  const { outlets } = useOutlets();
  const { items } = useShelf();
  const { blocks } = useBlocks();
  const phrases = useRiskyPhrases();
  const wallNow = useWallNow(LOOKED_EVERY_MS);
  return preflight({ sources, screens, outlets, items, blocks, phrases, wallNow });
}

/** Of scripts, cues and product texts: looked through once for each change of them. */
function useRiskyPhrases() {
  const run = useCommand();
  const { revision } = useBlocks();
  const { deck } = useCues();
  const { items } = useShelf();
  const find = useRiskFinder(NO_CLAIMS);
  const [said, setSaid] = useState<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void run('plan.get', {}).then((result) => {
      if (!isCurrent || !result.ok) return;
      setSaid(
        result.value.blocks.flatMap(({ script, node, giveaway, fallback }) => [
          ...SCRIPT_PARTS.map((part) => script[part]),
          node,
          giveaway,
          fallback,
        ]),
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [run, revision]);
  return useMemo(() => {
    const texts = [
      ...said,
      ...deck.map(({ text }) => text),
      ...items.flatMap((item) => [item.name, item.benefit, item.say, ...parts(item)]),
    ];
    return texts.flatMap((text) =>
      text === ''
        ? []
        : find(text).map(({ entry, from, to }) => ({
            phrase: text.slice(from, to),
            isBanned: entry.level === 'ban',
          })),
    );
  }, [said, deck, items, find]);
}

function parts(item: Readonly<Record<(typeof SCRIPT_PARTS)[number], string>>): readonly string[] {
  return SCRIPT_PARTS.map((part) => item[part]);
}
