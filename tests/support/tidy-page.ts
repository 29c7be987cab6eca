import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';

import { useSetUpDraft } from '#renderer/features/set-up/set-up-draft.ts';
import { useComparedPair } from '#renderer/store/compared-pair.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';

// Files of one worker share its modules: each leaves them, and the page, as it found them.

// Without global test functions Testing Library does not tidy up by itself.
afterEach(cleanup);

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  reset(useDeskStore);
  reset(useComparedPair);
  reset(useSetUpDraft);
  localStorage.clear();
  sessionStorage.clear();
});

function reset<State>(store: {
  getInitialState(): State;
  setState(state: State, replace: true): void;
}): void {
  store.setState(store.getInitialState(), true);
}
