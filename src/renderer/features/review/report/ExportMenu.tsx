import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Review } from '#shared/model/review.ts';

import styles from './ExportMenu.module.css';
import { EXPORTS, useExports, type ExportKind, type ExportState } from './use-exports.ts';

/** Everything a review can become, in one list; what became of it stands below and moves nothing. */
export function ExportMenu({ review }: { readonly review: Review }): ReactElement {
  const { t } = useI18n();
  const exports = useExports(review);
  const [isOpen, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isBusy = exports.state.kind === 'busy';

  useEffect(() => {
    if (!isOpen) return undefined;
    function onPointerDown({ target }: PointerEvent): void {
      if (target instanceof Node && around.current?.contains(target) !== true) setOpen(false);
    }
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen]);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  function choose(what: ExportKind): void {
    close();
    exports.start(what);
  }

  return (
    <div className={styles.around} ref={around}>
      <Button
        ref={button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={isBusy}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || isOpen) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {t('export.open')}
      </Button>
      {isOpen && <ExportList onChoose={choose} onLeave={close} />}
      <Outcome state={exports.state} onDismiss={exports.dismiss} onPrint={() => choose('print')} />
    </div>
  );
}

interface ExportListProps {
  readonly onChoose: (what: ExportKind) => void;
  readonly onLeave: () => void;
}

function ExportList({ onChoose, onLeave }: ExportListProps): ReactElement {
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector('button')?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const items = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    const next = placeAfter(event.key, at, items.length);
    if (next === null && event.key !== 'Escape' && event.key !== 'Tab') return;
    // None of the review's own keys, which go to its parts.
    event.stopPropagation();
    if (next === null) {
      if (event.key === 'Escape') event.preventDefault();
      onLeave();
      return;
    }
    event.preventDefault();
    items[next]?.focus();
  }

  return (
    <div
      ref={list}
      className={styles.list}
      role="menu"
      aria-label={t('export.open')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {EXPORTS.map((what) => (
        <button
          key={what}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles.item}
          onClick={() => onChoose(what)}
        >
          <b>{t(`export.kind.${what}`)}</b> <span>{t(`export.about.${what}`)}</span>
        </button>
      ))}
    </div>
  );
}

/** Where a key leads in a list of that length; null for one that leads nowhere in it. */
function placeAfter(key: string, at: number, length: number): number | null {
  if (key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowUp') return (at - 1 + length) % length;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}

interface OutcomeProps {
  readonly state: ExportState;
  readonly onDismiss: () => void;
  readonly onPrint: () => void;
}

function Outcome({ state, onDismiss, onPrint }: OutcomeProps): ReactElement | null {
  const i18n = useI18n();
  const { t } = i18n;
  if (state.kind === 'none') return null;
  const name = t(`export.kind.${state.what}`);
  if (state.kind === 'busy') {
    return (
      <div className={styles.outcome}>
        <Notice tone="info">{t('export.busy', { name })}</Notice>
      </div>
    );
  }
  if (state.kind === 'failed') {
    const isPrinted = state.what === 'pdf' || state.what === 'png';
    return (
      <div className={styles.outcome}>
        <Notice tone="danger" onDismiss={onDismiss}>
          {errorMessage(i18n, state.error)}
          {isPrinted && (
            <span className={styles.more}>
              <Button onClick={onPrint}>{t('export.kind.print')}</Button>
            </span>
          )}
        </Notice>
      </div>
    );
  }
  return (
    <div className={styles.outcome}>
      <Notice tone="info" onDismiss={onDismiss}>
        {state.count === 1
          ? t('export.saved', { name })
          : t('finding.exportedCsv', { count: state.count })}
        <span className={styles.path} translate="no">
          {state.path}
        </span>
        <CopyPath key={state.path} path={state.path} />
      </Notice>
    </div>
  );
}

function CopyPath({ path }: { readonly path: string }): ReactElement {
  const { t } = useI18n();
  const [isCopied, setCopied] = useState(false);
  return (
    <Button onClick={() => void copyText(path).then(setCopied)}>
      {t(isCopied ? 'data.copied' : 'data.copyPath')}
    </Button>
  );
}
