import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { SET_UP_STEPS, useDeskStore } from '#renderer/store/desk-store.ts';
import { useScreens, useShelf, useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import hidden from '#renderer/ui/VisuallyHidden.module.css';

import { RoomStep } from './RoomStep.tsx';
import { forgetSetUpDraft } from './set-up-draft.ts';
import styles from './SetUpSteps.module.css';

interface SetUpStepsProps {
  /** What puts products on the shelf. */
  readonly products: ReactNode;
  /** What opens an address and pairs second screens. */
  readonly screens: ReactNode;
}

/** A real room in three steps: back and forth as one likes, each skipped with one press. */
export function SetUpSteps({ products, screens }: SetUpStepsProps): ReactElement {
  const { t } = useI18n();
  const asked = useDeskStore((desk) => desk.setUpStep) ?? 'room';
  const hasShow = useShow() !== null;
  // The shelf and its screens belong to a show: without one there is only the first step.
  const step = hasShow ? asked : 'room';
  const number = SET_UP_STEPS.indexOf(step) + 1;
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), [step]);

  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <header>
          <p className={styles.where}>
            {t('setUp.stepsTitle')} · {t('setUp.stepOf', { step: number, steps: 3 })}
          </p>
          <StepList step={step} />
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {t(`setUp.step.${step}`)}
          </h1>
          <p className={styles.text}>{t(`setUp.stepText.${step}`)}</p>
        </header>
        {step === 'room' && <RoomStep />}
        {step === 'products' && <div className={styles.shelf}>{products}</div>}
        {step === 'screens' && (
          <section className={styles.screens}>
            {/* What follows has headings of its own, one step below. */}
            <h2 className={hidden.hidden}>{t('screens.title')}</h2>
            {screens}
          </section>
        )}
        {step === 'products' && <ProductsNavigation />}
        {step === 'screens' && <ScreensNavigation />}
      </div>
    </main>
  );
}

/** Where one is; steps that can be reached are pressed. */
function StepList({ step }: { readonly step: (typeof SET_UP_STEPS)[number] }): ReactElement {
  const { t } = useI18n();
  const openSetUp = useDeskStore((desk) => desk.openSetUp);
  const hasShow = useShow() !== null;
  return (
    <ol className={styles.steps}>
      {SET_UP_STEPS.map((each, index) => (
        <li key={each}>
          <Button
            tone="quiet"
            aria-current={each === step ? 'step' : undefined}
            disabled={!hasShow && each !== 'room'}
            onClick={() => openSetUp(each)}
          >
            <span className={styles.number}>{index + 1}</span>
            {t(`setUp.step.${each}`)}
          </Button>
        </li>
      ))}
    </ol>
  );
}

function ProductsNavigation(): ReactElement {
  const { t } = useI18n();
  const openSetUp = useDeskStore((desk) => desk.openSetUp);
  const isEmpty = useShelf().items.length === 0;
  return (
    <nav className={styles.navigation} aria-label={t('setUp.stepsTitle')}>
      <Button onClick={() => openSetUp('room')}>{t('setUp.back')}</Button>
      <Button tone={isEmpty ? 'plain' : 'go'} onClick={() => openSetUp('screens')}>
        {t(isEmpty ? 'setUp.skip' : 'setUp.next')}
      </Button>
    </nav>
  );
}

function ScreensNavigation(): ReactElement {
  const { t } = useI18n();
  const openSetUp = useDeskStore((desk) => desk.openSetUp);
  const isEmpty = useScreens().screens.length === 0;
  function finish(): void {
    forgetSetUpDraft();
    openSetUp(null);
  }
  return (
    <nav className={styles.navigation} aria-label={t('setUp.stepsTitle')}>
      <Button onClick={() => openSetUp('products')}>{t('setUp.back')}</Button>
      <Button tone={isEmpty ? 'plain' : 'go'} onClick={finish}>
        {t(isEmpty ? 'setUp.skipFinish' : 'setUp.finish')}
      </Button>
    </nav>
  );
}
