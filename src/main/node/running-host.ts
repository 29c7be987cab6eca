import { request } from 'node:http';

import { z } from 'zod';

import { readJson } from '#core/screens/private-file.ts';
import { RuntimeInfo, runtimeFilePath } from '#core/screens/runtime-file.ts';

const DeskLink = z.object({ url: z.string() });

export type RunningHost = { readonly url: string; readonly pid: number; readonly port: number };

/**
 * Asks the browser host that holds this data folder for a new link to its desk. Null when none
 * answers: the folder is then held by the desktop app, or its runtime file is stale.
 */
export async function askRunningHost(
  dataFolder: string,
  timeoutMs: number,
): Promise<RunningHost | null> {
  const info = readJson(runtimeFilePath(dataFolder), RuntimeInfo);
  if (info === null || info.port === null) return null;
  const answer = await post(info.port, '/desk-link', info.token, timeoutMs);
  const link = answer === null ? null : DeskLink.safeParse(parseJson(answer));
  if (link === null || !link.success) return null;
  return { url: link.data.url, pid: info.pid, port: info.port };
}

function post(
  port: number,
  path: string,
  token: string,
  timeoutMs: number,
): Promise<string | null> {
  return new Promise((resolve) => {
    const options = {
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      timeout: timeoutMs,
    };
    const call = request(options, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve(response.statusCode === 200 ? body : null));
    });
    call.on('timeout', () => call.destroy());
    // Nobody there, or somebody else: either way no running host.
    call.on('error', () => resolve(null));
    call.end();
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
