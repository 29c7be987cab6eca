/**
 * `run-fault.ts` prints what is registered, a JSON line for each fault; `run-fault.ts NAME
 * quick|full` runs one in this process and prints its result. Stdout holds JSON lines alone.
 */
import { faultNames, loadFault } from './fault-files.ts';

const [name, scale = 'full'] = process.argv.slice(2);

if (name === undefined) {
  for (const each of faultNames()) {
    const { what, expected, needs, hasQuickForm } = await loadFault(each);
    print({ fault: each, what, expected, needs, hasQuickForm });
  }
} else {
  if (scale !== 'quick' && scale !== 'full') throw new Error(`unknown scale ${scale}`);
  const fault = await loadFault(name);
  const { injections, seen, lost, doubled, secondsToRecover, ok, acknowledged } =
    await fault.run(scale);
  const { expected } = fault;
  const seconds = secondsToRecover === null ? null : Math.round(secondsToRecover * 1_000) / 1_000;
  const figures = { lost, doubled, secondsToRecover: seconds, ok, acknowledged };
  print({ fault: name, injections, expected, seen, ...figures });
  // Whatever a fault left open must not keep the table waiting.
  process.exit(0);
}

function print(line: Readonly<Record<string, unknown>>): void {
  // The write is synchronous on pipes and files alike, so nothing is cut off by the exit.
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
