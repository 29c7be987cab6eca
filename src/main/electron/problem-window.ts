import { app, clipboard, nativeTheme, type BrowserWindow } from 'electron';

import { peekSettings } from '#core/settings/settings-file.ts';

import { PROBLEM_URL } from './app-origin.ts';
import type { CoreProblem } from './core-supervisor.ts';
import { problemActionOf, problemPage, problemText } from './problem-page.ts';

/** The page that is shown instead of the desk while there is no core, and what its buttons do. */
export interface ProblemWindow {
  show(window: BrowserWindow, problem: CoreProblem): void;
  /** The page as it is now; empty while there is no problem. */
  html(): string;
}

export function createProblemWindow(deps: {
  readonly dataFolder: string;
  /** Starts the core once more and shows the desk. */
  retry(window: BrowserWindow): void;
}): ProblemWindow {
  let problem: CoreProblem | null = null;
  let isCopied = false;

  function act(window: BrowserWindow, url: string): boolean {
    const action = problem === null ? null : problemActionOf(url);
    if (problem === null || action === null) return false;
    if (action === 'retry') {
      problem = null;
      deps.retry(window);
    } else if (action === 'copy') {
      void clipboard.writeText(problemText(problem));
      isCopied = true;
      void window.loadURL(PROBLEM_URL);
    } else {
      app.quit();
    }
    return true;
  }

  return {
    show(window, next) {
      if (problem === null) {
        const onNavigate = (event: Electron.Event, url: string): void => {
          if (act(window, url)) event.preventDefault();
          if (problem === null) window.webContents.off('will-navigate', onNavigate);
        };
        window.webContents.on('will-navigate', onNavigate);
      }
      problem = next;
      isCopied = false;
      void window.loadURL(PROBLEM_URL);
    },
    html() {
      if (problem === null) return '';
      const { language, theme } = peekSettings(deps.dataFolder);
      const system = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
      return problemPage(problem, {
        dataFolder: deps.dataFolder,
        version: app.getVersion(),
        language: isChinese(language ?? 'system') ? 'zh' : 'en',
        // The desk's own first theme is the dark one.
        theme: theme === 'system' ? system : (theme ?? 'dark'),
        isCopied,
      });
    },
  };
}

function isChinese(preference: 'zh-CN' | 'en' | 'system'): boolean {
  return preference === 'system' ? app.getLocale().startsWith('zh') : preference === 'zh-CN';
}
