import { z } from 'zod';

export const ROLES = ['anchor', 'mod', 'vip', 'member', 'admin'] as const;
export const ActorRole = z.enum(ROLES);
export type ActorRole = z.infer<typeof ActorRole>;

export const Badge = z.strictObject({
  set: z.string(),
  id: z.string(),
  title: z.string().optional(),
  url: z.string().optional(),
});
export type Badge = z.infer<typeof Badge>;

/** The person behind an event, as the platform describes them at that moment. */
export const Actor = z.strictObject({
  /** The platform's own id, always text: 64-bit ids do not survive a JSON number. Null when hidden. */
  platformUserId: z.string().nullable(),
  altIds: z.record(z.string(), z.string()).optional(),
  /** Login or handle. */
  name: z.string(),
  displayName: z.string(),
  avatar: z.string().optional(),
  /** The colour the platform shows the name in, #RRGGBB. */
  color: z.string().optional(),
  roles: z.array(ActorRole),
  badges: z.array(Badge),
  medal: z
    .strictObject({ name: z.string(), level: z.int(), anchorId: z.string().optional() })
    .optional(),
  guardLevel: z.int().optional(),
  level: z.int().optional(),
  isAnonymous: z.boolean().optional(),
  /** The platform hides the real name or id. */
  masked: z.boolean().optional(),
});
export type Actor = z.infer<typeof Actor>;

/** A person an event points at (gift receiver, timed-out user). */
export const PersonRef = z.strictObject({
  platformUserId: z.string().nullable(),
  name: z.string().nullable(),
  displayName: z.string().nullable(),
});
export type PersonRef = z.infer<typeof PersonRef>;
