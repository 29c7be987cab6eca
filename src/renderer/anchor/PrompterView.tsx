import { useRef } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { priceLadder } from '#shared/rules/price-ladder.ts';
import type { PrompterDocument } from '#shared/rules/prompter/prompter-document.ts';

import styles from './PrompterView.module.css';
import { ScriptText } from './ScriptText.tsx';
import type { PrompterControl } from './use-prompter.ts';
import { usePrompterScroll } from './use-prompter-scroll.ts';

interface PrompterViewProps {
  readonly control: PrompterControl;
  readonly isMirrored: boolean;
}

/** The words of the product on the shelf and of the block, at the pace the anchor reads (提词器). */
export function PrompterView({ control, isMirrored }: PrompterViewProps): ReactElement {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const { document, prompter, move, pace } = control;
  usePrompterScroll({ box, track, document, prompter, onMove: move });
  return (
    <section className={styles.prompter} aria-label={t('stage.prompter')}>
      <div className={styles.box} ref={box} data-mirrored={isMirrored}>
        <div className={styles.track} ref={track}>
          <Words document={document} />
        </div>
        <div className={styles.line} aria-hidden="true" />
      </div>
      {document.length === 0 && (
        <p className={styles.none}>
          <ScriptText text={t('anchor.prompterNone')} />
        </p>
      )}
      <div className={styles.paces}>
        <PaceKey step={1} onPress={pace} />
        <PaceKey step={-1} onPress={pace} />
      </div>
    </section>
  );
}

function Words({ document }: { readonly document: PrompterDocument }): ReactElement {
  return (
    <>
      {document.parts.map(({ label, text }) =>
        label === 'price' ? (
          <Price key={label} />
        ) : (
          <p key={label} className={styles.part}>
            <ScriptText text={text} />
          </p>
        ),
      )}
    </>
  );
}

/** The whole ladder, as it is to be said. */
function Price(): ReactElement {
  const { t, format } = useI18n();
  const { items, current } = useShelf();
  const item = items.find(({ productId }) => productId === current?.productId);
  if (item === undefined) return <p className={styles.part} />;
  const { nowMinor, higherMinor, isCoupon } = priceLadder(item);
  const money = (minor: number): string =>
    format.money(minor, item.currency, currencyExponent(item.currency));
  return (
    <p className={styles.part} data-price="true">
      {nowMinor !== null && (
        <b>
          <ScriptText text={money(nowMinor)} />
        </b>
      )}{' '}
      {isCoupon && <ScriptText text={`${t('anchor.coupon')} `} />}
      {higherMinor.map((minor) => (
        <s key={minor}>
          <ScriptText text={`${money(minor)} `} />
        </s>
      ))}
    </p>
  );
}

function PaceKey({
  step,
  onPress,
}: {
  readonly step: 1 | -1;
  readonly onPress: (step: 1 | -1) => void;
}): ReactElement {
  const { t } = useI18n();
  const name = t(step === 1 ? 'stage.faster' : 'stage.slower');
  return (
    <button
      type="button"
      className={styles.pace}
      aria-label={name}
      title={name}
      aria-keyshortcuts={step === 1 ? '+' : '-'}
      onClick={(event) => {
        // A pedal's Enter is not this button's.
        if (event.detail > 0) event.currentTarget.blur();
        onPress(step);
      }}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={step === 1 ? 'M4 12h16M12 4v16' : 'M4 12h16'} />
      </svg>
    </button>
  );
}
