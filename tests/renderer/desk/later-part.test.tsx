import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { laterPart } from '#renderer/desk/later-part.tsx';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const inEnglish = () => ({ language: 'en', snapshot: sampleSnapshot({ language: 'en' }) }) as const;

function Greeting({ name }: { readonly name: string }) {
  return <p>Hello {name}</p>;
}

it('draws nothing until its file is there, then the part', async () => {
  const { Part } = laterPart(() => Promise.resolve(Greeting));
  renderWithRoom(<Part name="desk" />, inEnglish());
  expect(screen.queryByText('Hello desk')).toBeNull();
  expect(await screen.findByText('Hello desk')).toBeTruthy();
});

it('is drawn at once when it was fetched before', async () => {
  const { Part, fetch } = laterPart(() => Promise.resolve(Greeting));
  await fetch();
  renderWithRoom(<Part name="desk" />, inEnglish());
  expect(screen.getByText('Hello desk')).toBeTruthy();
});

it('says so when its file cannot be read, and what to do', async () => {
  const { Part, fetch } = laterPart<{ readonly name: string }>(() =>
    Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  );
  await fetch();
  renderWithRoom(<Part name="desk" />, inEnglish());
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('could not be loaded');
  expect(screen.getByRole('button', { name: 'Load anew' })).toBeTruthy();
});
