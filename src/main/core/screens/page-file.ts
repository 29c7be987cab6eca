import { readFile, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';

export type PageFile = {
  readonly body: Buffer;
  readonly type: string;
  readonly cacheControl: string;
};

/** Anything else in the folder is not served, whatever ends up there. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

/**
 * The file a URL path names inside `folder`, or null: also for paths that leave the folder, folders
 * without index.html, unknown types and malformed escapes. `pages` are the first path parts allowed.
 */
export async function readPageFile(
  folder: string,
  pages: ReadonlySet<string>,
  urlPath: string,
): Promise<PageFile | null> {
  const path = pagePath(folder, pages, urlPath);
  const type = path === null ? undefined : TYPES[extname(path).toLowerCase()];
  if (path === null || type === undefined) return null;
  const found = await stat(path).catch(missing);
  if (found === null || !found.isFile()) return null;
  const isHashed = path.includes(`${sep}assets${sep}`);
  return {
    body: await readFile(path),
    type,
    cacheControl: isHashed ? 'private, max-age=31536000, immutable' : 'no-cache',
  };
}

/** Where a URL path points inside `folder`; null when it points elsewhere. */
export function pagePath(
  folder: string,
  pages: ReadonlySet<string>,
  urlPath: string,
): string | null {
  const decoded = decodedOnce(urlPath);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  const wanted = decoded.endsWith('/') ? `${decoded}index.html` : decoded;
  const path = resolve(folder, join('.', wanted));
  const inside = relative(folder, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null;
  const page = inside.split(sep)[0];
  return page !== undefined && pages.has(page) ? path : null;
}

function decodedOnce(urlPath: string): string | null {
  try {
    // Once only: a doubly escaped path names a file with a % in it, which does not exist.
    return decodeURIComponent(urlPath);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function missing(error: NodeJS.ErrnoException): null {
  const isMissing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EACCES'].includes(error.code ?? '');
  if (isMissing) return null;
  throw error;
}
