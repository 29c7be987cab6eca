import type { AssistantAnswer, TeamGuard } from '../../model/assistant.ts';
import { isOpenProblem, stands } from './fold-answers.ts';

/**
 * Which of the chosen guards stop a push of a product, by what assistants answered in this show, oldest
 * first. A problem that names no product stops every one. The last word on a coupon holds; stock is told
 * by pieces that came, and taken back by the product being sold out after that.
 */
export function teamGuards(
  answers: readonly AssistantAnswer[],
  chosen: readonly TeamGuard[],
  productId: number,
): TeamGuard[] {
  if (chosen.length === 0) return [];
  const own = answers.filter((answer) => stands(answer) && answer.productId === productId);
  const lastOf = (...kinds: readonly AssistantAnswer['answer'][]): string | null =>
    own.findLast(({ answer }) => kinds.includes(answer))?.answer ?? null;
  const stops: Readonly<Record<TeamGuard, () => boolean>> = {
    team_problem: () =>
      answers.some(
        (answer) =>
          isOpenProblem(answer) && (answer.productId === null || answer.productId === productId),
      ),
    team_coupon: () => lastOf('coupon_on', 'coupon_off') !== 'coupon_on',
    team_stock: () => lastOf('stock_added', 'sold_out') !== 'stock_added',
  };
  return chosen.filter((guard) => stops[guard]());
}
