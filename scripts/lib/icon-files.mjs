// The containers of icons: an ICO for Windows and an ICNS for macOS, both of whole PNGs.

/** Pixels of the square PNGs in the .ico. */
export const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Pixels of the icons Linux looks for below `icons/hicolor`. */
export const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
/** Types of an .icns that hold PNGs, with their pixels (Apple's icon services). */
export const ICNS_TYPES = {
  icp4: 16,
  icp5: 32,
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
};

/** Every size that is drawn. */
export const ICON_SIZES = [
  ...new Set([...ICO_SIZES, ...LINUX_SIZES, ...Object.values(ICNS_TYPES)]),
].sort((a, b) => a - b);

const ICO_HEADER_BYTES = 6;
const ICO_ENTRY_BYTES = 16;

/**
 * @param {ReadonlyMap<number, Buffer>} pngs by size
 * @param {number} size
 */
function pngOf(pngs, size) {
  const png = pngs.get(size);
  if (png === undefined) throw new Error(`there is no PNG of ${size} pixels`);
  return png;
}

/** @param {ReadonlyMap<number, Buffer>} pngs by size */
export function icoFile(pngs) {
  const header = Buffer.alloc(ICO_HEADER_BYTES);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(ICO_SIZES.length, 4);
  let offset = ICO_HEADER_BYTES + ICO_ENTRY_BYTES * ICO_SIZES.length;
  const entries = ICO_SIZES.map((size) => {
    const { length } = pngOf(pngs, size);
    const entry = Buffer.alloc(ICO_ENTRY_BYTES);
    // 0 stands for 256.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...ICO_SIZES.map((size) => pngOf(pngs, size))]);
}

/** @param {ReadonlyMap<number, Buffer>} pngs by size */
export function icnsFile(pngs) {
  const parts = Object.entries(ICNS_TYPES).map(([type, size]) => chunk(type, pngOf(pngs, size)));
  return chunk('icns', Buffer.concat(parts));
}

/**
 * @param {string} type four letters
 * @param {Buffer} content
 */
function chunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + head.length, 4);
  return Buffer.concat([head, content]);
}
