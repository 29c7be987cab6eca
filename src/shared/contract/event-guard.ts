import { z } from 'zod';

import { schemaGuard } from '../lib/schema-guard.ts';
import type { Guard } from '../lib/schema-guard.ts';
import { platformEventSchemas } from './platform-event.ts';
import { RoomEvent } from './room-event.ts';
import { isUsualChat } from './usual-chat.ts';

const feedEventGuard = guardByKind(() => new Map(Object.entries(platformEventSchemas)));
const storedEventGuard = guardByKind(() => {
  // Screens in old browsers load this: no `Object.hasOwn`.
  const platformKinds: ReadonlySet<string> = new Set(Object.keys(platformEventSchemas));
  return new Map(
    RoomEvent.options
      .map((schema) => [schema.shape.kind.value, schema] as const)
      .filter(([kind, schema]) => platformKinds.has(kind) && !fillsIn(schema)),
  );
});

/**
 * Whether a value is an event a platform may send; the same answer as `FeedEvent.safeParse`, several
 * times as fast, for the way every message takes. The schema itself tells what is wrong.
 */
export function isFeedEvent(value: { readonly kind: unknown }): boolean {
  return isUsualChat(value) || feedEventGuard(value);
}

/**
 * Whether a value is a committed event of a platform, as screens receive it by the thousand: the same
 * answer as `RoomEvent.safeParse`. Facts of the desk, and the few kinds that have grown since, are left
 * to the schema, which fills in what earlier versions did not write.
 */
export function isStoredFeedEvent(value: unknown): value is RoomEvent {
  return typeof value === 'object' && value !== null && 'kind' in value && storedEventGuard(value);
}

/** Whether the schema gives a field a value that an earlier version did not write. */
function fillsIn({ shape }: z.ZodObject): boolean {
  return Object.values(shape).some((field) => field instanceof z.ZodDefault);
}

/** Guards are compiled with the first event of each kind: a start waits for none of them. */
function guardByKind(
  schemasByKind: () => ReadonlyMap<string, z.core.$ZodType>,
): (value: { readonly kind: unknown }) => boolean {
  const guards = new Map<unknown, Guard>();
  let schemas: ReadonlyMap<string, z.core.$ZodType> | null = null;
  return (value) => {
    const { kind } = value;
    const known = guards.get(kind);
    if (known !== undefined) return known(value);
    schemas ??= schemasByKind();
    const schema = typeof kind === 'string' ? schemas.get(kind) : undefined;
    if (schema === undefined) return false;
    const guard = schemaGuard(schema);
    guards.set(kind, guard);
    return guard(value);
  };
}
