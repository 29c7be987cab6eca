import type { IncomingMessage, ServerResponse } from 'node:http';

import { z } from 'zod';

import {
  type AppError,
  type ErrorCode,
  fail,
  ok,
  type Result,
} from '#shared/contract/app-error.ts';
import { ScreenRole, SecondScreenRole } from '#shared/model/screen.ts';

const MAX_BODY_BYTES = 2048;

const name = z.string().trim().max(80).default('');
/** Body of POST /pair: the link's code, or the digits typed on the page of `role`. */
export const PairRequest = z.union([
  z.strictObject({ code: z.string().min(1).max(64), name }),
  z.strictObject({ digits: z.string().regex(/^\d{6}$/), role: ScreenRole, name }),
]);
export type PairRequest = z.infer<typeof PairRequest>;

/** Body of POST /pair-wait: as what the device asked to be let in; its claim is in a cookie. */
export const WaitRequest = z.strictObject({
  role: SecondScreenRole,
  /** The page shows already that it waits: the answer may be held back for the operator's. */
  hold: z.boolean(),
});

/** The body, parsed. Refused: bad_request (not JSON, too large, not the schema). */
export async function readJsonBody<Schema extends z.ZodType>(
  request: IncomingMessage,
  schema: Schema,
): Promise<Result<z.infer<Schema>>> {
  // A form of another site cannot send this type.
  const type = request.headers['content-type']?.split(';')[0]?.trim();
  if (type !== 'application/json') return fail('bad_request', { what: 'content-type' });
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > MAX_BODY_BYTES) return fail('bad_request', { what: 'size' });
    chunks.push(part);
  }
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    return parsed.success ? ok(parsed.data) : fail('bad_request', { what: 'body' });
  } catch (error) {
    if (error instanceof SyntaxError) return fail('bad_request', { what: 'json' });
    throw error;
  }
}

export function answerJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  cookie: string | null,
): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...(cookie === null ? {} : { 'Set-Cookie': cookie }),
  });
  response.end(body);
}

export function answerError(response: ServerResponse, error: AppError): void {
  const body = JSON.stringify(error);
  response.writeHead(statusOf(error.code), {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    // The rest of a refused body is not waited for.
    Connection: 'close',
  });
  response.end(body);
}

function statusOf(code: ErrorCode): number {
  if (code === 'bad_request') return 400;
  if (code === 'pairing_locked' || code === 'screen_requests_full') return 429;
  if (code === 'pairing_code_expired') return 410;
  return code === 'internal' ? 500 : 403;
}
