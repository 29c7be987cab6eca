import { useState } from 'react';

import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { Review } from '#shared/model/review.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { otherOf, useComparedPair } from '#renderer/store/compared-pair.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { printPage } from './print-page.ts';
import { photosOf } from './report-photos.ts';
import { reportTables } from './report-tables.ts';
import { csvFiles, firstPage, pageFile, printedPage } from './review-files.ts';

/** Everything a review can become, in the order of the list. */
export const EXPORTS = ['html', 'pdf', 'png', 'xlsx', 'csv', 'json', 'print'] as const;
export type ExportKind = (typeof EXPORTS)[number];

export type ExportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy'; readonly what: ExportKind }
  | {
      readonly kind: 'saved';
      readonly what: ExportKind;
      readonly path: string;
      readonly count: number;
    }
  | { readonly kind: 'failed'; readonly what: ExportKind; readonly error: AppError };

export interface Exports {
  readonly state: ExportState;
  start(what: ExportKind): void;
  dismiss(): void;
}

/** Makes a review into files; each lies in the data folder's `exports`, and where is said. */
export function useExports(shown: Review): Exports {
  const i18n = useI18n();
  const run = useCommand();
  const [state, setState] = useState<ExportState>({ kind: 'none' });
  const showId = shown.show.id;
  const withId = useComparedPair(({ pair }) => otherOf(pair, showId));

  /** With what is worked out after the page: what viewers said, other shows, what followed. */
  const whole = (): Promise<Result<Review>> => run('review.whole', { showId, withId });

  async function save(
    what: Exclude<ExportKind, 'print' | 'json'>,
    review: Review,
  ): Promise<Result<{ path: string }>> {
    switch (what) {
      case 'html':
        return run('review.export', {
          showId,
          files: [pageFile(i18n, review, await photosOf(review.notes))],
        });
      case 'csv':
        return run('review.export', { showId, files: [...csvFiles(i18n, review)] });
      case 'xlsx': {
        const sheets = reportTables(i18n, review).map(({ sheet }) => sheet);
        const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
        return run('review.saveTables', { showId, timeZone, sheets });
      }
      case 'pdf': {
        const { html, footer } = printedPage(i18n, review, await photosOf(review.notes));
        return run('review.print', { showId, kind: 'pdf', html, footer });
      }
      case 'png':
        return run('review.print', {
          showId,
          kind: 'png',
          html: firstPage(i18n, review),
          footer: '',
        });
    }
  }

  async function start(what: ExportKind): Promise<void> {
    setState({ kind: 'busy', what });
    if (what === 'json') {
      ended(what, await run('review.saveFacts', { showId, withId }), 1);
      return;
    }
    const review = await whole();
    if (!review.ok) {
      setState({ kind: 'failed', what, error: review.error });
    } else if (what === 'print') {
      setState({ kind: 'none' });
      printPage(printedPage(i18n, review.value, await photosOf(review.value.notes)).html);
    } else {
      const count = what === 'csv' ? csvFiles(i18n, review.value).length : 1;
      ended(what, await save(what, review.value), count);
    }
  }

  function ended(what: ExportKind, result: Result<{ path: string }>, count: number): void {
    setState(
      result.ok
        ? { kind: 'saved', what, path: result.value.path, count }
        : { kind: 'failed', what, error: result.error },
    );
  }

  return {
    state,
    start: (what) => void start(what),
    dismiss: () => setState({ kind: 'none' }),
  };
}
