import type { TriggerRule } from '../../model/cue-trigger.ts';
import { normaliseChat } from '../chat-tags/normalise.ts';
import { tagLine } from '../chat-tags/tag-line.ts';
import type { SaidLine } from './trigger-moment.ts';

const MINUTE_MS = 60_000;
/** Longest window a rule may have. */
const HELD_MS = 30 * MINUTE_MS;
/** Lines a second that are read; a flood beyond says nothing more of what people want. */
const READ_PER_SECOND = 200;

type SaidWord = { readonly ts: number; readonly person: string };

/** Who said which of the rules' words, and who complained, within the longest window. */
export class SaidWords {
  #words = new Map<string, string>();
  readonly #said = new Map<string, SaidWord[]>();
  #complaints: SaidWord[] = [];
  #isComplaintWanted = false;
  #second = { at: -1, count: 0 };

  setRules(rules: readonly TriggerRule[]): void {
    const words = rules.flatMap(({ isOn, test }) =>
      isOn && test.kind === 'keyword' ? test.words : [],
    );
    this.#words = new Map(words.map((word) => [word, normaliseChat(word)]));
    this.#isComplaintWanted = rules.some(({ isOn, test }) => isOn && test.kind === 'complaint');
    for (const word of this.#said.keys()) if (!this.#words.has(word)) this.#said.delete(word);
  }

  hear({ ts, person, text }: SaidLine): void {
    // Who cannot be told apart cannot be counted as people.
    if (person === null || !this.#isRead(ts)) return;
    const line = normaliseChat(text);
    if (line === '') return;
    for (const [word, normal] of this.#words) {
      if (normal !== '' && line.includes(normal)) this.#add(word, { ts, person });
    }
    if (this.#isComplaintWanted && tagLine(line).tags.includes('complaint')) {
      this.#complaints.push({ ts, person });
    }
  }

  forget(nowTs: number): void {
    for (const held of [...this.#said.values(), this.#complaints]) {
      const from = held.findIndex(({ ts }) => nowTs - ts < HELD_MS);
      held.splice(0, from === -1 ? held.length : from);
    }
  }

  /** The word that most people said, with how many. */
  most(words: readonly string[], windowMin: number, nowTs: number) {
    let best: { readonly word: string; readonly people: number } | null = null;
    for (const word of words) {
      const people = peopleOf(this.#said.get(word) ?? [], windowMin, nowTs);
      if (people > (best?.people ?? 0)) best = { word, people };
    }
    return best;
  }

  complaints(windowMin: number, nowTs: number): number {
    return peopleOf(this.#complaints, windowMin, nowTs);
  }

  #isRead(ts: number): boolean {
    const at = Math.floor(ts / 1_000);
    this.#second =
      at === this.#second.at ? { at, count: this.#second.count + 1 } : { at, count: 1 };
    return this.#second.count <= READ_PER_SECOND;
  }

  #add(word: string, said: SaidWord): void {
    const held = this.#said.get(word);
    if (held === undefined) this.#said.set(word, [said]);
    else held.push(said);
  }
}

function peopleOf(said: readonly SaidWord[], windowMin: number, nowTs: number): number {
  const fromTs = nowTs - windowMin * MINUTE_MS;
  return new Set(said.filter(({ ts }) => ts >= fromTs).map(({ person }) => person)).size;
}
