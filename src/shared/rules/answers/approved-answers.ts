import type { ApprovedAnswer } from '../../model/approved-answer.ts';
import { likeness, SAME_FROM, topicOf } from '../questions/question-topic.ts';
import { TopicLookup } from '../questions/topic-lookup.ts';

/** Finds the answer to a question by what it means; the product's own comes before the room's. */
export class ApprovedAnswers {
  readonly #ofProduct = new TopicLookup<ApprovedAnswer>();
  readonly #ofRoom = new TopicLookup<ApprovedAnswer>();
  readonly #byWords = new Map<string, ApprovedAnswer>();

  constructor(answers: readonly ApprovedAnswer[]) {
    for (const answer of answers) {
      const key = wordsOf(answer.question);
      const held = this.#byWords.get(key);
      if (held === undefined || held.productId === null) this.#byWords.set(key, answer);
      const topic = topicOf(answer.question);
      if (topic === null) continue;
      (answer.productId === null ? this.#ofRoom : this.#ofProduct).add(topic, answer);
    }
  }

  /** Null where nobody has approved one. */
  find(question: string): ApprovedAnswer | null {
    const same = this.#byWords.get(wordsOf(question)) ?? null;
    if (same !== null && same.productId !== null) return same;
    const topic = topicOf(question);
    if (topic === null) return same;
    return this.#ofProduct.find(topic) ?? same ?? this.#ofRoom.find(topic);
  }
}

/** Whether two questions mean the same: word by word, or by their topics. */
export function asksTheSame(one: string, other: string): boolean {
  if (wordsOf(one) === wordsOf(other)) return true;
  const [a, b] = [topicOf(one), topicOf(other)];
  return a !== null && b !== null && likeness(a, b) >= SAME_FROM;
}

function wordsOf(question: string): string {
  return question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s?？。.!！,，]+/gu, '');
}
