import { ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { ProductId, type ShowId } from '#shared/model/ids.ts';
import type { LeftOutLines } from '#shared/model/left-out-lines.ts';
import { BLANK_BLOCK } from '#shared/rules/run-of-show/blank-block.ts';
import { insertCard } from '../cues/cues.queries.ts';
import { checkRecording } from '../feeds/replay/check-recording.ts';
import { demoShows, type DemoShow } from '../feeds/simulator/demo-show.ts';
import { insertSource } from '../feeds/sources.queries.ts';
import { fixPlan } from '../planning/fix-plan.ts';
import { copyBlocks, insertBlock } from '../planning/plan.queries.ts';
import type { TargetsService } from '../planning/targets.service.ts';
import { putProduct } from '../shelf/catalogue/product.queries.ts';
import { copyItems, putItem } from '../shelf/shelf.queries.ts';
import type { RoomContext } from './room-context.ts';
import { showById } from './show.queries.ts';
import type { ShowService } from './show.service.ts';

/** Shows that are played and not lived: the demo and replays. */
export class PlaybackService {
  readonly #room: RoomContext;
  readonly #shows: ShowService;
  readonly #targets: TargetsService;
  #progress: number | null = null;
  #isFinished = false;
  /** What was last found in the file that is about to be replayed. */
  #checked: { readonly file: string; readonly leftOut: LeftOutLines | null } | null = null;

  constructor(room: RoomContext, shows: ShowService, targets: TargetsService) {
    this.#room = room;
    this.#shows = shows;
    this.#targets = targets;
  }

  slice(): RoomSlices['show']['playback'] {
    const clock = this.#shows.clock();
    if (!this.#shows.isPlayback() || clock === null) return null;
    return { speed: clock.speed, isFinished: this.#isFinished, progress: this.#progress };
  }

  setProgress(fraction: number | null, isFinished: boolean): void {
    const shown = fraction === null ? null : Math.round(fraction * 100) / 100;
    if (shown === this.#progress && isFinished === this.#isFinished) return;
    this.#progress = shown;
    this.#isFinished = isFinished;
    this.#room.changed('show');
  }

  startDemo(input: CommandInput<'demo.start'>): Result<{ showId: ShowId }> {
    const { seed, language, eventsPerSecond } = input;
    const demo = demoShows[language];
    const created = this.#shows.create(demo.title, 'demo', demo.currency);
    if (!created.ok) return created;
    const { showId } = created.value;
    this.#loadDemo(showId, demo);
    this.#addSource(showId, 'simulator', demo.title, { seed, language, eventsPerSecond });
    return this.#start(showId, input.speed);
  }

  /** Looks through the file before there is a show of it. Refused: file_unreadable, file_bad_line. */
  async prepareReplay({ from }: CommandInput<'replay.start'>): Promise<Result<unknown>> {
    if (!('file' in from)) return ok(null);
    const { file } = from;
    const checked = await checkRecording(file);
    if (checked.ok) this.#checked = { file, leftOut: checked.value };
    return checked;
  }

  startReplay(input: CommandInput<'replay.start'>): Result<CommandOutput<'replay.start'>> {
    const { from, speed } = input;
    const original = 'showId' in from ? showById(this.#room.db, from.showId) : null;
    const title = original?.show.title ?? ('file' in from ? fileName(from.file) : '');
    const currency = original?.show.currency ?? 'CNY';
    const created = this.#shows.create(title, 'replay', currency);
    if (!created.ok) return created;
    const { showId } = created.value;
    if ('showId' in from) {
      copyItems(this.#room.db, from.showId, showId);
      copyBlocks(this.#room.db, from.showId, showId);
      this.#targets.copy(from.showId, showId);
      this.#addSource(showId, 'replay', title, { kind: 'show', showId: from.showId });
    } else {
      this.#addSource(showId, 'replay', title, { kind: 'file', path: from.file });
    }
    const started = this.#start(showId, speed);
    if (!started.ok) return started;
    const isChecked = 'file' in from && this.#checked?.file === from.file;
    return ok({ showId, leftOut: isChecked ? (this.#checked?.leftOut ?? null) : null });
  }

  /** Another show: what was known of the last playback is over. */
  reset(): void {
    this.#progress = null;
    this.#isFinished = false;
  }

  #start(showId: ShowId, speed: number): Result<{ showId: ShowId }> {
    this.reset();
    const clocked = this.#shows.setSpeed(speed);
    if (!clocked.ok) return clocked;
    const started = this.#shows.advance('start');
    if (!started.ok) return started;
    fixPlan(this.#room);
    return ok({ showId });
  }

  #addSource(
    showId: ShowId,
    connector: string,
    channel: string,
    options: Readonly<Record<string, unknown>>,
  ): void {
    const { db, roomId } = this.#room;
    const place = { roomId, showId, parentId: null, connector, platform: connector };
    insertSource(db, { ...place, channel, address: null, options });
  }

  #loadDemo(showId: ShowId, demo: DemoShow): void {
    const { db, roomId, ports } = this.#room;
    const idOfCode = new Map<string, number>();
    const put = { details: null, cause: 'demo', nowTs: ports.clock.wallNow() } as const;
    for (const [index, fields] of demo.products.entries()) {
      const productId = putProduct(db, roomId, { ...put, fields });
      putItem(db, showId, productId, index + 1, fields.stock, 0);
      idOfCode.set(fields.code, productId);
    }
    const productIdOf = (code: string | null): number | null =>
      code === null ? null : (idOfCode.get(code) ?? null);
    for (const [index, block] of demo.blocks.entries()) {
      const { productCode, ...plan } = block;
      const productId = productIdOf(productCode);
      const productIds = productId === null ? [] : [ProductId.parse(productId)];
      const planned = { ...BLANK_BLOCK, ...plan, productIds };
      insertBlock(db, { showId, position: index + 1, id: 0, block: planned });
    }
    for (const card of demo.cueCards) {
      insertCard(db, { roomId, showId, ...card, productId: productIdOf(card.productCode) });
    }
  }
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
