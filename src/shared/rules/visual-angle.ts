/**
 * How large type must be so that somebody across a room can read it.
 *
 * A thing of height h seen from distance d fills the angle 2 * atan(h / 2d), so h = 2 * d * tan(angle / 2).
 * Source of the limits: ISO 9241-303 (legibility of electronic displays) asks for characters of at
 * least 16 minutes of arc and prefers 20 to 22; the height meant is that of a capital letter.
 */

/** The line the anchor speaks from. */
export const CUE_ARC_MINUTES = 20;
/** Everything else that is meant to be read. */
export const READ_ARC_MINUTES = 16;

export const DEFAULT_DIAGONAL_INCHES = 10;
export const DEFAULT_DISTANCE_METRES = 2;

/**
 * Height of a capital letter or digit, and of a Han character's ink, for each pixel of font size.
 * The lowest among the fonts of the token stack (Segoe UI 0.70, Inter 0.73; Han faces 0.88 to 0.92).
 */
export const CAPITAL_RATIO = 0.7;
export const HAN_RATIO = 0.88;

const MM_PER_INCH = 25.4;
const ARC_MINUTES_PER_RADIAN = (180 * 60) / Math.PI;

export type ViewingPlace = {
  /** Diagonal of the screen in inches. */
  readonly diagonalInches: number;
  /** From the eye to the screen, metres. */
  readonly distanceMetres: number;
  /** The whole screen in CSS pixels, not the window: the diagonal is the screen's. */
  readonly screenWidthPx: number;
  readonly screenHeightPx: number;
};

export type LegibleSizes = {
  /** Font size of the cue, CSS pixels, whatever script it is written in. */
  readonly cuePx: number;
  /** Font size of the Han characters of a cue that has little room, CSS pixels. */
  readonly cueHanPx: number;
  /** Font size of other text made of Han characters only, CSS pixels. */
  readonly readHanPx: number;
  /** Font size of other text with Latin letters or digits, CSS pixels. */
  readonly readLatinPx: number;
};

/** Millimetres a character must stand to fill `arcMinutes` at `distanceMetres`. */
export function characterHeightMm(arcMinutes: number, distanceMetres: number): number {
  return 2 * distanceMetres * 1000 * Math.tan(arcMinutes / ARC_MINUTES_PER_RADIAN / 2);
}

/** Minutes of arc that a character of `heightMm` fills at `distanceMetres`. */
export function arcMinutesOf(heightMm: number, distanceMetres: number): number {
  return 2 * Math.atan(heightMm / (2 * distanceMetres * 1000)) * ARC_MINUTES_PER_RADIAN;
}

/** CSS pixels to the millimetre of a screen with square pixels. */
export function pixelsPerMm(place: ViewingPlace): number {
  const diagonalPx = Math.sqrt(place.screenWidthPx ** 2 + place.screenHeightPx ** 2);
  return diagonalPx / (place.diagonalInches * MM_PER_INCH);
}

/** Font sizes for this screen at this distance, rounded up to whole CSS pixels. */
export function legibleSizes(place: ViewingPlace): LegibleSizes {
  const scale = pixelsPerMm(place);
  const cueHeightPx = characterHeightMm(CUE_ARC_MINUTES, place.distanceMetres) * scale;
  const readHeightPx = characterHeightMm(READ_ARC_MINUTES, place.distanceMetres) * scale;
  return {
    cuePx: Math.ceil(cueHeightPx / CAPITAL_RATIO),
    cueHanPx: Math.ceil(cueHeightPx / HAN_RATIO),
    readHanPx: Math.ceil(readHeightPx / HAN_RATIO),
    readLatinPx: Math.ceil(readHeightPx / CAPITAL_RATIO),
  };
}
