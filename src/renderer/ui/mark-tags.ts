import type { Mark } from '#shared/model/metrics.ts';

/** Trouble first, then what was put on the shelf: a push hides its cue's tag, never the reverse. */
const IMPORTANCE: Readonly<Record<Mark['kind'], number>> = {
  gap: 0,
  source: 0,
  warning: 0,
  slip: 0,
  alert: 1,
  push: 1,
  show: 2,
  raid: 2,
  benefit: 2,
  bookmark: 3,
  cue: 4,
  block: 5,
};

export interface Tag {
  /** Its middle. */
  readonly x: number;
  readonly width: number;
  readonly tag: string;
  readonly kind: Mark['kind'];
}

/** The tags that can stand side by side, the more important ones before the others. */
export function tagsThatFit(tags: readonly Tag[], gap: number): readonly Tag[] {
  const fitting: Tag[] = [];
  for (const tag of tags.toSorted((a, b) => IMPORTANCE[a.kind] - IMPORTANCE[b.kind])) {
    const isFree = fitting.every(
      (placed) => Math.abs(placed.x - tag.x) >= (placed.width + tag.width) / 2 + gap,
    );
    if (isFree) fitting.push(tag);
  }
  return fitting;
}
