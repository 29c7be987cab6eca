import { useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { Button } from './Button.tsx';
import styles from './ConfirmButton.module.css';

interface ConfirmButtonProps {
  readonly label: string;
  /** Before the first press: `plain` where it is what the place is for, `quiet` beside other things. */
  readonly tone: 'plain' | 'quiet';
  /** What the button says after the first press, until the focus or the pointer leaves it. */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
}

/** Asks by changing its own words instead of opening a modal question. */
export function ConfirmButton({
  label,
  tone,
  confirmLabel,
  onConfirm,
}: ConfirmButtonProps): ReactElement {
  const [isAsking, setAsking] = useState(false);
  /** Between pointer down and click: a desk takes a pressed button's focus before the click comes. */
  const isPressed = useRef(false);
  return (
    <Button
      tone={isAsking ? 'danger' : tone}
      onPointerDown={() => {
        isPressed.current = true;
      }}
      onClick={() => {
        isPressed.current = false;
        if (isAsking) onConfirm();
        setAsking(!isAsking);
      }}
      onBlur={() => {
        if (!isPressed.current) setAsking(false);
      }}
      onPointerLeave={() => {
        isPressed.current = false;
        setAsking(false);
      }}
    >
      <span className={styles.words}>
        <span aria-hidden={isAsking}>{label}</span>
        <span aria-hidden={!isAsking}>{confirmLabel}</span>
      </span>
    </Button>
  );
}
