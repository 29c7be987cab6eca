import { z } from 'zod';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { SourceLogin } from '#shared/model/source.ts';
import type { SecretStore } from '../ports.ts';
import type { FeedLogin } from './feed.ts';
import { findFeed } from './registry.ts';
import type { SourceRow } from './sources.queries.ts';

/** What a login is for is kept with it: after a restored backup an id may be another source's. */
const Kept = z.strictObject({
  connector: z.string(),
  channel: z.string(),
  address: z.string().nullable(),
  name: z.string(),
  token: z.string(),
});

type Row = Pick<SourceRow, 'id' | 'connector' | 'channel' | 'address'>;

/** What is done to the login of one source. */
export type LoginChange = (
  logins: SourceLogins,
  row: Row,
) => Promise<Result<Record<string, never>>>;

/** As whom each source logs in: kept beside the store, never in it. */
export class SourceLogins {
  readonly #secrets: SecretStore;

  constructor(secrets: SecretStore) {
    this.#secrets = secrets;
  }

  /** For the feed alone. */
  read(row: Row): FeedLogin | 'unreadable' | null {
    if (findFeed(row.connector)?.parseLogin === null) return null;
    const reading = this.#secrets.read(secretName(row.id));
    if (reading.state !== 'ready') return reading.state === 'unreadable' ? 'unreadable' : null;
    const kept = Kept.safeParse(JSON.parse(reading.text));
    if (!kept.success) return 'unreadable';
    const { connector, channel, address, name, token } = kept.data;
    const isItsOwn =
      connector === row.connector && channel === row.channel && address === row.address;
    return isItsOwn ? { name, token } : null;
  }

  /** For screens: the name, never the token. */
  view(row: Row): SourceLogin | null {
    if ((findFeed(row.connector)?.parseLogin ?? null) === null) return null;
    const login = this.read(row);
    if (login === 'unreadable') return { state: 'unreadable', name: null };
    return login === null
      ? { state: 'anonymous', name: null }
      : { state: 'named', name: login.name };
  }

  /** Refused: login_invalid, login_needs_encryption, secret_unwritable. */
  async put(
    row: Row,
    typedName: string,
    typedToken: string,
  ): Promise<Result<Record<string, never>>> {
    const parse = findFeed(row.connector)?.parseLogin ?? null;
    if (parse === null) return fail('login_invalid', { what: 'connector' });
    const login = parse(typedName, typedToken);
    if (!login.ok) return login;
    if (!mayCarryToken(row.address)) return fail('login_needs_encryption', {});
    const { connector, channel, address } = row;
    const kept = { connector, channel, address, ...login.value } satisfies z.infer<typeof Kept>;
    return this.#secrets.put(secretName(row.id), JSON.stringify(kept));
  }

  /** Also when there is none. Refused: secret_unwritable. */
  async remove(sourceId: number): Promise<Result<Record<string, never>>> {
    if (this.#secrets.read(secretName(sourceId)).state === 'absent') return ok({});
    return this.#secrets.remove(secretName(sourceId));
  }
}

function secretName(sourceId: number): string {
  return `source-login:${sourceId}`;
}

const THIS_MACHINE: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A token goes over an encrypted line only, or stays on this machine. */
function mayCarryToken(address: string | null): boolean {
  if (address === null) return true;
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'wss:' || THIS_MACHINE.has(hostname);
}
