import { protocol } from 'electron';

import { readImageFile } from '#core/images/image-file.ts';
import { readPageFile } from '#core/screens/page-file.ts';
import { pageHeaders } from '#core/screens/page-headers.rules.ts';
import type { Logger } from '#core/ports.ts';
import { IMAGES_PATH } from '#shared/rules/image-address.ts';

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

type Answer = {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
};

/** Where the built pages and the stored pictures are. */
export type ServedFolders = { readonly pages: string; readonly images: string };

/**
 * Serves the desk's files, stored pictures, and the problem page as `problemPage` has it now; GET only. By the older of
 * Electron's two ways: the newer one speaks in Requests and Responses, for which Node first loads its
 * whole HTTP client, and nothing of the page is there before.
 */
export function handleAppScheme(
  folders: ServedFolders,
  problemPage: () => string,
  logger: Logger,
): void {
  protocol.registerBufferProtocol(APP_SCHEME, (request, answer) => {
    answerOf(request, folders, problemPage).then(answer, (error: unknown) => {
      logger.log('error', 'page_file_failed', { reason: String(error) });
      answer(empty(500));
    });
  });
}

async function answerOf(
  { method, url }: { readonly method: string; readonly url: string },
  folders: ServedFolders,
  problemPage: () => string,
): Promise<Answer> {
  if (method !== 'GET') return empty(405);
  if (!isAppUrl(url)) return empty(404);
  const path = new URL(url).pathname;
  if (path === PROBLEM_PATH) return text(problemPage(), 'text/html; charset=utf-8');
  if (path === PROBLEM_STYLE_PATH) return text(PROBLEM_STYLE, 'text/css; charset=utf-8');
  const file = path.startsWith(IMAGES_PATH)
    ? await readImageFile(folders.images, path)
    : await readPageFile(folders.pages, PAGES, path);
  if (file === null) return empty(404);
  const headers = { 'Content-Type': file.type, 'Cache-Control': file.cacheControl };
  return { statusCode: 200, headers: { ...pageHeaders([]), ...headers }, data: file.body };
}

function text(body: string, type: string): Answer {
  const headers = { ...pageHeaders([]), 'Content-Type': type };
  return { statusCode: 200, headers, data: Buffer.from(body) };
}

function empty(statusCode: number): Answer {
  return { statusCode, headers: { ...pageHeaders([]) }, data: Buffer.alloc(0) };
}
