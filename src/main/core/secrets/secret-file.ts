import { join } from 'node:path';

import { z } from 'zod';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { SecretProtection } from '#shared/model/source.ts';
import type { Logger, SecretReading, SecretStore } from '../ports.ts';
import { readJson, writePrivateJson } from '../screens/private-file.ts';

/** What seals a secret before it is written. */
export interface SecretCipher {
  readonly protection: SecretProtection;
  /** Base64 of the sealed text; null when it cannot be sealed now. */
  seal(text: string): Promise<string | null>;
  /** Null when this key does not open it. */
  unseal(sealed: string): Promise<string | null>;
}

/** No seal at all: only the file's mode keeps others out. */
export const PLAIN_CIPHER: SecretCipher = {
  protection: 'file',
  seal: (text) => Promise.resolve(Buffer.from(text, 'utf8').toString('base64')),
  unseal: (sealed) => Promise.resolve(Buffer.from(sealed, 'base64').toString('utf8')),
};

const Kept = z.strictObject({ protection: SecretProtection, sealed: z.string() });
type Kept = z.infer<typeof Kept>;
const SecretsFile = z.strictObject({ version: z.literal(1), secrets: z.record(z.string(), Kept) });

/** Everything in one file of mode 0600 in the data folder, each secret sealed by itself. */
export function createSecretFile(
  dataFolder: string,
  cipher: SecretCipher,
  logger: Logger,
): SecretStore {
  const path = join(dataFolder, 'secrets.json');
  let kept = new Map<string, Kept>();
  const texts = new Map<string, string>();

  function save(next: ReadonlyMap<string, Kept>): Result<Record<string, never>> {
    try {
      writePrivateJson(path, { version: 1, secrets: Object.fromEntries(next) });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      logger.log('error', 'secrets_unwritable', { reason: String(error.code) });
      return fail('secret_unwritable', { reason: String(error.code) });
    }
    kept = new Map(next);
    return ok({});
  }

  async function unsealed({ protection, sealed }: Kept): Promise<string | null> {
    if (protection === 'file') return PLAIN_CIPHER.unseal(sealed);
    return cipher.protection === 'system' ? cipher.unseal(sealed) : null;
  }

  async function put(name: string, text: string): Promise<Result<Record<string, never>>> {
    const sealed = await cipher.seal(text);
    if (sealed === null) return fail('secret_unwritable', { reason: 'sealing' });
    const saved = save(new Map(kept).set(name, { protection: cipher.protection, sealed }));
    if (saved.ok) texts.set(name, text);
    return saved;
  }

  return {
    protection: cipher.protection,
    async open() {
      kept = new Map(Object.entries(readJson(path, SecretsFile)?.secrets ?? {}));
      for (const [name, entry] of kept) {
        const text = await unsealed(entry);
        if (text === null) {
          logger.log('warn', 'secret_unreadable', { name });
          continue;
        }
        texts.set(name, text);
        // There was no key ring when it was written; now there is.
        if (entry.protection !== cipher.protection) await put(name, text);
      }
    },
    read(name): SecretReading {
      const text = texts.get(name);
      if (text !== undefined) return { state: 'ready', text };
      return { state: kept.has(name) ? 'unreadable' : 'absent' };
    },
    put,
    remove(name) {
      const next = new Map(kept);
      next.delete(name);
      const saved = save(next);
      if (saved.ok) texts.delete(name);
      return Promise.resolve(saved);
    },
  };
}
