import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;

/** Where a document's schema has a number, as `minutes[].chats`; of a record's values `params.*`. */
export function numberLeaves(schema: z.ZodType): readonly string[] {
  const root = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', reused: 'inline' });
  const found = new Set<string>();
  walk(root as Json, '', found);
  return [...found].toSorted();
}

function walk(node: Json, path: string, found: Set<string>): void {
  const { type, properties, items, additionalProperties } = node;
  const types = Array.isArray(type) ? type : [type];
  if (types.includes('number') || types.includes('integer')) found.add(path);
  for (const word of ['anyOf', 'oneOf', 'allOf']) {
    for (const part of listOf(node[word])) walk(part, path, found);
  }
  if (isJson(properties)) {
    for (const [name, part] of Object.entries(properties)) {
      if (isJson(part)) walk(part, path === '' ? name : `${path}.${name}`, found);
    }
  }
  if (isJson(items)) walk(items, `${path}[]`, found);
  if (isJson(additionalProperties)) walk(additionalProperties, `${path}.*`, found);
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a document has a number that is known. */
export function numbersIn(value: unknown, path: string, found: Set<string> = new Set()) {
  if (typeof value === 'number') found.add(path);
  else if (Array.isArray(value)) for (const each of value) numbersIn(each, `${path}[]`, found);
  else if (isJson(value)) {
    for (const [name, part] of Object.entries(value)) numbersIn(part, `${path}.${name}`, found);
  }
  return found;
}

/** Of a document what another one has too; lists keep their length, so that none is passed over. */
export function alike(value: unknown, like: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(like)) {
    return value.map((each, place) => alike(each, like[place]));
  }
  if (!isJson(value) || !isJson(like)) return value;
  return Object.fromEntries(
    Object.keys(like).map((name) => [name, alike(value[name], like[name])]),
  );
}
