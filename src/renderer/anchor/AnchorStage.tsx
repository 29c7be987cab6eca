import { useEffect, useState } from 'react';
import type { CSSProperties, ReactElement } from 'react';

import { usePushReceipt } from '#renderer/connection/use-push-receipt.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useCues, useShelf, useShow } from '#renderer/store/selectors.ts';
import { legibleSizes } from '#shared/rules/visual-angle.ts';

import { AnswerBar } from './AnswerBar.tsx';
import styles from './AnchorStage.module.css';
import { BlockBar } from './BlockBar.tsx';
import { CueView } from './CueView.tsx';
import { IdleView } from './IdleView.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import { ProductSide } from './ProductSide.tsx';
import { useAnchorKeys } from './use-anchor-keys.ts';
import { useAnswer } from './use-answer.ts';
import { useShownReceipt } from './use-shown-receipt.ts';
import { useStayAwake } from './use-stay-awake.ts';
import {
  DEFAULT_ANSWERS,
  readViewingAnswers,
  rememberViewingAnswers,
  type ViewingAnswers,
} from './viewing-place.ts';

function sizesStyle(answers: ViewingAnswers): CSSProperties {
  const { cuePx, readHanPx, readLatinPx } = legibleSizes({
    diagonalInches: answers.diagonalInches,
    distanceMetres: answers.distanceMetres,
    screenWidthPx: window.screen.width || window.innerWidth,
    screenHeightPx: window.screen.height || window.innerHeight,
  });
  const sizes: Record<`--${string}`, string> = {
    '--cue-size': `${String(cuePx)}px`,
    '--read-han': `${String(readHanPx)}px`,
    '--read-latin': `${String(readLatinPx)}px`,
  };
  return sizes;
}

/** What the anchor sees: one cue, the product, the block, two answers, and the link to the desk. */
export function AnchorStage(): ReactElement {
  const { t } = useI18n();
  const show = useShow();
  const cues = useCues();
  const shelf = useShelf();
  const [answers, setAnswers] = useState(() => readViewingAnswers(window.localStorage));
  const [isAsking, setIsAsking] = useState(answers === null);
  // Which cue the page count is of: a new cue begins at its first page.
  const [turned, setTurned] = useState({ cueId: 0, page: 0 });
  const [pageCount, setPageCount] = useState(1);

  // A cue that nobody answered before the end is not to be spoken any more.
  const cue = show === null || show.state === 'ended' ? null : cues.current;
  const page = turned.cueId === cue?.id ? Math.min(turned.page, pageCount - 1) : 0;
  const hasMorePages = cue !== null && page < pageCount - 1;
  const answer = useAnswer(cue);
  const product = shelf.items.find((item) => item.productId === shelf.current?.productId) ?? null;
  const place = answers ?? DEFAULT_ANSWERS;

  useStayAwake();
  useShownReceipt(cue);
  usePushReceipt(product === null ? null : shelf.current, 'anchor');

  useEffect(() => {
    document.documentElement.dataset['theme'] = place.theme;
  }, [place.theme]);

  function turnPage(): void {
    if (cue === null) return;
    setTurned({ cueId: cue.id, page: (page + 1) % pageCount });
  }
  function goForward(): void {
    if (hasMorePages) turnPage();
    else answer.press('done');
  }
  function keepPlace(next: ViewingAnswers): void {
    rememberViewingAnswers(window.localStorage, next);
    setAnswers(next);
    setIsAsking(false);
  }

  useAnchorKeys({ onForward: goForward, onHelp: () => answer.press('help') });

  return (
    <div className={styles.stage} style={sizesStyle(place)}>
      <BlockBar />
      <main className={styles.middle}>
        {cue !== null ? (
          <CueView cue={cue} page={page} onPages={setPageCount} onTurn={turnPage} />
        ) : isAsking ? (
          // The question never covers a cue: it waits until there is none.
          <PlaceForm initial={place} onKeep={keepPlace} />
        ) : (
          <IdleView
            show={show}
            last={cues.sent[cues.sent.length - 1] ?? null}
            say={product?.say ?? ''}
          />
        )}
        <ProductSide item={product} />
        <button
          type="button"
          className={styles.place}
          onClick={() => setIsAsking(true)}
          aria-label={t('anchor.place')}
          title={t('anchor.place')}
        >
          ⚙
        </button>
      </main>
      <AnswerBar
        answer={answer}
        hasMorePages={hasMorePages}
        onForward={goForward}
        onHelp={() => answer.press('help')}
      />
    </div>
  );
}
