import { deflateRawSync } from 'node:zlib';

type Part = {
  readonly name: string;
  readonly data: Buffer;
  /** What the archive claims that it unpacks to; null says the truth. */
  readonly claimedBytes: number | null;
};

/** A bomb is packed once, however many archives it goes into. */
const packedOf = new WeakMap<Buffer, Buffer>();

/** A zip archive that may lie; without checksums, which a hostile one need not have right. */
export function makeZip(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, data, claimedBytes } of parts) {
    const packed = packedOf.get(data) ?? deflateRawSync(data, { level: 1 });
    packedOf.set(data, packed);
    const sizes = [packed.length, claimedBytes ?? data.length];
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(sizes[0]!, 18);
    local.writeUInt32LE(sizes[1]!, 22);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(sizes[0]!, 20);
    entry.writeUInt32LE(sizes[1]!, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46);
    locals.push(local, packed);
    entries.push(entry);
    at += local.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

const part = (name: string, text: string | Buffer): Part => ({
  name,
  data: typeof text === 'string' ? Buffer.from(text) : text,
  claimedBytes: null,
});

/** A workbook of these sheets, by the names of their tabs. */
export function workbookOf(sheets: Readonly<Record<string, string>>): readonly Part[] {
  const all = Object.entries(sheets);
  const tabs = all.map(([name], at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"/>`);
  const targets = all.map(
    (_, at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at}.xml"/>`,
  );
  return [
    part('xl/workbook.xml', `<workbook><sheets>${tabs.join('')}</sheets></workbook>`),
    part('xl/_rels/workbook.xml.rels', `<Relationships>${targets.join('')}</Relationships>`),
    ...all.map(([, sheet], at) => part(`xl/worksheets/sheet${at}.xml`, sheet)),
  ];
}

/** A workbook of one sheet; `strings` null for none that are shared. */
export function workbookParts(sheet: string | Buffer, strings: string | null): readonly Part[] {
  return [
    part(
      'xl/workbook.xml',
      '<workbook><sheets><sheet name="h" sheetId="1" state="hidden" r:id="rId9"/><sheet name="a" sheetId="2" r:id="rId1"/></sheets></workbook>',
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Target="worksheets/hidden.xml"/></Relationships>',
    ),
    part('xl/worksheets/sheet1.xml', sheet),
    part('xl/worksheets/hidden.xml', '<worksheet><row r="1"><c><v>1</v></c></row></worksheet>'),
    ...(strings === null ? [] : [part('xl/sharedStrings.xml', strings)]),
  ];
}
