const SENT_TS = /(?<=[@;]tmi-sent-ts=)\d+/;

/** When each line is due after the start, milliseconds; lines without a time follow the last one. */
export function playbackTimes(lines: readonly string[], speed: number): readonly number[] {
  const sent = lines.map((line) => SENT_TS.exec(line)?.[0]);
  const first = Number(sent.find((value) => value !== undefined) ?? 0);
  let latest = 0;
  return sent.map((value) => {
    // Never back in time: order of arrival is the order of the file.
    if (value !== undefined) latest = Math.max(latest, (Number(value) - first) / speed);
    return latest;
  });
}

/** The line as if sent at `sentTs`: its time is moved; what a history service added is taken out. */
export function rebaseLine(line: string, sentTs: number): string {
  if (!line.startsWith('@')) return line;
  const space = line.indexOf(' ');
  const tags = line
    .slice(1, space)
    .split(';')
    .filter((tag) => !tag.startsWith('rm-received-ts=') && !tag.startsWith('historical='))
    .map((tag) => (tag.startsWith('tmi-sent-ts=') ? `tmi-sent-ts=${Math.round(sentTs)}` : tag));
  return tags.length === 0 ? line.slice(space + 1) : `@${tags.join(';')}${line.slice(space)}`;
}
