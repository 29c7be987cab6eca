/**
 * Who may talk to the page server at all. The Host check comes first: under DNS rebinding Origin and
 * Host are both the attacker's and agree with one another, so only a fixed list of hosts helps.
 */
export type GuardVerdict = 'pass' | 'bad_host' | 'bad_origin' | 'bad_target';

export type GuardedRequest = {
  readonly method: string;
  readonly isUpgrade: boolean;
  /** What stands after the method: a path, or the absolute form that a proxy would be sent. */
  readonly target: string;
  /** All Host headers as sent: more than one is an attempt to be read in two ways. */
  readonly hosts: readonly string[];
  /** All Origin headers as sent. */
  readonly origins: readonly string[];
};

/** The only Host values a server bound to `address` answers to. */
export function allowedHosts(address: string, port: number): ReadonlySet<string> {
  const names = address === '127.0.0.1' ? ['127.0.0.1', 'localhost'] : [bracketed(address)];
  const hosts = names.map((name) => `${name}:${port}`);
  // Browsers leave the default port out.
  return new Set(port === 80 ? [...hosts, ...names] : hosts);
}

/** The page's address as a browser writes it. */
export function pageOrigin(address: string, port: number): string {
  return `http://${bracketed(address)}:${port}`;
}

/**
 * Host on the list, then Origin: one that is sent must be this very host's, and whatever changes
 * something (POST, a socket) must send one.
 */
export function guardPage(request: GuardedRequest, allowed: ReadonlySet<string>): GuardVerdict {
  const host = hostOf(request, allowed);
  if (host === null) return 'bad_host';
  if (!isPath(request.target)) return 'bad_target';
  const [origin, ...more] = request.origins;
  if (origin === undefined) {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    return isReading && !request.isUpgrade ? 'pass' : 'bad_origin';
  }
  return more.length === 0 && origin.toLowerCase() === `http://${host}` ? 'pass' : 'bad_origin';
}

/** Local programs: the same Host rule, and no Origin at all, which a browser cannot leave out. */
export function guardProgram(request: GuardedRequest, allowed: ReadonlySet<string>): GuardVerdict {
  if (hostOf(request, allowed) === null) return 'bad_host';
  if (!isPath(request.target)) return 'bad_target';
  return request.origins.length === 0 ? 'pass' : 'bad_origin';
}

/** Bridges: programs as above, and browsers that say they are from one of the places the desk lists. */
export function guardBridge(
  request: GuardedRequest,
  allowed: ReadonlySet<string>,
  allowsOrigin: (origin: string) => boolean,
): GuardVerdict {
  if (hostOf(request, allowed) === null) return 'bad_host';
  if (!isPath(request.target)) return 'bad_target';
  const [origin, ...more] = request.origins;
  if (origin === undefined) return 'pass';
  return more.length === 0 && allowsOrigin(origin) ? 'pass' : 'bad_origin';
}

/** An absolute form names a second host, which may be read instead of the first. */
function isPath(target: string): boolean {
  return target.startsWith('/');
}

function hostOf(request: GuardedRequest, allowed: ReadonlySet<string>): string | null {
  const host = request.hosts[0]?.toLowerCase();
  return request.hosts.length === 1 && host !== undefined && allowed.has(host) ? host : null;
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}
