import { useState } from 'react';
import type { ReactElement } from 'react';

import { useDeskLink } from '#renderer/connection/use-desk-link.ts';
import { blockName } from '#renderer/ui/block-name.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useAssist } from '#renderer/store/selectors.ts';
import type { AnswerKind } from '#shared/model/assistant.ts';

import { answerRows } from './answer-rows.ts';
import { AnswerButtons } from './AnswerButtons.tsx';
import { AnswerList } from './AnswerList.tsx';
import styles from './AssistantStage.module.css';
import { LinkLine } from './LinkLine.tsx';
import { ProductChoice, type Place } from './ProductChoice.tsx';
import { SlipForm } from './SlipForm.tsx';
import { useSelf } from './use-self.ts';
import { useTaps } from './use-taps.ts';

/** What is on, what is next, and one tap for each answer. */
export function AssistantStage(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { showState, isRehearsal, block, onShelf, next, answers } = useAssist();
  const [chosen, setChosen] = useState<Place>('now');
  const self = useSelf();
  const link = useDeskLink();
  const taps = useTaps();
  const nextProduct = next?.product ?? null;
  const place: Place =
    chosen === 'next' && nextProduct !== null ? 'next' : onShelf === null ? 'next' : 'now';
  const product = place === 'now' ? onShelf : nextProduct;
  const isRunning = showState !== null && showState !== 'ended';
  const refusal = taps.isRefusedOffline
    ? t('assistant.offline')
    : taps.backError === null
      ? null
      : errorMessage(i18n, taps.backError);

  function answer(kind: AnswerKind, units: number | null, text: string): void {
    const productId = product?.productId ?? null;
    taps.answer({ answer: kind, productId, units, text }, product);
  }

  return (
    <div className={styles.stage} data-link={link.state}>
      <header className={styles.head}>
        <h1>
          {self === null ? t('assistant.title') : t(`assistant.trade.${self.trade}`)}
          {isRehearsal && <b className={styles.rehearsal}>{t('topBar.origin.rehearsal')}</b>}
          {block !== null && (
            <span className={styles.block} title={block.title}>
              {blockName(block, t(`blocks.role.${block.role}`))}
            </span>
          )}
        </h1>
        <LinkLine link={link} />
      </header>
      <main className={styles.main}>
        {isRunning ? (
          <>
            <ProductChoice
              onShelf={onShelf}
              next={next}
              place={place}
              onChoose={(choice) => setChosen(choice)}
            />
            <AnswerButtons
              // Another product is under the buttons: what was half typed is not for it.
              key={product?.productId ?? 0}
              trade={self?.trade ?? null}
              product={product}
              onAnswer={answer}
            />
            <SlipForm />
          </>
        ) : (
          <p className={styles.none}>
            {t(showState === 'ended' ? 'assistant.ended' : 'assistant.noShow')}
          </p>
        )}
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
        <AnswerList rows={answerRows(answers, taps.taps)} onTakeBack={taps.takeBack} />
      </main>
    </div>
  );
}
