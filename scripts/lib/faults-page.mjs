/** @typedef {import('./run-fault.mjs').FaultEntry} FaultEntry */
/** @typedef {import('./run-fault.mjs').FaultLine} FaultLine */

const QUICK_NOTE =
  'The short form of each fault was run; the long forms inject more of the same, and take the faults of the desktop app in. ';
const COUNT = new Intl.NumberFormat('en-GB');

/** @param {FaultLine} line */
export function describeFault({ fault, injections, seen, lost, doubled, secondsToRecover, ok }) {
  const back = secondsToRecover === null ? '' : `, back in ${secondsToRecover} s`;
  const figures = `${injections}x, ${lost ?? '—'} lost, ${doubled ?? '—'} doubled${back}`;
  return `${ok ? 'ok  ' : 'FAIL'} ${fault}: ${figures}; ${seen}`;
}

/**
 * docs/faults.md out of the newest result of each fault.
 * @param {readonly FaultEntry[]} entries
 * @param {readonly import('./fault-results.mjs').KeptResult[]} results in the order of the entries
 * @param {{floor: import('./machine-floor.mjs').MachineFloor, scale: 'quick' | 'full'}} run
 */
export function faultsPage(entries, results, { floor, scale }) {
  const lines = results.map(({ line }) => line);
  const atStake = totals(lines.filter(({ acknowledged }) => acknowledged > 0));
  const other = totals(lines.filter(({ acknowledged }) => acknowledged === 0));
  const dates = results.map(({ date }) => date.slice(0, 16).replace('T', ' ')).sort();
  const rows = lines.map((line, index) => row(entries[index]?.what ?? '', line));
  return `# Faults

Everything that can break is broken here on purpose, against the real thing: real processes, disks, sockets, Electron and Chromium. 本页由程序生成：逐项注入故障，核对已确认的数据不丢、不重。

\`\`\`sh
npm run faults                     # the whole table, one JSON line each on stdout
npm run faults -- core-kill        # one of them
npm run faults -- --quick          # the short forms, which \`npm test\` runs too
npm run faults -- --write-docs     # the whole table, and this page out of it
npm run faults -- core-kill --write-docs   # one again; the others as the page has them
\`\`\`

**${COUNT.format(atStake.lost)} acknowledged events lost and ${COUNT.format(atStake.doubled)} doubled over ${COUNT.format(atStake.injections)} injections** with ${COUNT.format(atStake.acknowledged)} acknowledged events and commands at stake; besides, ${COUNT.format(other.injections)} hostile inputs, guesses and the like that no stored event depends on. ${atStake.ok + other.ok} of ${lines.length} faults as expected. 共注入 ${COUNT.format(atStake.injections)} 次故障，已确认数据丢失 ${COUNT.format(atStake.lost)} 条、重复 ${COUNT.format(atStake.doubled)} 条。

${scale === 'quick' ? QUICK_NOTE : ''}Run from ${dates[0]} to ${dates.at(-1)} UTC: ${floor.machine}; Node ${floor.node}; the floor of the disk is ${floor.syncMs.toFixed(2)} ms to have 4 KiB written and synced.

| fault | what is broken | times | expected | seen | at stake | lost | doubled | back after | ok |
| --- | --- | ---: | --- | --- | ---: | ---: | ---: | ---: | --- |
${rows.join('\n')}

*Back after* is the slowest way back to work. How to add one: [CONTRIBUTING](../CONTRIBUTING.md#how-to-add).
`;
}

/**
 * The results a page was made of, each dated with the beginning of its run: what was not run again
 * stays in the next one.
 * @param {string} page
 * @param {'quick' | 'full'} scale a page of the other scale holds nothing for it
 * @returns {readonly import('./fault-results.mjs').KeptResult[]}
 */
export function readFaultsPage(page, scale) {
  const from = /Run from (\d{4}-\d\d-\d\d) (\d\d:\d\d) to /.exec(page);
  if (from === null || page.includes(QUICK_NOTE) !== (scale === 'quick')) return [];
  return page
    .split('\n')
    .filter((line) => /\| (yes|\*\*no\*\*) \|$/.test(line))
    .map((line) => ({ date: `${from[1]}T${from[2]}:00.000Z`, line: lineOf(line) }));
}

/**
 * @param {string} tableRow
 * @returns {FaultLine}
 */
function lineOf(tableRow) {
  const cells = tableRow.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
  const [
    fault = '',
    ,
    injections,
    expected = '',
    seen = '',
    acknowledged,
    lost,
    doubled,
    back,
    ok,
  ] = cells.slice(1);
  return {
    fault,
    injections: countOf(injections) ?? 0,
    expected,
    seen,
    lost: countOf(lost),
    doubled: countOf(doubled),
    secondsToRecover: countOf(back?.replace(' s', '')),
    ok: ok === 'yes',
    acknowledged: countOf(acknowledged) ?? 0,
  };
}

/**
 * @param {string | undefined} cell
 * @returns {number | null} null where the page says that it is unknown
 */
function countOf(cell) {
  return cell === undefined || cell === '—' ? null : Number(cell.replaceAll(',', ''));
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
