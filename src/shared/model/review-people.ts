import { z } from 'zod';

import { Timestamp } from './ids.ts';
import { AnchorLoad, Mood } from './stage.ts';

/** How often something was done, how often on time, and how long it took in the middle. */
export const TimelyRow = z.strictObject({
  role: z.enum(['operator', 'host', 'assistant']),
  what: z.enum(['push', 'alert', 'call', 'cue', 'answer']),
  /** Of an assistant; null for who is named elsewhere. */
  name: z.string().nullable(),
  count: z.int().min(1),
  done: z.int().min(0),
  onTime: z.int().min(0),
  limitMs: z.int().min(0),
  /** Of those that were done; null without any. */
  medianMs: z.number().min(0).nullable(),
});
export type TimelyRow = z.infer<typeof TimelyRow>;

/** Who worked at a show. */
export const ReviewPeople = z.strictObject({
  /** Who was named host from when on. */
  hosts: z.array(z.strictObject({ name: z.string(), fromTs: Timestamp })),
  timely: z.array(TimelyRow),
  /** The host's: for the desk alone; of what is exported only the JSON of all facts holds it. Null: it never began. */
  load: z
    .strictObject({
      longestMs: z.int().min(0),
      breaks: z.int().min(0),
      breakMs: z.int().min(0),
      talk: AnchorLoad.shape.talk,
      moods: z.array(z.strictObject({ ts: Timestamp, mood: Mood })),
    })
    .nullable(),
});
export type ReviewPeople = z.infer<typeof ReviewPeople>;

/** Of a review that was made before there was one. */
export const NO_PEOPLE: ReviewPeople = { hosts: [], timely: [], load: null };
