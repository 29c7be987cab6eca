// In order: what names the device best comes first. An iPad says it is a Mac, so touch decides.
const DEVICES: readonly (readonly [RegExp, string])[] = [
  [/OBS\//, 'OBS'],
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** A short name for this device among the desk's paired screens. */
export function deviceName(userAgent: string, touchPoints: number): string {
  const name = DEVICES.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'Browser';
  return name === 'Mac' && touchPoints > 1 ? 'iPad' : name;
}
