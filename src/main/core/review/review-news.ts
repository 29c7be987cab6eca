import type { ShowId } from '#shared/model/ids.ts';
import {
  NO_REVIEW_NEWS,
  REVIEW_NEWS_MAX,
  type ReviewNewsSlice,
} from '#shared/model/review-news.ts';

/** Tells screens that somebody wrote to a show's review; what it says now they read themselves. */
export class ReviewNews {
  readonly #changed: () => void;
  #slice: ReviewNewsSlice = NO_REVIEW_NEWS;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  noted(showId: ShowId): void {
    const { changes } = this.#slice;
    const revision = (changes.find((each) => each.showId === showId)?.revision ?? 0) + 1;
    const others = changes.filter((each) => each.showId !== showId);
    this.#slice = { changes: [...others, { showId, revision }].slice(-REVIEW_NEWS_MAX) };
    this.#changed();
  }

  slice(): ReviewNewsSlice {
    return this.#slice;
  }
}
