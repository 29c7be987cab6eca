import { useEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { isComposing } from '#renderer/ui/composing.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';

import styles from './CommandPalette.module.css';
import type { PaletteLine } from './palette-lines.ts';
import { PaletteOption } from './PaletteOption.tsx';
import { usePaletteLines } from './use-palette-lines.ts';

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

export function OpenPalette(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const setPaletteOpen = useDeskStore((state) => state.setPaletteOpen);
  const [query, setQuery] = useState('');
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [askingId, setAskingId] = useState<string | null>(null);
  const lines = usePaletteLines(query);
  const field = useRef<HTMLInputElement>(null);
  const palette = useRef<HTMLElement>(null);

  // A line that was chosen may vanish; Enter must not fall to its neighbour unseen.
  const selected = selectedId === null ? lines[0] : lines.find(({ id }) => id === selectedId);

  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  function run(line: PaletteLine): void {
    if (line.isGrave && askingId !== line.id) {
      setSelectedId(line.id);
      setAskingId(line.id);
      return;
    }
    setPaletteOpen(false);
    perform(line.action);
  }

  function select(id: string | null): void {
    setSelectedId(id);
    setAskingId(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const step = STEPS[event.key];
    if (step !== undefined && lines.length > 0) {
      event.preventDefault();
      const from = selected === undefined ? -1 : lines.indexOf(selected);
      select(lines[(from + step + lines.length) % lines.length]?.id ?? null);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (selected !== undefined && !event.repeat) run(selected);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setPaletteOpen(false);
    }
  }

  function onBlur(event: FocusEvent): void {
    if (!palette.current?.contains(event.relatedTarget)) setPaletteOpen(false);
  }

  // The field keeps the focus, so what Enter would do is read out apart.
  const isAsking = selected !== undefined && selected.id === askingId;
  const spoken = isAsking
    ? t('palette.confirm', { label: selected.label })
    : (selected?.label ?? '');

  return (
    <section ref={palette} className={styles.palette} aria-label={t('palette.title')}>
      <TextField
        className={styles.field}
        label={t('palette.title')}
        isLabelHidden
        placeholder={t('palette.prompt')}
        value={query}
        onChange={(text) => {
          setQuery(text);
          select(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        inputRef={field}
      />
      {lines.length === 0 ? (
        <p className={styles.none}>{t('palette.none', { text: query.trim() })}</p>
      ) : (
        <ul className={styles.list} aria-label={t('palette.results')}>
          {lines.map((line) => (
            <PaletteOption
              key={line.id}
              line={line}
              isSelected={line === selected}
              isAsking={line.id === askingId}
              onRun={() => run(line)}
            />
          ))}
        </ul>
      )}
      <VisuallyHidden>
        <output>{spoken}</output>
      </VisuallyHidden>
      <p className={styles.help}>{t('palette.help')}</p>
    </section>
  );
}
