import { useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import { usePushReceipt } from '#renderer/connection/use-push-receipt.ts';
import { useDeskLink } from '#renderer/connection/use-desk-link.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useCues, useShelf, useShow } from '#renderer/store/selectors.ts';
import hidden from '#renderer/ui/VisuallyHidden.module.css';
import { ANCHOR_VIEWS } from '#shared/model/stage.ts';

import { AnswerBar } from './AnswerBar.tsx';
import styles from './AnchorStage.module.css';
import { BlockBar } from './BlockBar.tsx';
import { CallLine } from './CallLine.tsx';
import { FlashFrame } from './FlashFrame.tsx';
import { MoodAsk } from './MoodAsk.tsx';
import { ProductSide } from './ProductSide.tsx';
import { SilentPicture } from './SilentPicture.tsx';
import { StageWords } from './StageWords.tsx';
import { sizesStyle } from './sizes-style.ts';
import { talkPoints } from './talk-points.ts';
import { type OtherKey, useAnchorKeys } from './use-anchor-keys.ts';
import { useAnswer } from './use-answer.ts';
import { useCalls } from './use-calls.ts';
import { useDeviceLayout } from './use-device-layout.ts';
import { useIsUnread } from './use-is-unread.ts';
import { useIsPortrait } from './use-is-portrait.ts';
import { usePages } from './use-pages.ts';
import { usePrompter } from './use-prompter.ts';
import { useShownReceipt } from './use-shown-receipt.ts';
import { useSight } from './use-sight.ts';
import { useStayAwake } from './use-stay-awake.ts';
import {
  DEFAULT_ANSWERS,
  readViewingAnswers,
  rememberViewingAnswers,
  type ViewingAnswers,
} from './viewing-place.ts';
import { ViewMenu } from './ViewMenu.tsx';

/** What the anchor sees: one view of the show, and above all of them the cue that waits. */
export function AnchorStage(): ReactElement {
  const { t } = useI18n();
  const show = useShow();
  const cues = useCues();
  const shelf = useShelf();
  const [answers, setAnswers] = useState(() => readViewingAnswers(window.localStorage));
  const [isAsking, setIsAsking] = useState(answers === null);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const device = useDeviceLayout();
  const { view, isMirrored, hasSound } = device.layout;
  // A cue that nobody answered before the end is not to be spoken any more.
  const cue = show === null || show.state === 'ended' ? null : cues.current;
  const answer = useAnswer(cue);
  const calls = useCalls();
  const prompter = usePrompter();
  const product = shelf.items.find((item) => item.productId === shelf.current?.productId) ?? null;
  const place = answers ?? DEFAULT_ANSWERS;
  const isOver = show?.state === 'ended';
  const points = useMemo(
    () => (product === null || isOver ? [] : talkPoints(product)),
    [product, isOver],
  );
  const pages = usePages(cue === null ? `product ${product?.productId ?? 0}` : `cue ${cue.id}`);
  // What there is to say goes round; a cue ends with its last page.
  const isTalk = view === 'cue' && !isAsking;
  const hasNextPage = cue === null ? isTalk && pages.count > 1 : pages.hasMore;
  const isPrompting = cue === null && view === 'prompter' && !isAsking && !isOver;
  const link = useDeskLink();
  const isUnread = useIsUnread(cue?.id ?? null);
  const isAwake = useStayAwake();
  const isPortrait = useIsPortrait();

  useShownReceipt(cue);
  useSight(view);
  usePushReceipt(product === null ? null : shelf.current, 'anchor');

  useEffect(() => {
    document.documentElement.dataset['theme'] = place.theme;
  }, [place.theme]);

  function goForward(): void {
    if (isPrompting) prompter.goForward();
    else if (hasNextPage) pages.turn();
    else answer.press('done');
  }
  function askForHelp(): void {
    if (cue === null) calls.ask('call');
    else answer.press('help');
  }
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
  function other(key: OtherKey): void {
    if (key.kind === 'help') calls.ask(key.reason);
    else if (key.kind === 'pace') prompter.pace(key.step);
    else if (key.kind === 'mirror') device.change({ isMirrored: !isMirrored });
    else {
      const next = (ANCHOR_VIEWS.indexOf(view) + 1) % ANCHOR_VIEWS.length;
      device.change({ view: ANCHOR_VIEWS[key.view ?? next] ?? 'cue' });
    }
  }

  useAnchorKeys({
    forward: onceRead(goForward),
    help: onceRead(askForHelp),
    page: pages.turn,
    other,
  });

  const hasSide = view !== 'prompter' && (cue !== null || isAsking || view !== 'product');
  return (
    <div className={styles.stage} style={sizesStyle(place)} data-link={link.state}>
      <BlockBar link={isPortrait ? link : null} />
      <main className={styles.middle} data-side={hasSide}>
        <h1 className={hidden.hidden}>{t('anchor.title')}</h1>
        <div className={styles.words}>
          <CallLine calls={calls} help={answer.help} />
          <StageWords
            view={view}
            isMirrored={isMirrored}
            cue={cue}
            pages={pages}
            asked={isAsking ? place : null}
            onKeepPlace={keepPlace}
            show={show}
            last={cues.sent[cues.sent.length - 1] ?? null}
            points={points}
            product={product}
            prompter={prompter}
          />
          {cue === null && !isAsking && <MoodAsk />}
          <button
            type="button"
            className={styles.place}
            onClick={() => setIsMenuOpen(!isMenuOpen)}
            aria-label={t('anchor.menu')}
            title={t('anchor.menu')}
            aria-expanded={isMenuOpen}
          >
            ⚙
          </button>
          {isMenuOpen && (
            <ViewMenu
              device={device}
              onPlace={() => {
                setIsMenuOpen(false);
                setIsAsking(true);
              }}
              onClose={() => setIsMenuOpen(false)}
            />
          )}
        </div>
        {hasSide && <ProductSide item={product} withSay={cue !== null || isAsking} />}
      </main>
      <AnswerBar
        answer={answer}
        calls={calls}
        link={isPortrait ? null : link}
        hasMorePages={hasNextPage}
        prompt={isPrompting ? prompter.forward : null}
        onForward={goForward}
      />
      <FlashFrame hasSound={hasSound} />
      {!isAwake && <SilentPicture />}
    </div>
  );
}
