import { SheetRefused, UNPACKED_MAX_BYTES } from './sheet-reading.ts';

export type FileBytes = Uint8Array<ArrayBuffer>;

type Entry = {
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerAt: number;
};

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const COMMENT_MAX_BYTES = 0xffff;
/** A workbook of one sheet has a dozen. */
const ENTRIES_MAX = 2000;

/**
 * The files inside a zip archive (PKWARE APPNOTE 6.3.10, without ZIP64 and encryption, which no
 * spreadsheet of a permitted size has). Nothing is unpacked before it is asked for, and then piece by
 * piece, never beyond the limit, whatever the archive says of itself.
 */
export class ZipReader {
  readonly #bytes: FileBytes;
  readonly #view: DataView;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** Throws SheetRefused: damaged, protected. */
  constructor(bytes: FileBytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = this.#readDirectory();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The text of a file as UTF-8, piece by piece. Throws SheetRefused: damaged, unpacksTooLarge. */
  async *text(name: string): AsyncGenerator<string, void> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new SheetRefused('damaged');
    if (entry.unpackedBytes > UNPACKED_MAX_BYTES) throw new SheetRefused('unpacksTooLarge');
    const decoder = new TextDecoder('utf-8');
    let unpacked = 0;
    for await (const piece of this.#pieces(entry)) {
      unpacked += piece.byteLength;
      if (unpacked > UNPACKED_MAX_BYTES) throw new SheetRefused('unpacksTooLarge');
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder.decode();
  }

  async *#pieces(entry: Entry): AsyncGenerator<Uint8Array, void> {
    const packed = this.#packed(entry);
    if (entry.method === STORED) {
      yield packed;
      return;
    }
    const unpacker = new DecompressionStream('deflate-raw');
    const reader = new Blob([packed]).stream().pipeThrough(unpacker).getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read().catch(() => {
          throw new SheetRefused('damaged');
        });
        if (done) return;
        yield value;
      }
    } finally {
      // Also when nobody reads on: what is not needed is not unpacked.
      await reader.cancel().catch(() => undefined);
    }
  }

  #packed({ headerAt, packedBytes, method }: Entry): FileBytes {
    if (method !== STORED && method !== DEFLATED) throw new SheetRefused('damaged');
    if (this.#u32(headerAt) !== LOCAL_MARK) throw new SheetRefused('damaged');
    const start = headerAt + LOCAL_BYTES + this.#u16(headerAt + 26) + this.#u16(headerAt + 28);
    if (start + packedBytes > this.#bytes.byteLength) throw new SheetRefused('damaged');
    return this.#bytes.subarray(start, start + packedBytes);
  }

  #readDirectory(): ReadonlyMap<string, Entry> {
    const endAt = this.#findEnd();
    const count = this.#u16(endAt + 10);
    if (count > ENTRIES_MAX) throw new SheetRefused('unpacksTooLarge');
    const entries = new Map<string, Entry>();
    let at = this.#u32(endAt + 16);
    for (let index = 0; index < count; index += 1) {
      if (this.#u32(at) !== ENTRY_MARK) throw new SheetRefused('damaged');
      const nameBytes = this.#u16(at + 28);
      const nameAt = at + ENTRY_BYTES;
      const name = new TextDecoder().decode(this.#bytes.subarray(nameAt, nameAt + nameBytes));
      if ((this.#u16(at + 8) & 1) === 1) throw new SheetRefused('protected');
      entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
        method: this.#u16(at + 10),
        packedBytes: this.#u32(at + 20),
        unpackedBytes: this.#u32(at + 24),
        headerAt: this.#u32(at + 42),
      });
      at = nameAt + nameBytes + this.#u16(at + 30) + this.#u16(at + 32);
    }
    return entries;
  }

  /** The record at the end, before a comment of any length. */
  #findEnd(): number {
    const last = this.#bytes.byteLength - END_BYTES;
    for (let at = last; at >= Math.max(0, last - COMMENT_MAX_BYTES); at -= 1) {
      if (this.#u32(at) === END_MARK) return at;
    }
    throw new SheetRefused('damaged');
  }

  #u16(at: number): number {
    if (at < 0 || at + 2 > this.#view.byteLength) throw new SheetRefused('damaged');
    return this.#view.getUint16(at, true);
  }

  #u32(at: number): number {
    if (at < 0 || at + 4 > this.#view.byteLength) throw new SheetRefused('damaged');
    return this.#view.getUint32(at, true);
  }
}
