import type { ReactElement } from 'react';

import { Kbd } from '#renderer/ui/Kbd.tsx';

import type { KeyLine } from './key-lines.ts';

export function Keys({ line }: { readonly line: KeyLine }): ReactElement {
  return (
    <span>
      {line.keys.map((name, index) => (
        <span key={name}>
          {index > 0 && (line.isRange ? '–' : ' ')}
          <Kbd>{name}</Kbd>
        </span>
      ))}
    </span>
  );
}
