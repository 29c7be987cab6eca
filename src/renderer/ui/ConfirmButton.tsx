import { useState } from 'react';
import type { ReactElement } from 'react';

import { Button } from './Button.tsx';

interface ConfirmButtonProps {
  readonly label: string;
  /** What the button says after the first press, until the focus or the pointer leaves it. */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
}

/** Asks by changing its own words instead of opening a modal question. */
export function ConfirmButton({
  label,
  confirmLabel,
  onConfirm,
}: ConfirmButtonProps): ReactElement {
  const [isAsking, setAsking] = useState(false);
  return (
    <Button
      tone={isAsking ? 'danger' : 'quiet'}
      onClick={() => {
        if (isAsking) onConfirm();
        setAsking(!isAsking);
      }}
      onBlur={() => setAsking(false)}
      onPointerLeave={() => setAsking(false)}
    >
      {isAsking ? confirmLabel : label}
    </Button>
  );
}
