import type { AppError } from '#shared/contract/app-error.ts';
import { visibleControls } from '#shared/lib/visible-controls.ts';
import type { LeftOutLines } from '#shared/model/left-out-lines.ts';

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['it is not there', '不存在'],
  EACCES: ['no permission', '没有权限'],
  EISDIR: ['it is a folder', '这是文件夹'],
  not_a_file: ['it is no file, but a device or pipe', '这不是文件，是设备或管道'],
  file_empty: ['the file is empty', '文件是空的'],
  file_binary: ['the file is no text', '文件不是文本'],
  no_event: ['no event of a platform in the whole file', '整个文件没有一条平台事件'],
  not_json: ['no JSON', '不是 JSON'],
  not_an_event: ['no whole event', '不是完整的事件'],
  unknown_kind: ['an unknown kind of event', '不认识的事件类型'],
  line_too_long: ['longer than a million characters', '超过一百万个字'],
};

/** Why a file is not replayed and what to do, a line in each language. */
export function replayProblem({ code, params }: AppError): string {
  const path = visibleControls(String(params['path'] ?? ''));
  const [en, zh] = reasonWords(String(params['reason'] ?? ''));
  if (code === 'file_bad_line') {
    const line = params['line'] ?? '';
    return (
      `"${path}" cannot be replayed: line ${line} (${en}). Give a JSONL of events, or a .txt of raw chat lines.\n` +
      `“${path}”不能重放：第 ${line} 行（${zh}）。请给一行一条事件的 JSONL，或一行一条原始聊天的 .txt。\n`
    );
  }
  return (
    `Cannot read "${path}" (${en}). Check its path and permissions.\n` +
    `无法读取“${path}”（${zh}），请检查路径和权限。\n`
  );
}

/** What is left out of a file that plays, a line in each language. */
export function leftOutText({ count, firstLine, reason }: LeftOutLines): string {
  const [en, zh] = reasonWords(reason);
  return (
    `Lines that cannot be read and are left out: ${count}; the first is line ${firstLine} (${en}).\n` +
    `有 ${count} 行读不懂，没有输出；第一处在第 ${firstLine} 行（${zh}）。\n`
  );
}

function reasonWords(code: string): readonly [string, string] {
  return REASONS[code] ?? [code, code];
}
