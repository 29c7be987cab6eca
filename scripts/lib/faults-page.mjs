/** @typedef {import('./run-fault.mjs').FaultEntry} FaultEntry */
/** @typedef {import('./run-fault.mjs').FaultLine} FaultLine */

const COUNT = new Intl.NumberFormat('en-GB');

/** @param {FaultLine} line */
export function describeFault({ fault, injections, seen, lost, doubled, secondsToRecover, ok }) {
  const back = secondsToRecover === null ? '' : `, back in ${secondsToRecover} s`;
  const figures = `${injections}x, ${lost ?? '—'} lost, ${doubled ?? '—'} doubled${back}`;
  return `${ok ? 'ok  ' : 'FAIL'} ${fault}: ${figures}; ${seen}`;
}

/**
 * docs/faults.md out of one run of the whole table.
 * @param {readonly FaultEntry[]} entries
 * @param {readonly FaultLine[]} lines in the order of the entries
 * @param {{floor: import('./machine-floor.mjs').MachineFloor, date: Date, scale: 'quick' | 'full'}} run
 */
export function faultsPage(entries, lines, { floor, date, scale }) {
  const total = totals(lines);
  const rows = lines.map((line, index) => row(entries[index]?.what ?? '', line));
  return `# Faults

Everything that can break is broken here on purpose, against the real thing: real processes, disks, sockets, Electron and Chromium. 本页由程序生成：逐项注入故障，核对已确认的数据不丢、不重。

\`\`\`sh
npm run faults                     # the whole table, one JSON line each on stdout
npm run faults -- core-kill        # one of them
npm run faults -- --quick          # the short forms, which \`npm test\` runs too
npm run faults -- --write-docs     # the whole table, and this page out of it
\`\`\`

**${COUNT.format(total.lost)} acknowledged events lost and ${COUNT.format(total.doubled)} doubled over ${COUNT.format(total.injections)} injections** (${COUNT.format(total.acknowledged)} acknowledged events and commands at stake); ${total.ok} of ${lines.length} faults as expected. 共注入 ${COUNT.format(total.injections)} 次故障，已确认数据丢失 ${COUNT.format(total.lost)} 条、重复 ${COUNT.format(total.doubled)} 条。

${scale === 'quick' ? 'The short form of each fault was run; the long forms inject more of the same, and take the faults of the desktop app in. ' : ''}Run on ${date.toISOString().slice(0, 10)}: ${floor.machine}; Node ${floor.node}; the floor of the disk is ${floor.syncMs.toFixed(2)} ms to have 4 KiB written and synced.

| fault | what is broken | times | expected | seen | at stake | lost | doubled | back after | ok |
| --- | --- | ---: | --- | --- | ---: | ---: | ---: | ---: | --- |
${rows.join('\n')}

*Back after* is the slowest way back to work. How to add one: [CONTRIBUTING](../CONTRIBUTING.md#how-to-add).
`;
}

/** @param {readonly FaultLine[]} lines */
function totals(lines) {
  /** @param {(line: FaultLine) => number} read */
  const sum = (read) => lines.reduce((all, line) => all + read(line), 0);
  return {
    injections: sum(({ injections }) => injections),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    lost: sum(({ lost }) => lost ?? 0),
    doubled: sum(({ doubled }) => doubled ?? 0),
    ok: sum(({ ok }) => (ok ? 1 : 0)),
  };
}

/**
 * @param {string} what
 * @param {FaultLine} line
 */
function row(what, line) {
  const { fault, injections, expected, seen, acknowledged, lost, doubled, secondsToRecover } = line;
  const back = secondsToRecover === null ? '—' : `${secondsToRecover} s`;
  const counts = [COUNT.format(acknowledged), lost ?? '—', doubled ?? '—', back];
  const cells = [fault, what, COUNT.format(injections), expected, seen, ...counts];
  const texts = [...cells, line.ok ? 'yes' : '**no**'].map((cell) =>
    String(cell).replaceAll('|', '\\|').replaceAll('\n', ' '),
  );
  return `| ${texts.join(' | ')} |`;
}
