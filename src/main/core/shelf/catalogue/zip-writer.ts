import { crc32, deflateRawSync } from 'node:zlib';

/** A file that goes into an archive; its name in ASCII. */
export type ZipFile = { readonly name: string; readonly text: string };

const LOCAL_MARK = 0x04034b50;
const ENTRY_MARK = 0x02014b50;
const END_MARK = 0x06054b50;
const VERSION = 20;
const UTF8 = 1 << 11;
const DEFLATED = 8;
/** The first of January 1980: the archive says nothing of when it was made, and is always the same. */
const FIRST_DAY = 0x21;

/** Files as one zip archive (PKWARE APPNOTE 6.3.10), each compressed. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text } of files) {
    const plain = Buffer.from(text, 'utf8');
    const packed = deflateRawSync(plain);
    const nameBytes = Buffer.from(name, 'ascii');
    const about = Buffer.alloc(26);
    about.writeUInt16LE(VERSION, 0);
    about.writeUInt16LE(UTF8, 2);
    about.writeUInt16LE(DEFLATED, 4);
    about.writeUInt16LE(FIRST_DAY, 8);
    about.writeUInt32LE(crc32(plain), 10);
    about.writeUInt32LE(packed.byteLength, 14);
    about.writeUInt32LE(plain.byteLength, 18);
    about.writeUInt16LE(nameBytes.byteLength, 22);
    const local = Buffer.concat([u32(LOCAL_MARK), about, nameBytes, packed]);
    // Version made by before it; comment, disk, attributes and place after it.
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([u32(ENTRY_MARK), u16(VERSION), about, rest, nameBytes]));
    parts.push(local);
    at += local.byteLength;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(entries.byteLength, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, entries, u32(END_MARK), end]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
