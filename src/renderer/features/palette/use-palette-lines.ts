import { useMemo } from 'react';

import { useActionSight } from '#renderer/actions/action-sight.ts';
import { useKeys } from '#renderer/actions/use-key-table.ts';
import { findLines } from '#renderer/i18n/find-by-words.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { paletteLines } from './palette-lines.ts';
import type { PaletteLine } from './palette-lines.ts';

/** What can be done now and is found by the query, best first. */
export function usePaletteLines(query: string): readonly PaletteLine[] {
  const { t } = useI18n();
  const { table } = useKeys();
  const sight = useActionSight();
  const lines = useMemo(() => paletteLines(sight, table, t), [sight, table, t]);
  return useMemo(() => findLines(lines, query), [lines, query]);
}
