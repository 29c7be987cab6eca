import {
  ENTRY_EXCEPTIONS_MAX,
  OWN_EXCEPTIONS_MAX,
  OWN_RISKS_MAX,
  RISK_PHRASE_MAX,
  type OwnRisk,
  type RiskSettings,
} from '../../model/risk-settings.ts';
import { RISK_CLASSES, type RiskClass, type RiskLevel } from '../../model/risk-word.ts';
import type { Language } from '../../model/settings.ts';
import { unguardCell } from '../spreadsheet-cell.ts';
import { riskKey } from './room-list.ts';

/** A row of a table, from anywhere; `line` is its place, from 1. */
type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** What is wrong with a row; `given` is what stands there. */
export type RiskRowFault = {
  readonly code: 'empty' | 'too_long' | 'class' | 'level' | 'twice' | 'too_many';
  readonly given: string;
};

/** What would come of a row: an entry, or a phrase that is always harmless. */
export type RiskTableRow = {
  readonly line: number;
  readonly phrase: string;
  /** Null for a harmless phrase, and where something is wrong. */
  readonly entry: OwnRisk | null;
  readonly isException: boolean;
  readonly fault: RiskRowFault | null;
  /** The room has it already: a merge puts the row in its place. */
  readonly isKnown: boolean;
};

const COLUMNS = ['phrase', 'class', 'level', 'instead', 'except'] as const;
type Column = (typeof COLUMNS)[number];

/** Headings that are written, and those that are read, lower case without spaces. */
const HEADINGS: Readonly<Record<Language, Readonly<Record<Column, string>>>> = {
  'zh-CN': { phrase: '违禁词', class: '类别', level: '级别', instead: '可以说', except: '例外' },
  en: {
    phrase: 'Phrase',
    class: 'Class',
    level: 'Level',
    instead: 'Say instead',
    except: 'Except',
  },
};
const KNOWN_HEADINGS: Readonly<Record<Column, string>> = {
  phrase: '违禁词 词 敏感词 风险词 phrase word term',
  class: '类别 分类 类型 class category kind',
  level: '级别 等级 level severity',
  instead: '可以说 替换 替换词 建议 instead sayinstead replacement',
  except: '例外 白名单 except exceptions allow',
};
/** The word for a phrase that is always harmless stands where a class would. */
const EXCEPTION: Readonly<Record<Language, string>> = { 'zh-CN': '例外', en: 'exception' };
const LEVELS: Readonly<Record<Language, Readonly<Record<RiskLevel, string>>>> = {
  'zh-CN': { ban: '禁用', warn: '谨慎' },
  en: { ban: 'ban', warn: 'warn' },
};
const CLASSES_ZH: Readonly<Record<RiskClass, string>> = {
  superlative: '绝对化',
  efficacy: '功效',
  promise: '保证',
  price: '价格',
  scarcity: '紧迫',
  contact: '引站外',
  endorse: '冒名',
  finance: '收益',
  vulgar: '低俗',
  minor: '未成年',
  platform: '别的平台',
  bait: '诱导',
  own: '自定',
};
const PARTED = /[,，、;；|\n]/u;

/** The operator's own entries and exceptions as rows of a table, with its headings. */
export function riskTable(
  { own, except }: RiskSettings,
  language: Language,
): readonly (readonly string[])[] {
  const className = (of: RiskClass): string => (language === 'en' ? of : CLASSES_ZH[of]);
  return [
    COLUMNS.map((column) => HEADINGS[language][column]),
    ...own.map((entry) => [
      entry.phrase,
      className(entry.class),
      LEVELS[language][entry.level],
      entry.instead,
      entry.except.join(language === 'en' ? ', ' : '、'),
    ]),
    ...except.map((phrase) => [phrase, EXCEPTION[language], '', '', '']),
  ];
}

/** What else a class is called, on a screen from which somebody copies it. */
export type ClassNames = (of: RiskClass) => readonly string[];

/** Reads such a table, or one of phrases alone; every row comes back, with what is wrong with it. */
export function readRiskRows(
  rows: readonly TableRow[],
  held: RiskSettings,
  namesOf: ClassNames = () => [],
): readonly RiskTableRow[] {
  const [head, ...rest] = rows;
  const layout = head === undefined ? null : layoutOf(head.cells);
  const known = new Set([...held.own.map(({ phrase }) => phrase), ...held.except].map(riskKey));
  const seen = new Set<string>();
  return (layout === null ? rows : rest).map((row) => {
    const cell = (column: Column): string => {
      const at = layout === null ? COLUMNS.indexOf(column) : (layout.get(column) ?? -1);
      return unguardCell(
        (row.cells[at] ?? '').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim(),
      ).trim();
    };
    const read = readRow(cell, namesOf);
    const key = riskKey(read.phrase);
    const fault = read.fault ?? (seen.has(key) ? { code: 'twice', given: read.phrase } : null);
    seen.add(key);
    const entry = fault === null ? read.entry : null;
    return { ...read, line: row.line, entry, fault, isKnown: known.has(key) };
  });
}

type ReadRow = Pick<RiskTableRow, 'phrase' | 'entry' | 'isException' | 'fault'>;

function readRow(cell: (column: Column) => string, namesOf: ClassNames): ReadRow {
  const [phrase, written, instead] = [cell('phrase'), cell('class').toLowerCase(), cell('instead')];
  const isException = Object.values(EXCEPTION).includes(written);
  const no = (code: RiskRowFault['code'], given: string): ReadRow => {
    return { phrase, entry: null, isException, fault: { code, given } };
  };
  if (riskKey(phrase) === '') return no('empty', phrase);
  const long = [phrase, instead].find(({ length }) => length > RISK_PHRASE_MAX);
  if (long !== undefined) return no('too_long', long);
  if (isException) return { phrase, entry: null, isException, fault: null };
  const of = written === '' ? 'own' : RISK_CLASSES.find((each) => isClass(each, written, namesOf));
  if (of === undefined) return no('class', cell('class'));
  const level = levelOf(cell('level').toLowerCase());
  if (level === null) return no('level', cell('level'));
  const except = cell('except')
    .split(PARTED)
    .map((each) => each.trim());
  const harmless = [...new Set(except.filter((each) => each !== ''))];
  if (harmless.length > ENTRY_EXCEPTIONS_MAX) return no('too_many', String(harmless.length));
  const longest = harmless.find(({ length }) => length > RISK_PHRASE_MAX);
  if (longest !== undefined) return no('too_long', longest);
  const entry = { phrase, class: of, level, instead, except: harmless };
  return { phrase, entry, isException, fault: null };
}

function isClass(of: RiskClass, written: string, namesOf: ClassNames): boolean {
  const names = namesOf(of).map((name) => name.toLowerCase());
  return of === written || CLASSES_ZH[of] === written || names.includes(written);
}

/** An empty one is the stricter. */
function levelOf(written: string): RiskLevel | null {
  if (['', '违禁', 'banned', 'never'].includes(written)) return 'ban';
  if (['警告', 'warning', 'needs proof', '要有凭据'].includes(written)) return 'warn';
  const named = Object.values(LEVELS).flatMap(({ ban, warn }) =>
    ban === written ? (['ban'] as const) : warn === written ? (['warn'] as const) : [],
  );
  return named[0] ?? null;
}

/** Where each column stands; null where the first row is no row of headings. */
function layoutOf(cells: readonly string[]): ReadonlyMap<Column, number> | null {
  const layout = new Map<Column, number>();
  for (const [at, cell] of cells.entries()) {
    const name = cell.toLowerCase().replace(/\s+/gu, '');
    const column = COLUMNS.find((each) => KNOWN_HEADINGS[each].split(' ').includes(name));
    if (column !== undefined && !layout.has(column)) layout.set(column, at);
  }
  return layout.has('phrase') ? layout : null;
}

/**
 * The room's list with these rows: `merge` puts them in the place of what has the same phrase and behind
 * the rest, `replace` keeps nothing else. Null: more than a list takes.
 */
export function withRiskRows(
  held: RiskSettings,
  rows: readonly RiskTableRow[],
  how: 'merge' | 'replace',
): RiskSettings | null {
  const good = rows.filter(({ fault }) => fault === null);
  const fresh = new Set(good.map(({ phrase }) => riskKey(phrase)));
  const isKept = (phrase: string): boolean => how === 'merge' && !fresh.has(riskKey(phrase));
  const own = [
    ...held.own.filter(({ phrase }) => isKept(phrase)),
    ...good.flatMap(({ entry }) => entry ?? []),
  ];
  const except = [
    ...held.except.filter(isKept),
    ...good.filter(({ isException }) => isException).map(({ phrase }) => phrase),
  ];
  if (own.length > OWN_RISKS_MAX || except.length > OWN_EXCEPTIONS_MAX) return null;
  return { ...held, own, except };
}
