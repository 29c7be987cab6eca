import { protocol } from 'electron';

import { readPageFile } from '#core/screens/page-file.ts';
import { pageHeaders } from '#core/screens/page-headers.rules.ts';

import { APP_SCHEME, isAppUrl } from './app-origin.ts';
import { PROBLEM_STYLE } from './problem-style.ts';

const PAGES: ReadonlySet<string> = new Set(['desk']);
const PROBLEM_PATH = '/problem/';
const PROBLEM_STYLE_PATH = '/problem/problem.css';

/** Before the app is ready: `cuedesk:` is a secure origin of its own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the desk's files, and the problem page as `problemPage` has it now; GET only. */
export function handleAppScheme(pagesFolder: string, problemPage: () => string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const headers = pageHeaders([]);
    if (request.method !== 'GET') return new Response(null, { status: 405, headers });
    if (!isAppUrl(request.url)) return new Response(null, { status: 404, headers });
    const path = new URL(request.url).pathname;
    if (path === PROBLEM_PATH) {
      const type = 'text/html; charset=utf-8';
      return new Response(problemPage(), { headers: { ...headers, 'Content-Type': type } });
    }
    if (path === PROBLEM_STYLE_PATH) {
      const type = 'text/css; charset=utf-8';
      return new Response(PROBLEM_STYLE, { headers: { ...headers, 'Content-Type': type } });
    }
    const file = await readPageFile(pagesFolder, PAGES, path);
    if (file === null) return new Response(null, { status: 404, headers });
    return new Response(new Uint8Array(file.body), {
      headers: { ...headers, 'Content-Type': file.type, 'Cache-Control': file.cacheControl },
    });
  });
}
