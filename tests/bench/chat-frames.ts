/**
 * Frames of the whole desk while its chat is flooded: a real core, its socket, a real Chromium. Pinned
 * to the end and scrolled up, one after the other; in the same run a list that draws every message by
 * itself, the barest list of the newest rows, and an empty page, each fed (the last: beside) the same.
 */
import { printBench, rounded } from './bench-line.ts';
import { FloodedPages, type Frames } from './flooded-pages.ts';
import { listPerMessage, listTail } from './pages/plain-lists.ts';

const SECONDS = 20;
const LEAST_FRAMES = 58;
const MOST_MS = 33;

type Measured = Readonly<Record<'pinned' | 'scrolledUp' | 'perMessage' | 'tail' | 'empty', Frames>>;

async function measure(pages: FloodedPages, perSecond: number): Promise<Measured> {
  // Before the first page: its rows.
  await pages.flood.send(500, 1);
  const listener = await pages.openListener();
  const blank = await pages.openBlank();
  const empty = await pages.watch(blank, perSecond, SECONDS);
  listener.close();
  await empty.page.close();

  const bare = await pages.openList(listTail);
  const tail = await pages.watch(bare, perSecond, SECONDS);
  await tail.page.close();

  const desk = await pages.openDesk();
  const pinned = await pages.watch(desk, perSecond, SECONDS);
  const list = pinned.page.getByRole('listbox').first();
  await list.focus();
  await list.press('PageUp');
  const scrolledUp = await pages.watch(pinned.page, perSecond, SECONDS);
  await scrolledUp.page.close();

  const naive = await pages.openList(listPerMessage);
  const perMessage = await pages.watch(naive, perSecond, SECONDS);
  await perMessage.page.close();
  return { pinned, scrolledUp, perMessage, tail, empty };
}

/** One rate, as `chat.frames-NAME` and `chat.frames-NAME-p99`; a line for each comparator. */
export async function chatFrames(name: string, perSecond: number): Promise<void> {
  const pages = await FloodedPages.open();
  const measured = await measure(pages, perSecond);
  await pages.close();
  const { pinned, scrolledUp, perMessage, tail, empty } = measured;
  for (const [page, { perSecond: frames, p99Ms, busyPercent, taken, sent }] of Object.entries(
    measured,
  )) {
    process.stderr.write(
      `chat.frames-${name} ${page}: ${frames.toFixed(1)} frames/s, p99 ${p99Ms.toFixed(1)} ms, ` +
        `${busyPercent.toFixed(0)} % of a core, ${taken ?? 'none'} of ${sent} messages\n`,
    );
  }
  for (const { taken, sent } of [pinned, scrolledUp]) {
    if (taken !== sent) throw new Error(`the desk took ${taken} of ${sent} messages`);
  }
  const least = Math.min(pinned.perSecond, scrolledUp.perSecond);
  const most = Math.max(pinned.p99Ms, scrolledUp.p99Ms);
  const comparators = [
    { comparator: 'a list that draws each message by itself', of: perMessage, isJudged: true },
    { comparator: 'a bare list of the last 32 rows', of: tail, isJudged: false },
  ] as const;
  for (const { comparator, of, isJudged } of comparators) {
    printBench({
      name: `chat.frames-${name}`,
      value: rounded(least, 1),
      unit: 'frames/s, pinned or scrolled up',
      comparator,
      comparatorValue: rounded(of.perSecond, 1),
      ratio: rounded(least / of.perSecond, 2),
      goal: isJudged ? { of: 'value', is: 'at least', target: LEAST_FRAMES } : null,
      floor: { of: 'an empty page beside the same load', value: rounded(empty.perSecond, 1) },
      samples: [rounded(pinned.perSecond, 1), rounded(scrolledUp.perSecond, 1)],
    });
    printBench({
      name: `chat.frames-${name}-p99`,
      value: rounded(most, 1),
      unit: 'ms, 99 of 100 frames',
      comparator,
      comparatorValue: rounded(of.p99Ms, 1),
      ratio: rounded(most / of.p99Ms, 2),
      goal: isJudged ? { of: 'value', is: 'at most', target: MOST_MS } : null,
      floor: { of: 'an empty page beside the same load', value: rounded(empty.p99Ms, 1) },
      samples: [rounded(pinned.p99Ms, 1), rounded(scrolledUp.p99Ms, 1)],
    });
  }
  process.exit(0);
}
