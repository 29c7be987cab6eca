import { maskSentence, type ErasePatterns } from '#shared/rules/erase-person.ts';
import type { WritableDatabase } from '../database/database.ts';
import { hasTable } from './erase-rows.queries.ts';
import {
  calledOnLists,
  callingImprovements,
  writeCalledOnList,
  writeCallingImprovement,
} from './erase-improvements.queries.ts';

/** What a review asked for, and what is gone through before a show, without a name that is called in it. */
export function eraseImprovements(db: WritableDatabase, patterns: ErasePatterns): void {
  const masked = (text: string): string => maskSentence(text, patterns);
  if (hasTable(db, 'improvement_items')) {
    for (const { id, problem, evidence, scheme, owner } of callingImprovements(db)) {
      writeCallingImprovement(db, {
        id,
        problem: masked(problem),
        evidence: masked(evidence),
        scheme: masked(scheme),
        owner: masked(owner),
      });
    }
  }
  if (!hasTable(db, 'checklist_items')) return;
  for (const { id, text } of calledOnLists(db)) {
    writeCalledOnList(db, { id, text: masked(text) });
  }
}
