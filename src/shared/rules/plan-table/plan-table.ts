import type { BlockPlan, LoopedGroup } from '../../model/run-of-show.ts';
import type { Language } from '../../model/settings.ts';
import { lengthText } from './length-text.ts';
import { planHeadings } from './plan-columns.ts';
import { loopText, roleWord, ruleWord } from './plan-words.ts';

export type PlanTableInput = {
  readonly blocks: readonly BlockPlan[];
  readonly loops: readonly LoopedGroup[];
  /** Codes of products by id. */
  readonly codeOf: (productId: number) => string;
};

/** A plan as rows of a table, headings first; read again it is the same plan. */
export function planTable(
  { blocks, loops, codeOf }: PlanTableInput,
  language: Language,
): readonly (readonly string[])[] {
  const loopOf = new Map(loops.map(({ name, loop }) => [name, loopText(loop)]));
  const rows = blocks.map((block) => [
    block.title,
    roleWord(block.role, language),
    lengthText(block.plannedMs),
    block.productIds.map(codeOf).join('\n'),
    block.owner,
    block.script.hook,
    block.script.look,
    block.script.story,
    block.script.value,
    block.script.callToAction,
    block.node,
    block.giveaway,
    block.fallback,
    ruleWord(block.rule, language),
    block.group,
    loopOf.get(block.group) ?? '',
  ]);
  return [planHeadings(language), ...rows];
}
