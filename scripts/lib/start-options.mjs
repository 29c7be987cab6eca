import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * @typedef {object} StartOptions
 * @property {boolean} browser
 * @property {number | null} port
 * @property {string | null} data
 * @property {boolean} demo
 * @property {boolean} open
 * @property {boolean} json
 */

export const startHelp = `Cuedesk 场控台

  npm start -- [options]

  --browser    serve the screens to a browser instead of opening the desktop app
               不打开桌面应用，在浏览器中使用
  --port N     port of the screens (0: any free one)              屏幕端口（0 表示任意空闲端口）
  --data DIR   folder of everything Cuedesk stores                 数据目录
  --demo       open with a demonstration show; the first start does 打开演示场次；第一次启动就是
  --no-open    do not open a browser window                        不自动打开浏览器
  --json       one line on stdout: {"url","pid","port"} (npm -s)   标准输出只有一行 JSON
  --help       this text                                           显示本说明
`;

/**
 * @param {readonly string[]} argv
 * @param {string} baseFolder what a relative --data starts from
 * @returns {{kind: 'run', options: StartOptions} | {kind: 'help'} | {kind: 'error', message: string}}
 */
export function parseStartOptions(argv, baseFolder) {
  const parsed = parse(argv);
  if (typeof parsed === 'string') {
    return { kind: 'error', message: parsed };
  }
  const { values } = parsed;
  if (values.help) return { kind: 'help' };
  const port = values.port === undefined ? null : Number(values.port);
  const isPortValid = port === null || (Number.isInteger(port) && port >= 0 && port <= 65_535);
  if (!isPortValid || values.port === '') {
    return {
      kind: 'error',
      message: `--port wants a number from 0 to 65535, not "${values.port}"`,
    };
  }
  if (values.data === '') return { kind: 'error', message: '--data wants a folder' };
  const data = values.data === undefined ? null : resolve(baseFolder, values.data);
  const { browser, demo, json } = values;
  const open = !values['no-open'];
  return { kind: 'run', options: { browser, port, data, demo, open, json } };
}

/** @param {readonly string[]} argv */
function parse(argv) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        browser: { type: 'boolean', default: false },
        port: { type: 'string' },
        data: { type: 'string' },
        demo: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    // Node's sentence goes on with advice that fits no user of ours.
    return error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
  }
}

/**
 * The options as the browser host and the desktop app take them.
 * @param {StartOptions} options
 * @param {number | null} port
 */
export function hostArguments(options, port) {
  return [
    ...(options.data === null ? [] : [`--data=${options.data}`]),
    ...(port === null ? [] : [`--port=${port}`]),
    ...(options.demo ? ['--demo'] : []),
    // A person sees something at once; a script gets what it asks for.
    ...(options.json ? [] : ['--first-demo']),
  ];
}
