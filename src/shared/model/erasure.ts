import { z } from 'zod';

import { PlatformName } from '../contract/event-envelope.ts';
import { Timestamp } from './ids.ts';

/** What stands in place of an erased person's platform id; no platform gives such an id. */
export const STAND_IN_PREFIX = 'erased-';

/** Who an erasure is about: everything by which a person can be recognised in stored events. */
export const PersonToErase = z.strictObject({
  platform: PlatformName,
  platformUserId: z.string().min(1).max(200),
  /** Logins and names they were seen under. */
  names: z.array(z.string()),
});
export type PersonToErase = z.infer<typeof PersonToErase>;

/**
 * `rows`: the store's own rows; `waiting`: backups and compacting wait for the live show to end;
 * `files`: copies of the store in the data folder; `compacting`: the last bytes are overwritten.
 */
export const ErasureStage = z.enum(['rows', 'waiting', 'files', 'compacting', 'done']);
export type ErasureStage = z.infer<typeof ErasureStage>;

/** An erasure as the desk shows it; it never says whom it is about. */
export const Erasure = z.strictObject({
  id: z.int().positive(),
  stage: ErasureStage,
  /** Of the present stage, 0 to 1; null where it cannot be known. */
  progress: z.number().min(0).max(1).nullable(),
  /** Events of the person that were emptied so far. */
  ownEvents: z.int().min(0),
  /** Events of others that named the person. */
  otherEvents: z.int().min(0),
  /** Copies of the store that were treated: backups, quarantined files, exports. */
  filesTreated: z.int().min(0),
  /** Names of copies that could not be read and may still hold the person. */
  filesFailed: z.array(z.string()),
  requestedTs: Timestamp,
  doneTs: Timestamp.nullable(),
});
export type Erasure = z.infer<typeof Erasure>;

/** A person of the store, to be chosen for erasing. */
export const FoundPerson = z.strictObject({
  platform: PlatformName,
  platformUserId: z.string(),
  name: z.string(),
  displayName: z.string(),
  /** In live shows; null for people met in a demo, replay or rehearsal only. */
  lastSeenTs: Timestamp.nullable(),
});
export type FoundPerson = z.infer<typeof FoundPerson>;

export function isStandIn(platformUserId: string | null): boolean {
  return platformUserId !== null && platformUserId.startsWith(STAND_IN_PREFIX);
}
