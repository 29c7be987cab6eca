import type { AlertRule, AlertSettings } from '../../model/alert-rule.ts';
import { minutesNeeded } from './judge.ts';
import { HELD_MINUTES } from './alert-engine.ts';
import { PRESET_RULES } from './preset-rules.ts';

/** The product's rules, each as it was changed, then one's own. */
export function rulesOf(settings: AlertSettings): readonly AlertRule[] {
  const changed = new Map(settings.rules.map((rule) => [rule.id, rule]));
  const own = settings.rules.filter(({ id }) => !isPreset(id));
  return [...PRESET_RULES.map((preset) => changed.get(preset.id) ?? preset), ...own];
}

export function isPreset(ruleId: string): boolean {
  return PRESET_RULES.some(({ id }) => id === ruleId);
}

/** The settings with this rule in them; a rule of the product as it ships is not kept. */
export function withRule(settings: AlertSettings, rule: AlertRule): AlertSettings {
  const preset = PRESET_RULES.find(({ id }) => id === rule.id);
  const isFirst = preset !== undefined && JSON.stringify(preset) === JSON.stringify(rule);
  const at = settings.rules.findIndex(({ id }) => id === rule.id);
  const others = settings.rules.filter(({ id }) => id !== rule.id);
  if (isFirst) return { ...settings, rules: others };
  if (at === -1) return { ...settings, rules: [...others, rule] };
  return { ...settings, rules: settings.rules.toSpliced(at, 1, rule) };
}

/** A rule of one's own goes; one of the product is as it ships again. */
export function withoutRule(settings: AlertSettings, ruleId: string): AlertSettings {
  return { ...settings, rules: settings.rules.filter(({ id }) => id !== ruleId) };
}

/** Why a rule cannot be: translated as `alerts.fault.<fault>`. */
export type RuleFault =
  /** A state and no name, or the like: an own rule needs a name. */
  | { readonly fault: 'name_missing'; readonly ruleId: string }
  | { readonly fault: 'same_name'; readonly ruleId: string; readonly otherId: string }
  /** Nothing can ever be below it. */
  | { readonly fault: 'never'; readonly ruleId: string }
  /** Together they hold whatever the figure is. */
  | { readonly fault: 'always'; readonly ruleId: string; readonly otherId: string }
  /** Its windows and its hold reach further back than what is remembered. */
  | { readonly fault: 'too_long'; readonly ruleId: string }
  /** A fall by more than everything. */
  | { readonly fault: 'more_than_all'; readonly ruleId: string };

/** Faults of a whole set of rules, in their order. Rules that are off cannot contradict others. */
export function ruleFaults(rules: readonly AlertRule[]): readonly RuleFault[] {
  return rules.flatMap((rule, at) => [...ownFaults(rule), ...pairFaults(rule, rules.slice(0, at))]);
}

function ownFaults(rule: AlertRule): RuleFault[] {
  const { id: ruleId, test, name } = rule;
  const faults: RuleFault[] = [];
  if (name === null && !isPreset(ruleId)) faults.push({ fault: 'name_missing', ruleId });
  if (test.kind === 'state') return faults;
  if ('value' in test && test.direction === 'below' && test.value === 0) {
    faults.push({ fault: 'never', ruleId });
  }
  if (test.kind === 'unpaidShare' && test.direction === 'above' && test.value === 1) {
    faults.push({ fault: 'never', ruleId });
  }
  const isFall = 'percent' in test && (test.direction === 'fall' || test.direction === 'below');
  if (isFall && test.percent > 100) faults.push({ fault: 'more_than_all', ruleId });
  if (minutesNeeded(test) + rule.holdMin > HELD_MINUTES) faults.push({ fault: 'too_long', ruleId });
  return faults;
}

function pairFaults(rule: AlertRule, earlier: readonly AlertRule[]): RuleFault[] {
  return earlier.flatMap((other): RuleFault[] => {
    const ids = { ruleId: rule.id, otherId: other.id };
    if (rule.name !== null && rule.name === other.name) return [{ fault: 'same_name', ...ids }];
    if (!rule.isOn || !other.isOn) return [];
    return coversAll(rule.test, other.test) ? [{ fault: 'always', ...ids }] : [];
  });
}

/** Below one number and above a smaller one: every value is either. */
function coversAll(a: AlertRule['test'], b: AlertRule['test']): boolean {
  if (a.kind === 'threshold' && b.kind === 'threshold') {
    const isSame = a.figure === b.figure && a.perThousand === b.perThousand;
    return isSame && overlap(a, b);
  }
  return a.kind === 'unpaidShare' && b.kind === 'unpaidShare' && overlap(a, b);
}

type Limit = { readonly direction: 'below' | 'above'; readonly value: number };

function overlap(a: Limit, b: Limit): boolean {
  if (a.direction === b.direction) return false;
  const [below, above] = a.direction === 'below' ? [a, b] : [b, a];
  return below.value > above.value;
}
