/** `npm run -s cuedesk -- VERB`: the core's abilities without a screen. */

import { visibleControls } from '#shared/lib/visible-controls.ts';

import { runDoctor } from './cli-doctor.ts';
import { productVersion } from './product-version.ts';

type Verb = {
  readonly says: string;
  run(args: readonly string[]): Promise<number>;
};

// The others are loaded on demand: `doctor` must work where what they need does not load.
const verbs: Readonly<Record<string, Verb>> = {
  decode: {
    says: 'decode --platform NAME < frames > events.jsonl   raw messages to events  原始消息转为事件',
    run: async (args) => {
      const { runDecode } = await import('./cli-decode.ts');
      return runDecode(args, process.stdin, process.stdout, process.stderr);
    },
  },
  replay: {
    says: 'replay FILE [--speed N]   an event file as JSON lines at its own pace  按原节奏输出事件文件',
    run: async (args) => {
      const { runReplay } = await import('./cli-replay.ts');
      return runReplay(args, process.stdout, process.stderr);
    },
  },
  export: {
    says: [
      'export --all FILE [--data DIR]   everything of the store in one file  把全部数据导出到一个文件',
      'export SHOW --format html|pdf|png|xlsx|csv|json --out FILE   the review of a show  导出一场的复盘',
      'export SHOW --format json|csv [--table NAME]   its figures on stdout  把数字写到标准输出',
      'export --schema   JSON Schema of such a JSON file  上述 JSON 的结构定义',
    ].join('\n  cuedesk '),
    run: async (args) => {
      if (args.includes('--schema')) {
        const { reviewFactsSchema } = await import('#shared/model/review-facts.ts');
        process.stdout.write(`${JSON.stringify(reviewFactsSchema(), null, 2)}\n`);
        return 0;
      }
      if (args.some((each) => each === '--out' || each.startsWith('--out='))) {
        const { runReportExport } = await import('./cli-report.ts');
        return runReportExport(args, productVersion(), process.stderr);
      }
      if (!args.includes('--all')) {
        const { runReviewExport } = await import('./cli-review.ts');
        return runReviewExport(args, process.stdout, process.stderr);
      }
      const { runExport } = await import('./cli-transfer.ts');
      return runExport(args, productVersion(), process.stderr);
    },
  },
  import: {
    says: 'import FILE [--data DIR]   such a file in place of the store  用导出的文件替换现有数据',
    run: async (args) => {
      const { runImport } = await import('./cli-transfer.ts');
      return runImport(args, process.stderr);
    },
  },
  doctor: {
    says: 'doctor [--data DIR] [--json]   check this machine and the store  检查本机与数据',
    run: (args) => runDoctor(args, process.stdout),
  },
  help: {
    says: 'help   this list  本列表',
    run: async () => {
      process.stdout.write(`${helpText()}\n`);
      return 0;
    },
  },
};

function helpText(): string {
  const lines = Object.values(verbs).map((verb) => `  cuedesk ${verb.says}`);
  return ['Cuedesk 场控台', ...lines].join('\n');
}

const [name = 'help', ...rest] = process.argv.slice(2);
const wanted = name === '--help' || name === '-h' ? 'help' : name;
const verb = Object.hasOwn(verbs, wanted) ? verbs[wanted] : undefined;
if (verb === undefined) {
  const shown = visibleControls(wanted);
  process.stderr.write(`Unknown verb "${shown}". 未知命令“${shown}”。\n${helpText()}\n`);
  process.exitCode = 2;
} else {
  // exitCode, not exit(): a pipe that reads slowly still gets the last lines.
  process.exitCode = await verb.run(rest);
}
