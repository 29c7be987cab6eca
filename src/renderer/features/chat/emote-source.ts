/** Pictures are loaded from platforms' own servers only; anything else could watch who looks. */
const EMOTE_HOSTS: ReadonlySet<string> = new Set(['static-cdn.jtvnw.net']);

/** The address when it may be loaded; null shows the emote's text instead. */
export function emoteSource(url: string): string | null {
  try {
    const { protocol, hostname, port, href } = new URL(url);
    return protocol === 'https:' && port === '' && EMOTE_HOSTS.has(hostname) ? href : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
