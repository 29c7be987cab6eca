import type { Format } from './format.ts';

const KIB = 1024;

/** A size as people say it: `340 KB`, `1.2 GB`. */
export function byteSize(format: Format, bytes: number): string {
  if (bytes < KIB ** 2) return `${format.number(Math.ceil(bytes / KIB))} KB`;
  if (bytes < KIB ** 3) return `${format.number(Math.round(bytes / KIB ** 2))} MB`;
  return `${format.number(bytes / KIB ** 3)} GB`;
}
