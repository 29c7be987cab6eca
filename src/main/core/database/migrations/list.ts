import { firstStore } from './0001-first-store.ts';

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

/** In order; numbered, named, never edited once released. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'first-store', sql: firstStore },
];
