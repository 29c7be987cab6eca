import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { SentenceRow } from './erase-rows.queries.ts';

type ImprovementTexts = {
  readonly id: number;
  readonly problem: string;
  readonly evidence: string;
  readonly scheme: string;
  readonly owner: string;
};

/** Items in which somebody is called by an @. */
export function callingImprovements(db: ReadableDatabase): readonly ImprovementTexts[] {
  return db.all(sql`SELECT id, problem, evidence, scheme, owner FROM improvement_items
    WHERE instr(problem || evidence || scheme || owner, '@')
      OR instr(problem || evidence || scheme || owner, '＠')`);
}

export function writeCallingImprovement(db: WritableDatabase, row: ImprovementTexts): void {
  db.run(sql`UPDATE improvement_items SET problem = ${row.problem}, evidence = ${row.evidence},
      scheme = ${row.scheme}, owner = ${row.owner} WHERE id = ${row.id}`);
}

export function calledOnLists(db: ReadableDatabase): readonly SentenceRow[] {
  return db.all(sql`SELECT id, text FROM checklist_items
    WHERE instr(text, '@') OR instr(text, '＠')`);
}

export function writeCalledOnList(db: WritableDatabase, row: SentenceRow): void {
  db.run(sql`UPDATE checklist_items SET text = ${row.text} WHERE id = ${row.id}`);
}
