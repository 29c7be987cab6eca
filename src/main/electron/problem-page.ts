import { startProblem, type Words } from '#core/start-problem.ts';

import { PROBLEM_URL } from './app-origin.ts';
import type { CoreProblem } from './core-supervisor.ts';

export type ProblemPlace = {
  readonly dataFolder: string;
  /** The product's version. */
  readonly version: string;
  /** What the page speaks; the copied text is in both. */
  readonly language: 'zh' | 'en';
  readonly theme: 'dark' | 'light';
  /** The words were just copied. */
  readonly isCopied: boolean;
};

/** What the page's buttons ask of the main process: plain links, as the page has no script. */
export const PROBLEM_ACTIONS = ['retry', 'copy', 'quit'] as const;
export type ProblemAction = (typeof PROBLEM_ACTIONS)[number];

export function problemActionOf(url: string): ProblemAction | null {
  return PROBLEM_ACTIONS.find((action) => url === `${PROBLEM_URL}${action}`) ?? null;
}

type Label = ProblemAction | 'copied' | 'title' | 'windowTitle' | 'reload' | 'folder' | 'log';

const LABELS: Readonly<Record<Label, Words>> = {
  windowTitle: { en: 'The window has failed', zh: '窗口出错' },
  reload: { en: 'Reload', zh: '重新载入' },
  title: { en: 'Cuedesk cannot go on', zh: '场控台无法继续' },
  retry: { en: 'Try again', zh: '重试' },
  copy: { en: 'Copy the text', zh: '复制文字' },
  copied: { en: 'Copied', zh: '已复制' },
  quit: { en: 'Quit', zh: '退出' },
  folder: { en: 'Data folder', zh: '数据文件夹' },
  log: { en: 'Log', zh: '日志' },
};

/** A page of words for when there is no core; no script and nothing to load but its own style. */
export function problemPage(problem: CoreProblem, place: ProblemPlace): string {
  const { language, theme, dataFolder, version, isCopied } = place;
  const words = problemWords(problem);
  const isWindow = problem.kind === 'window_died';
  const label = (name: Label): string => escaped(LABELS[name][language]);
  const button = (action: ProblemAction, text: string, style: string): string =>
    `<a href="/problem/${action}"${style} draggable="false">${text}</a>`;
  return `<!doctype html>
<html lang="${TAGS[language]}" data-theme="${theme}">
<meta charset="utf-8">
<title>Cuedesk</title>
<link rel="stylesheet" href="/problem/problem.css">
<main>
<p class="product">${language === 'zh' ? 'Cuedesk 场控台' : 'Cuedesk'} ${escaped(version)}</p>
<h1>${label(isWindow ? 'windowTitle' : 'title')}</h1>
<p>${escaped(words[language])}</p>
<dl>
<dt>${label('folder')}</dt><dd>${escaped(dataFolder)}</dd>
<dt>${label('log')}</dt><dd>logs/cuedesk.log</dd>
</dl>
<nav>
${button('retry', label(isWindow ? 'reload' : 'retry'), ' class="main" autofocus')}
${button('copy', label(isCopied ? 'copied' : 'copy'), '')}
${button('quit', label('quit'), '')}
</nav>
</main>
</html>`;
}

const TAGS = { zh: 'zh-CN', en: 'en' } as const;

/** The problem as text, for the clipboard and the terminal. */
export function problemText(problem: CoreProblem): string {
  const { en, zh } = problemWords(problem);
  return en === zh ? en : `${en}\n${zh}`;
}

function problemWords(problem: CoreProblem): Words {
  switch (problem.kind) {
    case 'died_too_often':
      return {
        en: 'The core stopped several times within a minute. What was acknowledged is stored. Try again; if it stops once more, the log says why.',
        zh: '后台在一分钟内多次停止。已确认的数据都已保存。请重试；如果再次停止，原因在日志里。',
      };
    case 'window_died':
      return {
        en: 'The window failed several times within a minute. The core goes on: everything that comes in is received and stored.',
        zh: '窗口在一分钟内多次出错。后台仍在运行：数据照常接收并保存。',
      };
    case 'refused':
      // Words for the operator where the core has a code; a bug's own text otherwise.
      return problem.error === null
        ? { en: problem.message, zh: `后台没有启动，原话是：${problem.message}` }
        : startProblem(problem.error);
    default:
      return problem satisfies never;
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
