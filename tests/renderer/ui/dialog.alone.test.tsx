import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';

import { Dialog } from '#renderer/ui/Dialog.tsx';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

function Sheet() {
  const [isGone, setGone] = useState(false);
  return (
    <>
      <Dialog title="Screens" onClose={() => undefined}>
        {!isGone && <button onClick={() => setGone(true)}>Open</button>}
        <button>Next</button>
      </Dialog>
      <button>Elsewhere</button>
    </>
  );
}

function open(): void {
  renderWithRoom(<Sheet />, { language: 'en', snapshot: sampleSnapshot({ language: 'en' }) });
}

it('takes the focus back when what had it goes away', async () => {
  open();
  screen.getByRole('button', { name: 'Open' }).focus();
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(document.activeElement).toBe(document.body);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('dialog')));
});

it('leaves the focus where the operator has put it', async () => {
  open();
  const gone = screen.getByRole('button', { name: 'Open' });
  screen.getByRole('button', { name: 'Elsewhere' }).focus();
  screen.getByRole('button', { name: 'Elsewhere' }).blur();
  fireEvent.click(gone);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  expect(document.activeElement).toBe(document.body);
});
