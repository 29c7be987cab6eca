import type { QuestionId } from '../../model/ids.ts';
import type { AskedGroup } from './asked-group.ts';
import { TopicLookup } from './topic-lookup.ts';
import { topicOf } from './question-topic.ts';

/** Groups that are held; the one that nobody has asked for longest goes first. */
export const GROUPS_HELD = 2_000;
/** People over all groups; somebody who asks two questions counts twice. */
const PEOPLE_HELD = 200_000;
/** Wordings of one group that are recognised without being compared. */
const WORDINGS_HELD = 12;
/** A longer line is never written twice. */
const WORDING_CHARACTERS = 60;
/** Of the longest quiet groups, so many are looked at for one that is not owed an answer. */
const LOOKED_AT = 50;

/** Groups of questions that mean the same, bounded in number and in what each holds. */
export class QuestionGroups {
  readonly #limit: number;
  readonly #index = new TopicLookup<AskedGroup>();
  /** In the order in which they were last asked. */
  readonly #byId = new Map<QuestionId, AskedGroup>();
  readonly #byText = new Map<string, AskedGroup>();
  readonly #texts = new Map<AskedGroup, string[]>();
  #peopleHeld = 0;
  #forgotten = 0;

  constructor(limit: number = GROUPS_HELD) {
    this.#limit = limit;
  }

  get forgotten(): number {
    return this.#forgotten;
  }

  get size(): number {
    return this.#byId.size;
  }

  all(): Iterable<AskedGroup> {
    return this.#byId.values();
  }

  ofId(id: QuestionId): AskedGroup | null {
    return this.#byId.get(id) ?? null;
  }

  /** The group of a line that was written in just these words before. */
  ofText(text: string): AskedGroup | null {
    return this.#byText.get(text) ?? null;
  }

  /** The group of a line by what it means; null when there is none or it means nothing. */
  alike(text: string): AskedGroup | null {
    const held = this.ofText(text);
    if (held !== null) return held;
    const topic = topicOf(text);
    return topic === null ? null : this.#index.find(topic);
  }

  /** The group of a line by what it means, a new one where there is none. Null: it means nothing. */
  join(text: string, make: () => AskedGroup): AskedGroup | null {
    const topic = topicOf(text);
    if (topic === null) return null;
    let group = this.#index.find(topic);
    if (group === null) {
      group = make();
      this.#index.add(topic, group);
      this.#byId.set(group.id, group);
      this.#texts.set(group, []);
      this.#makeRoom(group);
    }
    this.#keepWording(group, text);
    return group;
  }

  /** It was asked just now. */
  touched(group: AskedGroup): void {
    this.#byId.delete(group.id);
    this.#byId.set(group.id, group);
  }

  /** So many more people are held by a group. */
  holdPeople(count: number): void {
    this.#peopleHeld += count;
    while (this.#peopleHeld > PEOPLE_HELD && this.#byId.size > 1) this.#forgetOne(null);
  }

  #keepWording(group: AskedGroup, text: string): void {
    const texts = this.#texts.get(group);
    if (texts === undefined || texts.length >= WORDINGS_HELD || text.length > WORDING_CHARACTERS) {
      return;
    }
    texts.push(text);
    this.#byText.set(text, group);
  }

  #makeRoom(newest: AskedGroup): void {
    while (this.#byId.size > this.#limit) this.#forgetOne(newest);
  }

  #forgetOne(kept: AskedGroup | null): void {
    let oldest: AskedGroup | null = null;
    let looked = 0;
    for (const group of this.#byId.values()) {
      if (group === kept) continue;
      oldest ??= group;
      looked += 1;
      const isOwed = group.open?.isDebt === true;
      if (!isOwed) oldest = group;
      if (!isOwed || looked >= LOOKED_AT) break;
    }
    if (oldest === null) return;
    this.#forgotten += 1;
    this.drop(oldest);
  }

  /** It is held no more: nobody asks it. */
  drop(group: AskedGroup): void {
    this.#byId.delete(group.id);
    this.#index.remove(group);
    for (const text of this.#texts.get(group) ?? []) this.#byText.delete(text);
    this.#texts.delete(group);
    this.#peopleHeld -= group.open?.people.size ?? 0;
    for (const { episode } of group.answers) this.#peopleHeld -= episode?.people.size ?? 0;
  }
}
