import { useEffect, useMemo, useState } from 'react';
import type { CSSProperties, ReactElement } from 'react';

import { usePushReceipt } from '#renderer/connection/use-push-receipt.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useCues, useShelf, useShow } from '#renderer/store/selectors.ts';
import hidden from '#renderer/ui/VisuallyHidden.module.css';
import { legibleSizes } from '#shared/rules/visual-angle.ts';

import { AnswerBar } from './AnswerBar.tsx';
import styles from './AnchorStage.module.css';
import { BlockBar } from './BlockBar.tsx';
import { CueView } from './CueView.tsx';
import { IdleView } from './IdleView.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import { ProductSide } from './ProductSide.tsx';
import { SilentPicture } from './SilentPicture.tsx';
import { talkPoints } from './talk-points.ts';
import { useAnchorKeys } from './use-anchor-keys.ts';
import { useAnswer } from './use-answer.ts';
import { useDeskLink } from '#renderer/connection/use-desk-link.ts';
import { useIsUnread } from './use-is-unread.ts';
import { useIsPortrait } from './use-is-portrait.ts';
import { usePages } from './use-pages.ts';
import { useShownReceipt } from './use-shown-receipt.ts';
import { useStayAwake } from './use-stay-awake.ts';
import {
  DEFAULT_ANSWERS,
  readViewingAnswers,
  rememberViewingAnswers,
  type ViewingAnswers,
} from './viewing-place.ts';

function sizesStyle(answers: ViewingAnswers): CSSProperties {
  const { cuePx, cueHanPx, readHanPx, readLatinPx } = legibleSizes({
    diagonalInches: answers.diagonalInches,
    distanceMetres: answers.distanceMetres,
    screenWidthPx: window.screen.width || window.innerWidth,
    screenHeightPx: window.screen.height || window.innerHeight,
  });
  const sizes: Record<`--${string}`, string> = {
    '--cue-size': `${String(cuePx)}px`,
    '--cue-han': `${String(cueHanPx)}px`,
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
  // A cue that nobody answered before the end is not to be spoken any more.
  const cue = show === null || show.state === 'ended' ? null : cues.current;
  const answer = useAnswer(cue);
  const product = shelf.items.find((item) => item.productId === shelf.current?.productId) ?? null;
  const place = answers ?? DEFAULT_ANSWERS;
  const isOver = show?.state === 'ended';
  const points = useMemo(
    () => (product === null || isOver ? [] : talkPoints(product)),
    [product, isOver],
  );
  const pages = usePages(cue === null ? `product ${product?.productId ?? 0}` : `cue ${cue.id}`);
  // What there is to say goes round; a cue ends with its last page.
  const hasNextPage = cue === null ? pages.count > 1 && !isAsking : pages.hasMore;
  const link = useDeskLink();
  const isUnread = useIsUnread(cue?.id ?? null);
  const isAwake = useStayAwake();
  const isPortrait = useIsPortrait();

  useShownReceipt(cue);
  usePushReceipt(product === null ? null : shelf.current, 'anchor');

  useEffect(() => {
    document.documentElement.dataset['theme'] = place.theme;
  }, [place.theme]);

  function goForward(): void {
    if (hasNextPage) pages.turn();
    else answer.press('done');
  }
  const askForHelp = (): void => answer.press('help');
  // A pedal is pressed without looking; who taps the glass sees what stands there.
  const onceRead =
    (act: () => void): (() => void) =>
    () => {
      if (!isUnread()) act();
    };
  function keepPlace(next: ViewingAnswers): void {
    rememberViewingAnswers(window.localStorage, next);
    setAnswers(next);
    setIsAsking(false);
  }

  useAnchorKeys({ forward: onceRead(goForward), help: onceRead(askForHelp), page: pages.turn });

  return (
    <div className={styles.stage} style={sizesStyle(place)} data-link={link.state}>
      <BlockBar link={isPortrait ? link : null} />
      <main className={styles.middle}>
        <h1 className={hidden.hidden}>{t('anchor.title')}</h1>
        <div className={styles.words}>
          {cue !== null ? (
            <CueView cue={cue} pages={pages} />
          ) : isAsking ? (
            // The question never covers a cue: it waits until there is none.
            <PlaceForm initial={place} onKeep={keepPlace} />
          ) : (
            <IdleView
              show={show}
              last={cues.sent[cues.sent.length - 1] ?? null}
              points={points}
              pages={pages}
            />
          )}
          <button
            type="button"
            className={styles.place}
            onClick={() => setIsAsking(true)}
            aria-label={t('anchor.place')}
            title={t('anchor.place')}
          >
            ⚙
          </button>
        </div>
        <ProductSide item={product} withSay={cue !== null || isAsking} />
      </main>
      <AnswerBar
        answer={answer}
        link={isPortrait ? null : link}
        hasMorePages={hasNextPage}
        onForward={goForward}
        onHelp={askForHelp}
      />
      {!isAwake && <SilentPicture />}
    </div>
  );
}
