import { z } from 'zod';

import { ImprovementItem } from './improvement.ts';

/** Most items of one show's list. */
export const CHECKLIST_MAX = 100;

export const ChecklistItemId = z.int().positive().brand<'ChecklistItemId'>();
export type ChecklistItemId = z.infer<typeof ChecklistItemId>;

export const ChecklistState = z.enum(['open', 'done', 'dropped']);
export type ChecklistState = z.infer<typeof ChecklistState>;

/** Something a person goes through before the show (开播检查). */
export const ChecklistItem = z.strictObject({
  id: ChecklistItemId,
  text: z.string(),
  state: ChecklistState,
  /** `carried`: it was open when an earlier show of the room was over; `review`: a review asked for it. */
  origin: z.enum(['own', 'carried', 'review']),
  /** `review`: what asked for it, and what is to prove it. */
  improvement: ImprovementItem.pick({
    id: true,
    problem: true,
    owner: true,
    dueTs: true,
    proving: true,
    subject: true,
    currency: true,
  })
    .nullable()
    .default(null),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

/** What the desk looks at by itself before a show. */
export const CHECK_SUBJECTS = [
  'sources',
  'screens',
  'outlets',
  'shelf',
  'stock',
  'plan',
  'words',
] as const;
export const CheckSubject = z.enum(CHECK_SUBJECTS);
export type CheckSubject = z.infer<typeof CheckSubject>;

export const CheckLight = z.enum(['green', 'amber', 'red']);
export type CheckLight = z.infer<typeof CheckLight>;

/** What was found: which rule said so, and of what; the sentence is the screen's. */
export const CheckLine = z.strictObject({
  subject: CheckSubject,
  light: CheckLight,
  /** One of `CheckFinding`; text, so that one of a later version is kept. */
  finding: z.string().max(60),
  /** Names it is about, the first few. */
  names: z.array(z.string().max(200)).max(5),
  /** How many there are in all. */
  count: z.int().min(0),
});
export type CheckLine = z.infer<typeof CheckLine>;
