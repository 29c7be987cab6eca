import { describeStartProblem } from '#core/start-problem.ts';

import { DESK_URL } from './app-origin.ts';
import type { CoreProblem } from './core-supervisor.ts';

/** A page of words for when there is no core; no script, no style, so that it always works. */
export function problemPage(problem: CoreProblem): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="color-scheme" content="dark light">
<title>Cuedesk</title>
<h1>场控台无法继续 · Cuedesk cannot go on</h1>
<p>${escaped(sentence(problem))}</p>
${problem.kind === 'window_died' ? `<p><a href="${DESK_URL}" autofocus>重新载入 · Reload</a></p>\n` : ''}</html>`;
}

function sentence(problem: CoreProblem): string {
  switch (problem.kind) {
    case 'died_too_often':
      return (
        'The core stopped several times within a minute. What was acknowledged is stored; the log is in the data folder under logs. Quit and start Cuedesk again. ' +
        '核心在一分钟内多次停止。已确认的数据都已保存，日志在数据文件夹的 logs 中。请退出后重新启动场控台。'
      );
    case 'window_died':
      return (
        'The window failed several times within a minute. The core goes on: everything that comes in is received and stored. ' +
        '窗口在一分钟内多次出错。后台仍在运行：数据照常接收并保存。'
      );
    case 'refused':
      // Words for the operator where the core has a code; a bug's own text otherwise.
      return problem.error === null ? problem.message : describeStartProblem(problem.error);
    default:
      return problem satisfies never;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
