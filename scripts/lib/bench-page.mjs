/** @typedef {import('./run-bench.mjs').BenchLine} BenchLine */
/**
 * One line of the table as the page has it.
 * @typedef {{name: string, cells: readonly string[], machine: string, date: string}} BenchRow
 */

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });
const ROW = /^\| `[^`]+` \|.*\| (\d{4}-\d\d-\d\d), machine (\d+) \|$/;

/**
 * docs/benchmarks.md: a row for each line of this run, and the rows of measurements that were not
 * run, as the page has them.
 * @param {readonly BenchLine[]} lines
 * @param {{machine: string, date: string}} run `date` as YYYY-MM-DD
 * @param {readonly BenchRow[]} earlier
 */
export function benchPage(lines, { machine, date }, earlier) {
  const measured = new Set(lines.map(({ name }) => name));
  const rows = [
    ...earlier.filter(({ name }) => !measured.has(name)),
    ...lines.map((line) => ({ name: line.name, cells: cellsOf(line), machine, date })),
  ];
  const machines = [...new Set(rows.map((row) => row.machine))];
  const table = rows
    .map((row, place) => ({ row, place }))
    .sort((a, b) => compare(a.row.name, b.row.name) || a.place - b.place)
    .map(({ row }) => {
      const run = `${row.date}, machine ${machines.indexOf(row.machine) + 1}`;
      return `| ${[...row.cells, run].join(' | ')} |`;
    });
  return `# Benchmarks

What Cuedesk promises about speed, each figure beside what it is compared to, in the same run on the same machine. 性能基准：每个数字都与同一次运行中的对照物并列，本页由程序生成。

\`\`\`sh
npm run bench                              # all of them, one JSON line each on stdout
npm run bench -- chat.frames               # those whose name holds this
npm run bench -- chat.frames --write-docs  # the same, and this page out of it; other rows stay
\`\`\`

A ratio is the figure over the comparator's. A floor is what the machine gave at that moment to a program that does nothing but that. Rows without a goal are told and not judged.

| benchmark | figure | goal | compared to | its figure | ratio | floor | reached | run |
| --- | ---: | --- | --- | ---: | ---: | --- | --- | --- |
${table.join('\n')}

${machines.map((each, index) => `${index + 1}. ${each}`).join('\n')}
`;
}

/**
 * The rows a page was made of.
 * @param {string} page
 * @returns {readonly BenchRow[]}
 */
export function readBenchPage(page) {
  const all = page.split('\n');
  const machines = new Map(
    all.flatMap((line) => {
      const [, number = '', machine = ''] = /^(\d+)\. (.+)$/.exec(line) ?? [];
      return number === '' ? [] : [[number, machine]];
    }),
  );
  return all.flatMap((line) => {
    const [, date, number = ''] = ROW.exec(line) ?? [];
    const machine = machines.get(number);
    if (date === undefined || machine === undefined) return [];
    const cells = line
      .slice(2, -2)
      .split(/ (?<!\\)\| /)
      .slice(0, -1);
    return [{ name: (cells[0] ?? '').replaceAll('`', ''), cells, machine, date }];
  });
}

/** @param {BenchLine} line */
function cellsOf({ name, value, unit, comparator, comparatorValue, ratio, goal, floor, ok }) {
  return [
    `\`${name}\``,
    `${NUMBER.format(value)} ${unit}`,
    goal ?? '—',
    comparator ?? '—',
    comparatorValue === null ? '—' : NUMBER.format(comparatorValue),
    ratio === null ? '—' : NUMBER.format(ratio),
    floor === null ? '—' : `${NUMBER.format(floor.value)}: ${floor.of}`,
    goal === null ? '—' : ok ? 'yes' : '**no**',
  ].map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' '));
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
