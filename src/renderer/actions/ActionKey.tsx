import type { ReactElement } from 'react';

import { Kbd } from '#renderer/ui/Kbd.tsx';
import type { KeyAction } from '#shared/model/key-binding.ts';

import { keyNames } from './key-table.ts';
import { useKeys } from './use-key-table.ts';

interface ActionKeyProps {
  readonly of: KeyAction;
  readonly className?: string;
}

/** The key that an action has now, as printed on the keyboard. */
export function ActionKey({ of, className }: ActionKeyProps): ReactElement {
  const { table } = useKeys();
  return <Kbd className={className}>{keyNames(table[of]).join(' ')}</Kbd>;
}
