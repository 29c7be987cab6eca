import type { SourceReason } from '#shared/model/source-reason.ts';

/** Codes of Node's `net` and `dns` by what they mean for the operator, the most telling first. */
const MEANINGS: readonly (readonly [SourceReason, ReadonlySet<string>])[] = [
  ['connect_refused', new Set(['ECONNREFUSED'])],
  ['connect_timeout', new Set(['ETIMEDOUT'])],
  ['network_unreachable', new Set(['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'])],
  ['host_unknown', new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME'])],
];

/** Pure: why a connection did not come about, from the socket's error; `connect_failed` for the rest. */
export function connectFault(error: Error): SourceReason {
  const codes = codesOf(error);
  const meaning = MEANINGS.find(([, known]) => codes.some((code) => known.has(code)));
  return meaning?.[0] ?? 'connect_failed';
}

/** A name with several addresses fails with an error for each of them. */
function codesOf(error: Error): readonly string[] {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...errors].flatMap((one) =>
    one instanceof Error && 'code' in one && typeof one.code === 'string' ? [one.code] : [],
  );
}
