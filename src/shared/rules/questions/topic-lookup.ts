import { likeness, SAME_FROM, weightOf } from './question-topic.ts';
import type { QuestionTopic } from './topic.ts';

/** Of those that share a rare word, so many are compared at most: what a line costs is bounded. */
const COMPARED_MAX = 200;

type Held<T> = { readonly topic: QuestionTopic; readonly value: T };

/**
 * Finds what means the same among thousands of questions without comparing with each: by the words
 * of which at least one must be shared for the likeness to be reached, the rarest first.
 */
export class TopicLookup<T> {
  readonly #byWord = new Map<string, Set<Held<T>>>();
  readonly #held = new Map<T, Held<T>>();
  #compared = 0;

  get size(): number {
    return this.#held.size;
  }

  /** Comparisons made so far. */
  get compared(): number {
    return this.#compared;
  }

  /** The most alike that means the same; the older one where two are equally alike. Null for none. */
  find(topic: QuestionTopic): T | null {
    let best: Held<T> | null = null;
    let bestLikeness = 0;
    let left = COMPARED_MAX;
    const seen = new Set<Held<T>>();
    for (const postings of this.#probes(topic)) {
      for (const candidate of postings) {
        if (seen.has(candidate)) continue;
        if (left === 0) return best?.value ?? null;
        left -= 1;
        seen.add(candidate);
        this.#compared += 1;
        const found = likeness(topic, candidate.topic);
        if (found < SAME_FROM || found <= bestLikeness) continue;
        best = candidate;
        bestLikeness = found;
        if (found === 1) return best.value;
      }
    }
    return best?.value ?? null;
  }

  add(topic: QuestionTopic, value: T): void {
    const held = { topic, value };
    this.#held.set(value, held);
    for (const key of keysOf(topic)) {
      const postings = this.#byWord.get(key);
      if (postings === undefined) this.#byWord.set(key, new Set([held]));
      else postings.add(held);
    }
  }

  remove(value: T): void {
    const held = this.#held.get(value);
    if (held === undefined) return;
    this.#held.delete(value);
    for (const key of keysOf(held.topic)) {
      const postings = this.#byWord.get(key);
      postings?.delete(held);
      if (postings?.size === 0) this.#byWord.delete(key);
    }
  }

  /**
   * Postings of the rarest words: as soon as those not yet looked at weigh too little to reach the
   * likeness alone, nothing that means the same can be left.
   */
  *#probes(topic: QuestionTopic): Generator<ReadonlySet<Held<T>>> {
    const words = [...topic.words].map((word) => ({
      word,
      postings: this.#byWord.get(keyOf(topic, word)),
    }));
    words.sort((a, b) => (a.postings?.size ?? 0) - (b.postings?.size ?? 0));
    const needed = SAME_FROM * topic.weight;
    let rest = topic.weight;
    for (const { word, postings } of words) {
      if (rest < needed) return;
      rest -= weightOf(word);
      if (postings !== undefined) yield postings;
    }
  }
}

function keyOf({ language, exact }: QuestionTopic, word: string): string {
  return `${language}\n${exact}\n${word}`;
}

function keysOf(topic: QuestionTopic): readonly string[] {
  return [...topic.words].map((word) => keyOf(topic, word));
}
