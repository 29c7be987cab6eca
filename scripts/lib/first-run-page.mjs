/**
 * @typedef {object} FirstRun seconds since `git clone` was typed, in the order in which they come
 * @property {number} cloned the repository is there
 * @property {number} installed `npm ci` has ended
 * @property {number} started `npm start` is typed
 * @property {number} served it says where the desk is
 * @property {number} metric the first figure of the show is on the screen
 * @property {number} push a product is pinned and its receipt is on the desk
 * @property {number} review the show is ended and its review is open
 */

/** @type {readonly {key: Exclude<keyof FirstRun, 'started'>, what: string, said: string}[]} */
const STEPS = [
  { key: 'cloned', what: '`git clone` has ended', said: '克隆完成' },
  { key: 'installed', what: '`npm ci` has ended', said: '依赖装好' },
  { key: 'served', what: '`npm start` says where the desk is', said: '给出中控台的地址' },
  { key: 'metric', what: 'the first figure of the show is on the screen', said: '看到第一个指标' },
  {
    key: 'push',
    what: 'the first product is pinned: `1`, `Enter`, and its receipt on the desk',
    said: '弹出第一个商品并收到回执',
  },
  { key: 'review', what: 'the show is ended and its review is open', said: '下播并打开复盘' },
];

/** @param {FirstRun} run */
export function describeFirstRun(run) {
  return STEPS.map(({ key, what }) => `${seconds(run[key])} ${what}`).join('\n');
}

/**
 * docs/first-run.md out of one run.
 * @param {FirstRun} run
 * @param {{machine: string, load: number, systemNode: string, npm: string, date: Date}} where `load`:
 *   what else the machine had to do when it began, as its load average
 */
export function firstRunPage(run, { machine, load, systemNode, npm, date }) {
  const rows = STEPS.map(({ key, what, said }) => {
    const sinceStart = run[key] - run.started;
    return `| ${what} | ${said} | ${seconds(run[key])} | ${sinceStart < 0 ? '—' : seconds(sinceStart)} |`;
  });
  const sinceStart = (/** @type {keyof FirstRun} */ key) => seconds(run[key] - run.started);
  return `# The first run

What a newcomer waits for, from an empty folder to the first review: no account, no settings, nothing asked. Written by

\`\`\`sh
npm run first-run                  # measures again
npm run first-run -- --write-docs  # and writes this page
\`\`\`

It clones what is committed into an empty folder, runs \`npm ci\` and \`npm start\` there with an empty data folder, opens the link in a fresh Chromium and does what the [first page of the guide](guide/en/1-first-show.md) says, with no pause for reading.

| step | 步骤 | seconds from \`git clone\` | from \`npm start\` |
| --- | --- | ---: | ---: |
${rows.join('\n')}

**From \`npm start\`: the first figure after ${sinceStart('metric')} s, the first product pinned after ${sinceStart('push')} s, the first review after ${sinceStart('review')} s.** The first start builds the program; a later one finds it built.

第一次使用要等多久：从空文件夹克隆、安装、启动，到看到第一个指标、弹出第一个商品、打开第一份复盘，不用账号，也不用任何设置。从 \`npm start\` 算起，${sinceStart('metric')} 秒看到第一个指标，${sinceStart('push')} 秒弹出第一个商品，${sinceStart('review')} 秒打开复盘。

Measured on ${date.toISOString().slice(0, 16).replace('T', ' ')} UTC: ${machine}, load average ${seconds(load)} when it began; Node ${systemNode} with npm ${npm} as the machine has them; the browser host; the repository cloned from a copy on the same disk, packages from the registry or npm's cache, whichever has them.
`;
}

/** @param {number} value */
function seconds(value) {
  return value.toFixed(1);
}
