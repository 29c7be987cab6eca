import { type FileHandle, open } from 'node:fs/promises';

import type { LineDecoder } from '../feed.ts';
import { LineSplitter, type SplitLine } from './line-splitter.ts';
import { parseEventLine } from './stored-event.ts';
import {
  type BadRecord,
  PAGE_EVENTS,
  type RecordedEvent,
  type ReplayPage,
  type ReplayReader,
} from './types.ts';

const CHUNK_BYTES = 64 * 1024;
/** Enough of a bad line to recognise it. */
const BAD_LINE_CHARS = 2_000;

/**
 * Reads an event file line by line, never more than a page at a time: JSON lines of events, or raw
 * lines of a platform when a decoder for them is given. Rejects when the file cannot be opened.
 */
export async function openFileReader(
  path: string,
  decoder: LineDecoder | null,
): Promise<ReplayReader> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return new FileReader(file, size, decoder);
}

class FileReader implements ReplayReader {
  readonly #file: FileHandle;
  readonly #size: number;
  readonly #decoder: LineDecoder | null;
  readonly #splitter = new LineSplitter();
  readonly #buffer = new Uint8Array(CHUNK_BYTES);
  #lines: readonly SplitLine[] = [];
  #place = 0;
  #readBytes = 0;
  #isAtEnd = false;
  #lastTs = 0;

  constructor(file: FileHandle, size: number, decoder: LineDecoder | null) {
    this.#file = file;
    this.#size = size;
    this.#decoder = decoder;
  }

  async next(): Promise<ReplayPage | null> {
    const events: RecordedEvent[] = [];
    const bad: BadRecord[] = [];
    while (events.length < PAGE_EVENTS && bad.length < PAGE_EVENTS) {
      const line = this.#lines[this.#place];
      if (line === undefined) {
        if (!(await this.#readChunk())) break;
        continue;
      }
      this.#place += 1;
      if (line.isTooLong) bad.push(badLine('', 'line_too_long', line.line));
      else this.#takeLine(line.text, line.line, events, bad);
    }
    if (this.#isAtEnd && events.length === 0 && bad.length === 0) return null;
    return { events, bad, fraction: this.#size === 0 ? 1 : this.#readBytes / this.#size };
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  /** False when nothing is left. */
  async #readChunk(): Promise<boolean> {
    if (this.#isAtEnd) return false;
    const { bytesRead } = await this.#file.read(this.#buffer, 0, CHUNK_BYTES, this.#readBytes);
    this.#readBytes += bytesRead;
    this.#place = 0;
    this.#isAtEnd = bytesRead === 0;
    this.#lines = this.#isAtEnd
      ? this.#splitter.end()
      : this.#splitter.push(this.#buffer.subarray(0, bytesRead));
    return true;
  }

  #takeLine(line: string, number: number, events: RecordedEvent[], bad: BadRecord[]): void {
    if (this.#decoder === null) {
      const parsed = parseEventLine(line);
      if (parsed.state === 'event') events.push(parsed.record);
      else if (parsed.state === 'bad') bad.push(badLine(line, parsed.reason, number));
      return;
    }
    const decoded = this.#decoder.decode(line, this.#lastTs);
    if (!decoded.ok) {
      bad.push(badLine(line, decoded.reason, number));
      return;
    }
    // A raw line has only the platform's time; one without it belongs to the moment before it.
    for (const event of decoded.events) {
      this.#lastTs = Math.max(this.#lastTs, event.platformTs ?? 0);
      events.push({ event, ts: event.platformTs });
    }
  }
}

function badLine(text: string, reason: string, line: number): BadRecord {
  return { raw: text.slice(0, BAD_LINE_CHARS), reason, line };
}
