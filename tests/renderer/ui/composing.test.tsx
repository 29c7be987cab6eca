import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { Dialog } from '#renderer/ui/Dialog.tsx';
import { guardComposition } from '#renderer/ui/composing.ts';
import { I18nProvider } from '#renderer/i18n/i18n-context.tsx';

let takeAway: () => void = () => undefined;
let heard: string[] = [];

beforeEach(() => {
  heard = [];
  takeAway = guardComposition(window);
});
afterEach(() => {
  cleanup();
  takeAway();
});

function hear(event: { readonly key: string }): void {
  heard.push(event.key);
}

describe('while an input method composes', () => {
  const composing = [
    { key: 'Enter', keyCode: 229 },
    { key: 'Enter', keyCode: 13, isComposing: true },
    { key: 'Escape', keyCode: 229 },
    { key: 'Process', keyCode: 229 },
    { key: 'b', keyCode: 229, ctrlKey: true },
  ];
  test.each(composing)('%o reaches nobody', (key) => {
    render(<input aria-label="line" onKeyDown={hear} onKeyUp={hear} />);
    window.addEventListener('keydown', hear);
    const field = screen.getByLabelText('line');
    const isLeftToTheMethod = fireEvent.keyDown(field, key);
    fireEvent.keyUp(field, key);
    window.removeEventListener('keydown', hear);
    expect([heard, isLeftToTheMethod]).toEqual([[], true]);
  });

  test('Esc and Enter of a sheet are the method’s, and the sheet’s again afterwards', () => {
    render(
      <I18nProvider initial="en">
        <Dialog title="Sheet" onClose={() => heard.push('closed')}>
          <input aria-label="line" />
        </Dialog>
      </I18nProvider>,
    );
    const field = screen.getByLabelText('line');
    act(() => field.focus());
    fireEvent.keyDown(field, { key: 'Escape', keyCode: 229 });
    expect(heard).toEqual([]);
    fireEvent.keyDown(field, { key: 'Escape', keyCode: 27 });
    expect(heard).toEqual(['closed']);
  });

  test('keys are everybody’s again when the guard is gone', () => {
    takeAway();
    render(<input aria-label="line" onKeyDown={hear} />);
    fireEvent.keyDown(screen.getByLabelText('line'), { key: 'Enter', keyCode: 229 });
    expect(heard).toEqual(['Enter']);
  });
});
