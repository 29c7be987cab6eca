/** Longer lines are no event of any platform; they are cut off so that memory stays bounded. */
export const LINE_MAX_CHARS = 1_000_000;

export type SplitLine =
  /** `line` is its number in the stream, from 1; empty lines are counted too. */
  | { readonly isTooLong: false; readonly text: string; readonly line: number }
  | { readonly isTooLong: true; readonly line: number };

/** Cuts a stream of bytes into lines, whatever the chunks are; keeps at most one line. */
export class LineSplitter {
  readonly #decoder = new TextDecoder('utf-8');
  #rest = '';
  #isSkipping = false;
  #line = 0;

  /** Lines that are complete with this chunk; empty ones are left out. */
  push(chunk: Uint8Array): readonly SplitLine[] {
    return this.#take(this.#decoder.decode(chunk, { stream: true }));
  }

  /** The last line, which may lack its line end. */
  end(): readonly SplitLine[] {
    return this.#take(`${this.#decoder.decode()}\n`);
  }

  #take(text: string): readonly SplitLine[] {
    const lines: SplitLine[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      const whole = this.#rest + text.slice(from, end);
      from = end + 1;
      this.#rest = '';
      this.#line += 1;
      const line = this.#line;
      if (this.#isSkipping || whole.length > LINE_MAX_CHARS) lines.push({ isTooLong: true, line });
      else if (whole.trim() !== '')
        lines.push({ isTooLong: false, text: whole.replace(/\r$/, ''), line });
      this.#isSkipping = false;
    }
    this.#rest += text.slice(from);
    if (this.#rest.length > LINE_MAX_CHARS) {
      this.#isSkipping = true;
      this.#rest = '';
    }
    return lines;
  }
}
