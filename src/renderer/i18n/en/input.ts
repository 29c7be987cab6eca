import type { inputZhCn } from '../zh-cn/input.ts';

/** What is said of something pasted that a field does not take. */
export const inputEn: Record<keyof typeof inputZhCn, string> = {
  'paste.table':
    'That is a table, {rows} × {columns} (rows × columns). This field takes one line; nothing was changed.',
  'paste.lines': 'Those are {lines} lines. This field takes one; nothing was changed.',
  'paste.tooLong':
    'That text has {count} characters, and {max} more fit here. Nothing was changed.',
  'paste.withExample': '{why} For example: {example}',
  'paste.deskTable':
    'A table of {rows} × {columns} (rows × columns) was pasted with no field chosen, so nothing was changed. Click the field it belongs in and paste one value.',
  'paste.file': 'Files cannot be dropped here. Nothing was changed.',
};
