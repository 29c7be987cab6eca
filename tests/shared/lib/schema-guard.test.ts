import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { isFeedEvent } from '#shared/contract/event-guard.ts';
import { platformEventSchemas } from '#shared/contract/platform-event.ts';
import { schemaGuard } from '#shared/lib/schema-guard.ts';
import { arbitraryFeedEvent, PLATFORM_KINDS } from '#tests/support/arbitrary-event.ts';
import { chat } from '#tests/support/make-event.ts';

/** Schema and guard must agree; null when they do. */
function disagreement(schema: z.ZodType, value: unknown): string | null {
  const bySchema = schema.safeParse(value).success;
  return schemaGuard(schema)(value) === bySchema ? null : `schema ${bySchema}: ${String(value)}`;
}

type Path = readonly (string | number)[];

/** Where every thing inside a value is, itself left out. */
function pathsOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsOf(inner).map((path) => [key, ...path]),
  ]);
}

/** A copy of a value with one thing in it replaced, or taken away where `change` is null. */
function withChange<T>(value: T, path: Path, change: ((now: unknown) => unknown) | null): T {
  const copy = structuredClone(value);
  let holder: object = Object(copy);
  for (const key of path.slice(0, -1)) holder = Object(Reflect.get(holder, key));
  const last = path.at(-1) ?? '';
  if (change === null) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, change(Reflect.get(holder, last)));
  return copy;
}

const odd: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  8.64e15 + 2,
  '',
  'x',
  '1',
  'X'.repeat(300),
  [],
  [null],
  {},
  { type: 'text' },
  { type: 'text', text: 'a', more: 1 },
  new Date(0),
  () => 1,
  1n,
];

describe('a guard', () => {
  const schemas: readonly z.ZodType[] = [
    z.string(),
    z.string().min(1).max(3),
    z.string().regex(/^[a-z]$/),
    z.string().regex(/x/g),
    z.email(),
    z.string().trim().toLowerCase(),
    z.number(),
    z.int(),
    z.int32(),
    z.int().min(0).max(5),
    z.int().gt(0),
    z.number().multipleOf(0.5),
    z.boolean(),
    z.null(),
    z.literal('x'),
    z.literal([1, 'x']),
    z.enum(['x', 'y']),
    z.string().nullable().optional(),
    z.array(z.unknown()),
    z.array(z.null()).min(1),
    z.record(z.string(), z.string()),
    z.strictObject({}),
    z.object({}),
    z.strictObject({ type: z.string(), text: z.string().optional() }),
    z.strictObject({ type: z.string(), text: z.string().default('') }),
    z.strictObject({ type: z.string().optional() }).refine((value) => value.type !== 'text'),
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('text'), text: z.string() }),
      z.strictObject({ type: z.literal('other') }),
    ]),
    z.union([z.string(), z.number()]),
    z.string().refine((value) => value.length > 1),
    z.coerce.number(),
    z.date(),
  ];

  it('says what its schema says, for values of every sort', () => {
    const found = schemas.flatMap((schema) => odd.map((value) => disagreement(schema, value)));
    expect(found.filter((text) => text !== null)).toEqual([]);
  });
});

describe('the guard of events', () => {
  it('takes every event of the contract', () => {
    const any = fc.constantFrom(...PLATFORM_KINDS).chain(arbitraryFeedEvent);
    fc.assert(
      fc.property(any, (event) => {
        expect(isFeedEvent(event)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('and the schemas agree about events with one thing changed', () => {
    const changed = fc
      .constantFrom(...PLATFORM_KINDS)
      .chain((kind) => fc.tuple(arbitraryFeedEvent(kind), fc.nat(), fc.constantFrom(...odd)))
      .map(([event, place, value]) => {
        const keys = [...Object.keys(event), 'neverHeardOf'].filter((key) => key !== 'kind');
        return { ...event, [keys[place % keys.length] ?? '']: value };
      });
    fc.assert(
      fc.property(changed, (event) => {
        expect(isFeedEvent(event)).toBe(platformEventSchemas[event.kind].safeParse(event).success);
      }),
      { numRuns: 2000 },
    );
  });

  it('and the schema agree about messages with one thing changed deep inside', () => {
    const plain = {
      ...chat({ key: 'k', ts: 1 }, null, 'ab'),
      fragments: [
        { type: 'text', text: 'a' },
        { type: 'emote', text: 'b', provider: 'p', id: 'i', url: 'u' },
      ],
      actor: {
        platformUserId: '1',
        name: 'ann',
        displayName: 'Ann',
        color: '#123456',
        roles: ['mod'],
        badges: [{ set: 'vip', id: '1' }],
        medal: { name: 'subscriber', level: 3 },
      },
    };
    expect(isFeedEvent(plain)).toBe(true);
    for (const path of pathsOf(plain)) {
      // Each thing replaced by every odd one, taken away, and with something beside it.
      const changed = odd.map((value) => withChange(plain, path, () => value));
      const event = [
        ...changed,
        withChange(plain, path, null),
        withChange(plain, path, (now) =>
          typeof now === 'object' && now !== null ? { ...now, more: 1 } : now,
        ),
      ];
      const answers = event.map((value) => isFeedEvent(value));
      expect({ path, answers }).toEqual({
        path,
        answers: event.map((value) => platformEventSchemas.chat.safeParse(value).success),
      });
    }
  });

  it('refuses a kind it does not know', () => {
    expect(isFeedEvent({ kind: 'gap' })).toBe(false);
    expect(isFeedEvent({ kind: null })).toBe(false);
  });
});
