/**
 * What a target shows instead of what was pushed, and since when: JSON of `what`, `name` and
 * `sinceTs`. Null: nobody heard of anything else.
 */
export const changedTargets = `ALTER TABLE push_targets ADD COLUMN there TEXT`;
