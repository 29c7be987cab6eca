import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launchElectron, type LaunchedApp } from './launch-electron.ts';

/** The real desktop app with a demo show on air, on a data folder of its own. */
export type ElectronShow = {
  readonly launched: LaunchedApp;
  readonly dataFolder: string;
  readonly storePath: string;
  /** Lines of its log that name this event. */
  logged(event: string): readonly string[];
  remove(): Promise<void>;
};

export async function startElectronShow(): Promise<ElectronShow> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-app-'));
  const launched = await launchElectron(dataFolder, ['--demo']);
  await launched.page.locator('[data-row-key]').first().waitFor();
  return {
    launched,
    dataFolder,
    storePath: join(dataFolder, 'cuedesk.sqlite'),
    logged(event) {
      const folder = join(dataFolder, 'logs');
      return readdirSync(folder)
        .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
        .filter((line) => line.includes(`"event":"${event}"`));
    },
    async remove() {
      await launched.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

export type AppProcess = { readonly pid: number; readonly type: string };

/** Processes of the app as Linux has them: children of the main process, at any depth. */
export function appProcesses(mainPid: number): readonly AppProcess[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map<number, number>();
  const commands = new Map<number, string>();
  for (const name of all) {
    const stat = readProc(name, 'stat');
    if (stat === null) continue;
    const [state = '', parent = '0'] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') continue;
    parents.set(Number(name), Number(parent));
    commands.set(Number(name), readProc(name, 'cmdline')?.replaceAll('\0', ' ') ?? '');
  }
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === mainPid || isOurs(parent));
  };
  return [...parents.keys()].filter(isOurs).map((pid) => {
    const command = commands.get(pid) ?? '';
    const type = /--type=(\S+)/.exec(command)?.[1] ?? '';
    return { pid, type: type === 'utility' ? utilityOf(command) : type };
  });
}

function utilityOf(command: string): string {
  return command.includes('node.mojom.NodeService') ? 'core' : 'utility';
}

/** Whether a process of this id still runs. */
export function isRunning(pid: number): boolean {
  const stat = readProc(String(pid), 'stat');
  return stat !== null && !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

function readProc(pid: string, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    // It ended between two looks.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
