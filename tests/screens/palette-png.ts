import { crc32, deflateSync, inflateSync } from 'node:zlib';

// PNG as in https://www.w3.org/TR/png-3/: chunks of length, type, data and CRC; rows with a filter each.
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLORS = 256;
/** Squared distance under which two colours of a screen are one, while there is no room for both. */
const NEAR = 40;

/** A wider picture is written at half its size. */
const MOST_WIDTH = 2_400;

type Pixels = { readonly width: number; readonly height: number; readonly colors: Uint32Array };

/** The same picture in 256 colours, a third of the size, and halved where it is very wide; takes what Chromium's screenshots are. */
export function toPalettePng(png: Buffer): Buffer {
  const decoded = decode(png);
  const pixels = decoded.width > MOST_WIDTH ? halved(decoded) : decoded;
  const palette = paletteOf(pixels.colors);
  return encode(pixels, palette);
}

function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), data]));
    at += length + 12;
  }
  return chunks;
}

function decode(png: Buffer): Pixels {
  const chunks = chunksOf(png);
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = header[9] === 6 ? 4 : 3;
  const raw = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const rowBytes = width * channels;
  const colors = new Uint32Array(width * height);
  let above = Buffer.alloc(rowBytes);
  for (let y = 0; y < height; y += 1) {
    const start = y * (rowBytes + 1);
    const row = Buffer.from(raw.subarray(start + 1, start + 1 + rowBytes));
    unfilter(raw[start] ?? 0, row, above, channels);
    for (let x = 0; x < width; x += 1) colors[y * width + x] = row.readUIntBE(x * channels, 3);
    above = row;
  }
  return { width, height, colors };
}

/** Four pixels in one, each channel their mean. */
function halved({ width, height, colors }: Pixels): Pixels {
  const small = { width: width >> 1, height: height >> 1 };
  const means = new Uint32Array(small.width * small.height);
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      const at = 2 * y * width + 2 * x;
      const four = [at, at + 1, at + width, at + width + 1].map((index) => colors[index] ?? 0);
      const mean = (shift: number): number =>
        (four.reduce((sum, color) => sum + ((color >> shift) & 255), 0) + 2) >> 2;
      means[y * small.width + x] = (mean(16) << 16) | (mean(8) << 8) | mean(0);
    }
  }
  return { ...small, colors: means };
}

function unfilter(filter: number, row: Buffer, above: Buffer, channels: number): void {
  for (let at = 0; at < row.length; at += 1) {
    const left = at < channels ? 0 : (row[at - channels] ?? 0);
    const corner = at < channels ? 0 : (above[at - channels] ?? 0);
    row[at] = ((row[at] ?? 0) + predicted(filter, left, above[at] ?? 0, corner)) & 255;
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((one) => Math.abs(guess - one));
  if (byLeft === undefined || byUp === undefined || byCorner === undefined) return 0;
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function distance(a: number, b: number): number {
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return red * red + green * green + blue * blue;
}

/** The most frequent colours that differ visibly, then the most frequent of the rest. */
function paletteOf(colors: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const byCount = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  if (byCount.length <= MOST_COLORS) return byCount;
  const chosen: number[] = [];
  for (const color of byCount) {
    const isNew = chosen.every((one, index) => index < 24 || distance(one, color) > NEAR);
    if (isNew && chosen.length < MOST_COLORS) chosen.push(color);
  }
  return [...new Set([...chosen, ...byCount])].slice(0, MOST_COLORS);
}

function nearestIn(palette: readonly number[], color: number): number {
  let best = 0;
  for (const [index, one] of palette.entries()) {
    if (distance(one, color) < distance(palette[best] ?? 0, color)) best = index;
  }
  return best;
}

function encode({ width, height, colors }: Pixels, palette: readonly number[]): Buffer {
  const indexOf = new Map(palette.map((color, index) => [color, index]));
  const rows = Buffer.alloc((width + 1) * height);
  for (const [at, color] of colors.entries()) {
    const index = indexOf.get(color) ?? nearestIn(palette, color);
    indexOf.set(color, index);
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, of a palette.
  header.set([8, 3], 8);
  const table = Buffer.alloc(palette.length * 3);
  for (const [index, color] of palette.entries()) table.writeUIntBE(color, index * 3, 3);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
