import { z } from 'zod';

/** Runs an expression in a page, however that is reached. */
export type Evaluate = (expression: string) => Promise<unknown>;

/** A frame that was drawn, and the newest stamped message among the rows that were in sight. */
export type Seen = { readonly drawnTs: number; readonly sentTs: number; readonly serial: number };

/**
 * From now on the page notes each frame in which a newer row stands in sight; `pattern` finds a row's
 * stamp: base 36 of the UTC milliseconds of its sending, then of its number.
 */
export async function watchRows(evaluate: Evaluate, pattern: string): Promise<void> {
  const watch = (stamp: string): void => {
    const find = new RegExp(stamp);
    const frames: [number, number, number][] = [];
    Reflect.set(window, 'rowsSeen', frames);
    let last = -1;
    /** What the next frame will show, and was not shown before. */
    let latest: [number, number] | null = null;
    function newest(): [number, number] | null {
      const rows = document.querySelectorAll<HTMLElement>('[data-row-key]');
      let best: [number, number] | null = null;
      for (const row of [...rows].filter((each) => each.closest('[inert]') === null)) {
        const found = find.exec(row.querySelector('p')?.textContent ?? '');
        if (found === null) continue;
        const [sentTs, serial] = [found[1] ?? '', found[2] ?? ''].map((text) =>
          Number.parseInt(text, 36),
        );
        if (sentTs === undefined || serial === undefined) continue;
        if (best === null || serial > best[1]) best = [sentTs, serial];
      }
      return best;
    }
    new MutationObserver(() => {
      const seen = newest();
      if (seen === null || seen[1] <= last) return;
      last = seen[1];
      if (latest === null) {
        requestAnimationFrame(() => {
          if (latest !== null) frames.push([Date.now(), ...latest]);
          latest = null;
        });
      }
      latest = seen;
    }).observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['inert'],
    });
  };
  await evaluate(`(${watch.toString()})(${JSON.stringify(pattern)}), true`);
}

const Noted = z.array(z.tuple([z.number(), z.number(), z.number()]));

/** The frames with newer rows since the watching began. */
export async function framesSeen(evaluate: Evaluate): Promise<readonly Seen[]> {
  const noted = Noted.parse(await evaluate('window.rowsSeen'));
  return noted.map(([drawnTs, sentTs, serial]) => ({ drawnTs, sentTs, serial }));
}

/**
 * For every message of these frames, how long after its sending a frame showed it, or one after it
 * where it came and went between two frames: milliseconds. When a message without a stamp was sent is
 * told from its number, between the stamped ones on both sides.
 */
export function delaysOf(frames: readonly Seen[]): number[] {
  return frames.flatMap((frame, index) => {
    const before = frames[index - 1];
    if (before === undefined) return [frame.drawnTs - frame.sentTs];
    const count = frame.serial - before.serial;
    const stepMs = (frame.sentTs - before.sentTs) / count;
    return Array.from(
      { length: count },
      (_, back) => frame.drawnTs - (frame.sentTs - back * stepMs),
    );
  });
}
