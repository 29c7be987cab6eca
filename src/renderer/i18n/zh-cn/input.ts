/** What is said of something pasted that a field does not take. */
export const inputZhCn = {
  'paste.table': '这是一张表（{rows} 行 × {columns} 列），这里只填一行，内容没有改动。',
  'paste.lines': '这是 {lines} 行文字，这里只填一行，内容没有改动。',
  'paste.tooLong': '这段文字有 {count} 个字，这里还能填 {max} 个，内容没有改动。',
  'paste.withExample': '{why}例如：{example}',
  'paste.deskTable':
    '粘贴了一张表（{rows} 行 × {columns} 列），但没有选中输入框，内容没有改动。请先点要填的输入框，再粘贴一个值。',
  'paste.file': '这里不接收拖入的文件，内容没有改动。',
} as const;
