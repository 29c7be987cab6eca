import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';

import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';

test('it holds both its words at all times, so that it never moves from under the pointer', async () => {
  const onConfirm = vi.fn<() => void>();
  render(
    <ConfirmButton
      label="Erase"
      tone="plain"
      confirmLabel="Press again to erase"
      onConfirm={onConfirm}
    />,
  );
  const button = screen.getByRole('button', { name: 'Erase' });
  const words = button.textContent;
  await userEvent.click(button);
  expect(screen.getByRole('button', { name: 'Press again to erase' })).toBe(button);
  expect(button.textContent).toBe(words);
  expect(onConfirm).not.toHaveBeenCalled();
  await userEvent.click(button);
  expect(onConfirm).toHaveBeenCalledOnce();
  expect(screen.getByRole('button', { name: 'Erase' })).toBe(button);
});

test('the desk that takes a pressed button’s focus before its click does not undo the question', () => {
  const onConfirm = vi.fn<() => void>();
  render(
    <ConfirmButton label="Ban" tone="plain" confirmLabel="Ban: again" onConfirm={onConfirm} />,
  );
  const button = screen.getByRole('button', { name: 'Ban' });
  for (let press = 0; press < 2; press += 1) {
    fireEvent.pointerDown(button);
    fireEvent.pointerUp(button);
    fireEvent.blur(button);
    fireEvent.click(button);
  }
  expect(onConfirm).toHaveBeenCalledOnce();
  // Left alone, it asks no more.
  fireEvent.click(button);
  fireEvent.blur(button);
  expect(screen.getByRole('button', { name: 'Ban' })).toBe(button);
});
