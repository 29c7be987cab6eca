// The house rules that neither the linter nor the compiler can see: which parts of a layer know each
// other, what a file may be called, that nothing only passes exports on.
import { dirname, join, normalize } from 'node:path/posix';

const ALIASES: readonly (readonly [alias: string, folder: string])[] = [
  ['#shared/', 'src/shared/'],
  ['#core/', 'src/main/core/'],
  ['#node/', 'src/main/node/'],
  ['#electron/', 'src/main/electron/'],
  ['#renderer/', 'src/renderer/'],
];

const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'src/shared': [],
  'src/main/core': ['src/shared'],
  'src/main/node': ['src/shared', 'src/main/core'],
  'src/main/electron': ['src/shared', 'src/main/core'],
  'src/main/preload': ['src/shared'],
  'src/renderer': ['src/shared'],
};

// A part is one folder below these; parts of the same kind do not know each other.
const FEATURES = 'src/renderer/features/';
const SCREENS = ['desk', 'anchor', 'overlay', 'assistant'].map((name) => `src/renderer/${name}/`);
// What lies below the features must not know them.
const BELOW_FEATURES = ['src/renderer/ui/', 'src/renderer/store/', 'src/renderer/connection/'];

const BANNED_NAME = /(^|[.-])(utils?|helpers?|controller|index)\.(ts|tsx)$/i;
const RE_EXPORT_ONLY = /^(\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|export\s[^;]*?\sfrom\s+'[^']+';)*$/;
const SPECIFIER = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)'([^']+)'/g;

const isUnder = (file: string, folder: string): boolean => file.startsWith(`${folder}/`);
const layerOf = (file: string): string | undefined =>
  Object.keys(LAYERS).find((layer) => isUnder(file, layer));

/** The file of this project that a specifier means; null for a package. */
function resolveSpecifier(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  const alias = ALIASES.find(([prefix]) => specifier.startsWith(prefix));
  return alias ? normalize(specifier.replace(...alias)) : null;
}

function featureOf(file: string): string | null {
  return file.startsWith(FEATURES) ? (file.slice(FEATURES.length).split('/')[0] ?? null) : null;
}

function importFault(file: string, target: string): string | null {
  const [from, to] = [layerOf(file), layerOf(target)];
  if (from !== undefined && from !== to && !LAYERS[from]?.includes(to ?? '')) {
    return `${from} may not import ${target}`;
  }
  const [mine, other] = [featureOf(file), featureOf(target)];
  if (mine !== null && other !== null && mine !== other) return `a feature imports ${target}`;
  if (other !== null && BELOW_FEATURES.some((folder) => file.startsWith(folder))) {
    return `what lies below the features imports ${target}`;
  }
  const screen = SCREENS.find((folder) => target.startsWith(folder));
  if (screen && !file.startsWith(screen)) return `only that screen may import ${target}`;
  return null;
}

/** Everything wrong with the given sources, as `file: fault`. */
export function sourceFaults(sources: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [file, text] of sources) {
    if (BANNED_NAME.test(file.slice(file.lastIndexOf('/') + 1))) {
      faults.push(`${file}: a name that says nothing`);
    }
    if (text.includes(' from ') && RE_EXPORT_ONLY.test(text)) faults.push(`${file}: a barrel`);
    for (const [, specifier = ''] of text.matchAll(SPECIFIER)) {
      const target = resolveSpecifier(file, specifier);
      const fault = target === null ? null : importFault(file, target);
      if (fault !== null) faults.push(`${file}: ${fault}`);
    }
  }
  return faults;
}
