import { firstStore } from './0001-first-store.ts';
import { showIndex } from './0002-show-index.ts';

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

/** In order; numbered, named, never edited once released. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'first-store', sql: firstStore },
  { number: 2, name: 'show-index', sql: showIndex },
];
