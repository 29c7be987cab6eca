/**
 * What the first bytes of a picture say of it, by the formats' own definitions: PNG (ISO/IEC 15948,
 * 5.2 and 11.2.2), JPEG (ITU-T T.81, annex B), GIF (89a, 18 and 27), WebP (RFC 9649). Nothing is
 * decoded, so nothing can unpack to more than it is.
 */

export type ImageType = 'png' | 'jpeg' | 'gif' | 'webp';

export type ImageHeader = {
  readonly type: ImageType;
  /** Pixels, of a GIF those of its whole screen. */
  readonly width: number;
  readonly height: number;
  /** Its end is there as well: nothing was cut off on the way. */
  readonly isWhole: boolean;
};

/** A picture that somebody gives: so many bytes at most. */
export const GIVEN_MAX_BYTES = 5 * 1024 * 1024;
/** Pixels a picture may have: what decoding one takes is four bytes for each. */
const GIVEN_MAX_SIDE = 12_000;
const GIVEN_MAX_PIXELS = 40_000_000;

export const IMAGE_FAULTS = [
  'too_many_bytes',
  'not_image',
  'cut_off',
  'too_many_pixels',
  'undecodable',
] as const;
export type ImageFault = (typeof IMAGE_FAULTS)[number];

/** Why a picture that somebody gives is not taken; null when it may be decoded. */
export function imageFault(bytes: Uint8Array): ImageFault | null {
  if (bytes.byteLength > GIVEN_MAX_BYTES) return 'too_many_bytes';
  const header = imageHeader(bytes);
  if (header === null) return 'not_image';
  const { width, height } = header;
  const isHuge = Math.max(width, height) > GIVEN_MAX_SIDE || width * height > GIVEN_MAX_PIXELS;
  if (isHuge) return 'too_many_pixels';
  return header.isWhole ? null : 'cut_off';
}

/** Null for what is no picture of a known format, or has no pixels. */
export function imageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = png(view) ?? gif(view) ?? webp(view) ?? jpeg(view);
  return header !== null && header.width > 0 && header.height > 0 ? header : null;
}

function png(view: DataView): ImageHeader | null {
  const isPng =
    view.byteLength >= 33 &&
    view.getUint32(0) === 0x89504e47 &&
    view.getUint32(4) === 0x0d0a1a0a &&
    isText(view, 12, 'IHDR');
  if (!isPng) return null;
  return {
    type: 'png',
    width: view.getUint32(16),
    height: view.getUint32(20),
    isWhole: endsPng(view),
  };
}

/** Every chunk says how long it is; the last one is IEND. */
function endsPng(view: DataView): boolean {
  let at = 8;
  while (at + 12 <= view.byteLength) {
    const isEnd = isText(view, at + 4, 'IEND');
    at += 12 + view.getUint32(at);
    if (isEnd) return at <= view.byteLength;
  }
  return false;
}

function gif(view: DataView): ImageHeader | null {
  if (view.byteLength < 13 || !(isText(view, 0, 'GIF87a') || isText(view, 0, 'GIF89a')))
    return null;
  return {
    type: 'gif',
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    isWhole: view.getUint8(view.byteLength - 1) === 0x3b,
  };
}

function webp(view: DataView): ImageHeader | null {
  if (view.byteLength < 30 || !isText(view, 0, 'RIFF') || !isText(view, 8, 'WEBP')) return null;
  const size = webpSize(view);
  if (size === null) return null;
  return { type: 'webp', ...size, isWhole: view.getUint32(4, true) + 8 <= view.byteLength };
}

function webpSize(view: DataView): { readonly width: number; readonly height: number } | null {
  if (isText(view, 12, 'VP8X')) {
    return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  }
  if (isText(view, 12, 'VP8L')) {
    if (view.getUint8(20) !== 0x2f) return null;
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (!isText(view, 12, 'VP8 ') || uint24(view, 23) !== 0x2a019d) return null;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** Start of image, segments with their lengths until the frame's header, and the end of the image. */
function jpeg(view: DataView): ImageHeader | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8 || view.getUint8(2) !== 0xff) return null;
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // A marker may have any number of fill bytes before it, and some stand alone.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (isFrame(marker)) {
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      return { type: 'jpeg', width, height, isWhole: endsJpeg(view, at) };
    } else if (marker === 0xd9 || marker === 0xda) return null;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}

/** SOF0 to SOF15 without the tables and reserved codes among them (T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** The end is marked by what stands nowhere in coded data; cameras write more behind it. */
function endsJpeg(view: DataView, from: number): boolean {
  for (let at = view.byteLength - 2; at > from; at -= 1) {
    if (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xd9) return true;
  }
  return false;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function isText(view: DataView, at: number, text: string): boolean {
  if (at + text.length > view.byteLength) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (view.getUint8(at + index) !== text.charCodeAt(index)) return false;
  }
  return true;
}
