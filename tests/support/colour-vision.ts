// How far apart two colours are for an eye, and what eyes without one kind of cone see of them.
// Machado, Oliveira, Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision
// Deficiency", severity 1.0, on linear sRGB. Difference: CIEDE2000 (Sharma, Wu, Dalal 2005).

export type Eye = 'all' | 'protanopia' | 'deuteranopia' | 'tritanopia';
type Triple = readonly [number, number, number];
export type Lab = Triple;

const EYES: Readonly<Record<Eye, readonly [Triple, Triple, Triple]>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
export const ALL_EYES: readonly Eye[] = ['all', 'protanopia', 'deuteranopia', 'tritanopia'];

/** `#rrggbb`, or `#rrggbbaa` laid over another colour, as sRGB from 0 to 1. */
export function colourOf(hex: string, below: string | null = null): Triple {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  const own: Triple = [part(1), part(3), part(5)];
  if (hex.length < 9 || below === null) return own;
  const share = part(7);
  const under = colourOf(below);
  return mapTriple((at) => own[at] * share + under[at] * (1 - share));
}

function mapTriple(each: (at: 0 | 1 | 2) => number): Triple {
  return [each(0), each(1), each(2)];
}

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** Contrast as WCAG 2.2 defines it, from 1 to 21. */
export function contrast(one: Triple, other: Triple): number {
  const light = (colour: Triple): number =>
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
  const [low = 0, high = 0] = [light(one), light(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** What this eye sees of an sRGB colour, in CIE Lab under D65. */
export function seenBy(eye: Eye, colour: Triple): Lab {
  const flat = mapTriple((at) => linear(colour[at]));
  const seen = mapTriple((at) => {
    const row = EYES[eye][at];
    const sum = row[0] * flat[0] + row[1] * flat[1] + row[2] * flat[2];
    return Math.min(1, Math.max(0, sum));
  });
  const [red, green, blue] = seen;
  const curve = (t: number): number =>
    t > 216 / 24_389 ? Math.cbrt(t) : ((24_389 / 27) * t + 16) / 116;
  const x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = curve(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = curve((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const degrees = (radians: number): number => ((radians * 180) / Math.PI + 360) % 360;
const cosine = (angle: number): number => Math.cos((angle * Math.PI) / 180);

/** CIEDE2000: 1 is just seen, 10 is seen at a glance. */
export function difference(one: Lab, other: Lab): number {
  const [light1, , b1] = one;
  const [light2, , b2] = other;
  const chromaMean = (Math.hypot(one[1], b1) + Math.hypot(other[1], b2)) / 2;
  const grey = 0.5 * (1 - Math.sqrt(chromaMean ** 7 / (chromaMean ** 7 + 25 ** 7)));
  const [a1, a2] = [one[1] * (1 + grey), other[1] * (1 + grey)];
  const [chroma1, chroma2] = [Math.hypot(a1, b1), Math.hypot(a2, b2)];
  const [hue1, hue2] = [degrees(Math.atan2(b1, a1)), degrees(Math.atan2(b2, a2))];
  const turn = chroma1 * chroma2 === 0 ? 0 : ((hue2 - hue1 + 540) % 360) - 180;
  const byHue = 2 * Math.sqrt(chroma1 * chroma2) * Math.sin((turn * Math.PI) / 360);
  const light = (light1 + light2) / 2;
  const chroma = (chroma1 + chroma2) / 2;
  const hue = chroma1 * chroma2 === 0 ? hue1 + hue2 : (hue1 + turn / 2 + 360) % 360;
  const tone =
    1 -
    0.17 * cosine(hue - 30) +
    0.24 * cosine(2 * hue) +
    0.32 * cosine(3 * hue + 6) -
    0.2 * cosine(4 * hue - 63);
  const scaleLight = 1 + (0.015 * (light - 50) ** 2) / Math.sqrt(20 + (light - 50) ** 2);
  const scaleChroma = 1 + 0.045 * chroma;
  const scaleHue = 1 + 0.015 * chroma * tone;
  const bend = 60 * Math.exp(-(((hue - 275) / 25) ** 2));
  const turned =
    -2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)) * Math.sin((bend * Math.PI) / 180);
  const [byLight, byChroma, byTone] = [
    (light2 - light1) / scaleLight,
    (chroma2 - chroma1) / scaleChroma,
    byHue / scaleHue,
  ];
  return Math.sqrt(byLight ** 2 + byChroma ** 2 + byTone ** 2 + turned * byChroma * byTone);
}
