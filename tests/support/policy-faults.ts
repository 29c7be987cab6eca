/** Directives that must be there, each with exactly what may be in it. */
const WANTED: Readonly<Record<string, RegExp>> = {
  'default-src': /^'self'$/,
  'script-src': /^'self'$/,
  'style-src': /^'self'$/,
  'img-src': /^'self' https:\/\/static-cdn\.jtvnw\.net data:$/,
  'media-src': /^'self'$/,
  'connect-src': /^'self'( ws:\/\/[\d.]+:\d+)*$/,
  'object-src': /^'none'$/,
  'base-uri': /^'none'$/,
  'form-action': /^'none'$/,
  'frame-ancestors': /^'none'$/,
};

/** What is wrong with the security headers of a response; empty when nothing is. */
export function policyFaults(headers: Readonly<Record<string, string | undefined>>): string[] {
  const policy = headers['content-security-policy'] ?? '';
  const found = new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
  const faults = Object.entries(WANTED).flatMap(([name, wanted]) =>
    wanted.test(found.get(name) ?? '(absent)') ? [] : [`${name}: ${found.get(name) ?? 'absent'}`],
  );
  for (const name of found.keys()) if (!Object.hasOwn(WANTED, name)) faults.push(`unknown ${name}`);
  for (const [name, value] of [
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-resource-policy', 'same-origin'],
  ] as const) {
    if (headers[name] !== value) faults.push(`${name}: ${headers[name] ?? 'absent'}`);
  }
  return faults;
}
