import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';

import { TextField } from '#renderer/ui/TextField.tsx';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';

function Form(props: { readonly maxLength?: number; readonly example?: string }): ReactElement {
  const [value, setValue] = useState('old');
  return <TextField label="Price" value={value} onChange={setValue} {...props} />;
}

const field = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox');

/** False when the field refused it; a browser would not insert it then. */
function paste(text: string): boolean {
  const data = { getData: (type: string) => (type === 'text/plain' ? text : '') };
  return fireEvent.paste(field(), { clipboardData: data });
}

test('more than the field holds is refused whole instead of being cut', () => {
  renderWithRoom(<Form maxLength={10} />, { language: 'en', snapshot: null });
  field().setSelectionRange(3, 3);
  expect(paste('12345678')).toBe(false);
  expect(screen.getByRole('status').textContent).toBe(
    'That text has 8 characters, and 7 more fit here. Nothing was changed.',
  );
  // What is selected makes room.
  field().setSelectionRange(0, 3);
  expect(paste('12345678\r\n')).toBe(true);
  expect(screen.queryByRole('status')).toBeNull();
});

test('a dropped table is refused with an example, and the words go when one types', () => {
  renderWithRoom(<Form example="259.90" />, { language: 'en', snapshot: null });
  const data = { getData: (type: string) => (type === 'text/plain' ? 'a\tb' : ''), types: [] };
  expect(fireEvent.drop(field(), { dataTransfer: data })).toBe(false);
  expect(screen.getByRole('status').textContent).toContain('For example: 259.90');
  expect(field().value).toBe('old');
  fireEvent.change(field(), { target: { value: '259' } });
  expect(screen.queryByRole('status')).toBeNull();
});
