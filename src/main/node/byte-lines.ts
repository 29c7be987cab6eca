/** One line of a byte stream, without its line end. */
export type ByteLine =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'too_long' | 'not_utf8' };

const LF = 10;
const CR = 13;

/**
 * Cuts a byte stream into lines of text with bounded memory: of a line longer than `maxBytes` only
 * the fact remains, and bytes that are no UTF-8 are told rather than guessed at. A line break at
 * the very end starts no further line.
 */
export async function* readByteLines(
  input: AsyncIterable<Uint8Array | string>,
  maxBytes: number,
): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let at = 0;
    while (at < bytes.length) {
      const lineEnd = bytes.indexOf(LF, at);
      const piece = bytes.subarray(at, lineEnd === -1 ? bytes.length : lineEnd);
      length += piece.length;
      if (length <= maxBytes) parts.push(piece);
      else parts = [];
      if (lineEnd === -1) break;
      yield toLine(parts, length, maxBytes);
      parts = [];
      length = 0;
      at = lineEnd + 1;
    }
  }
  if (length > 0) yield toLine(parts, length, maxBytes);
}

function toLine(parts: readonly Uint8Array[], length: number, maxBytes: number): ByteLine {
  if (length > maxBytes) return { ok: false, reason: 'too_long' };
  const bytes = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  const end = bytes.at(-1) === CR ? bytes.length - 1 : bytes.length;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end));
    return { ok: true, text };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, reason: 'not_utf8' };
    throw error;
  }
}
