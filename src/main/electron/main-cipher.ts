import type { SecretCipher } from '#core/secrets/secret-file.ts';

import type { FromCore, ToCore } from './core-messages.ts';

/** The system's key ring as the core's process has it: the main process seals and opens. */
export function createMainCipher(tell: (message: FromCore) => void): {
  readonly cipher: SecretCipher;
  onAnswer(answer: Extract<ToCore, { type: 'secret' }>): void;
} {
  const waiting = new Map<number, (data: string | null) => void>();
  let serial = 0;

  function ask(work: 'seal' | 'unseal', data: string): Promise<string | null> {
    serial += 1;
    const id = serial;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      tell({ type: 'secret', id, work, data });
    });
  }

  return {
    cipher: {
      protection: 'system',
      seal: (text) => ask('seal', text),
      unseal: (sealed) => ask('unseal', sealed),
    },
    onAnswer({ id, data }) {
      waiting.get(id)?.(data);
      waiting.delete(id);
    },
  };
}
