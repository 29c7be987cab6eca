/** Longer than any row: a file without line breaks must not fill the memory. */
const MAX_LINE_CHARACTERS = 64 * 1024 * 1024;

/**
 * Lines of a UTF-8 stream without their line breaks; bytes that are not UTF-8 become U+FFFD. Throws
 * an error with the code line_too_long.
 */
export async function* textLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytes) {
    rest += decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = rest.indexOf('\n', start); end !== -1; end = rest.indexOf('\n', start)) {
      yield rest.slice(start, end);
      start = end + 1;
    }
    rest = rest.slice(start);
    if (rest.length > MAX_LINE_CHARACTERS) {
      throw Object.assign(new Error('a line is too long'), { code: 'line_too_long' });
    }
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
