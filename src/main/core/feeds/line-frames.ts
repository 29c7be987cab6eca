/** Cuts a stream of text frames into lines. */
export type LineFrames = {
  /** Whole lines of this frame; what has no line end yet waits for the next one. */
  push(frame: string): readonly string[];
  /** The unfinished rest as a line of its own; null when nothing waits. */
  flush(): string | null;
  readonly hasRest: boolean;
};

/**
 * Lines end with CR LF or LF, wherever frames are cut. An unfinished rest longer than
 * `maxRestLength` is handed out as it is, so that memory stays bounded whatever the server sends.
 */
export function createLineFrames(maxRestLength: number): LineFrames {
  let rest = '';
  return {
    get hasRest() {
      return rest !== '';
    },
    push(frame) {
      const lines = (rest === '' ? frame : rest + frame).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > maxRestLength) {
        lines.push(rest);
        rest = '';
      }
      return lines
        .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
        .filter((line) => line !== '');
    },
    flush() {
      const line = rest.endsWith('\r') ? rest.slice(0, -1) : rest;
      rest = '';
      return line === '' ? null : line;
    },
  };
}
