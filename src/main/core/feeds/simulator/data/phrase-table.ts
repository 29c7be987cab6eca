/** What a message is about; the mood of the moment weighs these. */
export const TOPICS = [
  'greet',
  'question',
  'productQuestion',
  'productSpecific',
  'buy',
  'bought',
  'praise',
  'complain',
  'price',
  'idle',
  'flood',
  'giveaway',
  'spike',
  'soldOut',
  'thanks',
] as const;
export type Topic = (typeof TOPICS)[number];

export type PhraseTable = Readonly<Record<Exclude<Topic, 'productSpecific'>, readonly string[]>> & {
  /** By product code. */
  readonly productSpecific: Readonly<Record<string, readonly string[]>>;
  /** Contact outside the platform; not one of the weighed topics. */
  readonly contact: readonly string[];
};
