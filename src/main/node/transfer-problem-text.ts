import type { ProblemCode, TransferProblem } from '#shared/model/transfer.ts';

type Say = (text: (name: string) => string) => readonly [en: string, zh: string];

const SENTENCES: Readonly<Record<ProblemCode, Say>> = {
  not_an_export: () => ['This is not an export of Cuedesk.', '这不是场控台导出的文件。'],
  newer_format: (at) => [
    `The file has format ${at('formatVersion')}, this program reads up to ${at('readable')}: update Cuedesk.`,
    `文件格式是 ${at('formatVersion')}，本程序最高支持 ${at('readable')}：请更新场控台。`,
  ],
  newer_store: (at) => [
    `The file comes from newer tables (${at('storeVersion')}, here ${at('readable')}): update Cuedesk.`,
    `文件来自更新的版本（${at('storeVersion')}，本程序为 ${at('readable')}）：请更新场控台。`,
  ],
  unreadable_line: (at) => [
    `This line cannot be read (${at('reason')}): the file was changed or damaged; use another copy.`,
    `这一行读不出来（${at('reason')}）：文件被改动或损坏，请换一份。`,
  ],
  not_compressed: () => [
    'The file is not compressed with gzip as an export is.',
    '文件不是导出时的 gzip 压缩格式。',
  ],
  unknown_table: (at) => [
    `The tables are not those of this version (${at('table')}).`,
    `数据表与版本不符（${at('table')}）。`,
  ],
  columns_differ: (at) => [
    `The columns of ${at('table')} are not those of this version.`,
    `数据表 ${at('table')} 的列与版本不符。`,
  ],
  wrong_order: () => [
    'Lines are missing or out of order: use another copy.',
    '有行缺失或顺序不对：请换一份。',
  ],
  bad_row: (at) => [
    `A value does not fit ${at('table')}.${at('column')}: the file was changed; use another copy.`,
    `数据与 ${at('table')}.${at('column')} 不符：文件被改动，请换一份。`,
  ],
  bad_event: () => ['This is not an event the desk can read.', '这不是场控台能读懂的事件。'],
  double_row: (at) => [
    `The row is there twice in ${at('table')}.`,
    `${at('table')} 中有重复的行。`,
  ],
  count_differs: (at) => [
    `${at('table')} should have ${at('said')} rows and has ${at('found')}.`,
    `${at('table')} 应有 ${at('said')} 行，实有 ${at('found')} 行。`,
  ],
  hash_differs: (at) => [
    `The content of ${at('table')} is not what was written: use another copy.`,
    `${at('table')} 的内容与写出时不一致：请换一份。`,
  ],
  cut_off: () => [
    'The file ends too early: copy it again, or export anew.',
    '文件不完整：请重新复制或重新导出。',
  ],
  after_the_end: () => ['There is something after the end.', '结尾之后还有内容。'],
  broken_reference: (at) => [
    `${at('count')} rows of ${at('table')} refer to something that is not in the file.`,
    `${at('table')} 中有 ${at('count')} 行指向文件里没有的数据。`,
  ],
};

/** What is wrong and what to do, in both languages, with its line. */
export function problemLine({ line, code, params }: TransferProblem): string {
  const [en, zh] = SENTENCES[code]((name) => String(params[name] ?? ''));
  return line === null ? `${en} ${zh}` : `line ${line}: ${en} 第 ${line} 行：${zh}`;
}
