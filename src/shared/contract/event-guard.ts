import { schemaGuard } from '../lib/schema-guard.ts';
import type { Guard } from '../lib/schema-guard.ts';
import { platformEventSchemas } from './room-event.ts';
import { isUsualChat } from './usual-chat.ts';

const schemas = new Map(Object.entries(platformEventSchemas));
/** Compiled with the first event of each kind: a start waits for none of them. */
const guards = new Map<string, Guard>();

/**
 * Whether a value is an event a platform may send; the same answer as `FeedEvent.safeParse`, several
 * times as fast, for the way every message takes. The schema itself tells what is wrong.
 */
export function isFeedEvent(value: { readonly kind: unknown }): boolean {
  return isUsualChat(value) || guardOf(value.kind)?.(value) === true;
}

function guardOf(kind: unknown): Guard | null {
  if (typeof kind !== 'string') return null;
  const known = guards.get(kind);
  if (known !== undefined) return known;
  const schema = schemas.get(kind);
  if (schema === undefined) return null;
  const guard = schemaGuard(schema);
  guards.set(kind, guard);
  return guard;
}
