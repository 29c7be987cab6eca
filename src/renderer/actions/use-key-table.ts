import { useMemo } from 'react';

import { useSettings } from '#renderer/store/selectors.ts';
import type { KeyChoices } from '#shared/model/key-binding.ts';
import { resolveKeys } from '#shared/rules/key-bindings.ts';

const NO_CHOICES: KeyChoices = {};

/** The keys that hold on this desk, and the choices that could not be followed. */
export function useKeys(): ReturnType<typeof resolveKeys> {
  const choices = useSettings()?.keys ?? NO_CHOICES;
  return useMemo(() => resolveKeys(choices), [choices]);
}
