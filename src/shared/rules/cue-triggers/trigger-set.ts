import type { TriggerRule, TriggerSettings, TriggerTest } from '../../model/cue-trigger.ts';
import { HELD_MINUTES } from '../alerts/alert-engine.ts';
import { isMinuteTest, minutesOf } from './judge-minutes.ts';
import { PRESET_TRIGGERS } from './preset-triggers.ts';

/** The product's rules, each as it was changed, then one's own. */
export function triggersOf(settings: TriggerSettings): readonly TriggerRule[] {
  const changed = new Map(settings.rules.map((rule) => [rule.id, rule]));
  const own = settings.rules.filter(({ id }) => !isPresetTrigger(id));
  return [...PRESET_TRIGGERS.map((preset) => changed.get(preset.id) ?? preset), ...own];
}

export function isPresetTrigger(ruleId: string): boolean {
  return PRESET_TRIGGERS.some(({ id }) => id === ruleId);
}

/** The settings with this rule in them; a rule of the product as it ships is not kept. */
export function withTrigger(settings: TriggerSettings, rule: TriggerRule): TriggerSettings {
  const preset = PRESET_TRIGGERS.find(({ id }) => id === rule.id);
  const others = settings.rules.filter(({ id }) => id !== rule.id);
  if (preset !== undefined && JSON.stringify(preset) === JSON.stringify(rule)) {
    return { ...settings, rules: others };
  }
  const at = settings.rules.findIndex(({ id }) => id === rule.id);
  const rules = at === -1 ? [...others, rule] : settings.rules.toSpliced(at, 1, rule);
  return { ...settings, rules };
}

/** A rule of one's own goes; one of the product is as it ships again. */
export function withoutTrigger(settings: TriggerSettings, ruleId: string): TriggerSettings {
  return { ...settings, rules: settings.rules.filter(({ id }) => id !== ruleId) };
}

/** Why a rule cannot be: translated as `triggers.fault.<fault>`. */
export type TriggerFault =
  | {
      readonly fault:
        | 'name_missing'
        /** Nothing can ever be below it. */
        | 'never'
        /** It listens for no word. */
        | 'no_words'
        /** A fall by more than everything. */
        | 'more_than_all'
        /** Its windows and its hold reach further back than what is remembered. */
        | 'too_long'
        /** What is of safety goes before a price that is said: nothing of the kind goes out unread. */
        | 'safety_auto';
      readonly ruleId: string;
    }
  | {
      readonly fault:
        | 'same_name'
        /** The same test twice, with cues of different kinds. */
        | 'contradicts'
        /** The same test and kind twice: one of them would only repeat the other. */
        | 'same_test'
        /** Together they hold whatever the figure is. */
        | 'always';
      readonly ruleId: string;
      readonly otherId: string;
    };

/** Faults of a whole set of rules, in their order. Rules that are off contradict no others. */
export function triggerFaults(rules: readonly TriggerRule[]): readonly TriggerFault[] {
  return rules.flatMap((rule, at) => [...ownFaults(rule), ...pairFaults(rule, rules.slice(0, at))]);
}

function ownFaults(rule: TriggerRule): TriggerFault[] {
  const { id: ruleId, test, name } = rule;
  const faults: TriggerFault[] = [];
  if (name === null && !isPresetTrigger(ruleId)) faults.push({ fault: 'name_missing', ruleId });
  if (isNever(test)) faults.push({ fault: 'never', ruleId });
  if (test.kind === 'keyword' && test.words.length === 0)
    faults.push({ fault: 'no_words', ruleId });
  const isFall =
    (test.kind === 'change' && test.direction === 'fall') ||
    (test.kind === 'usual' && test.direction === 'below');
  if (isFall && test.percent > 100) faults.push({ fault: 'more_than_all', ruleId });
  if (isMinuteTest(test) && minutesOf(test) + rule.holdMin > HELD_MINUTES) {
    faults.push({ fault: 'too_long', ruleId });
  }
  if (rule.priority === 'safety' && rule.isAuto) faults.push({ fault: 'safety_auto', ruleId });
  return faults;
}

function isNever(test: TriggerTest): boolean {
  switch (test.kind) {
    case 'threshold':
      return test.direction === 'below' && test.value === 0;
    case 'unpaidShare':
      return test.direction === 'below' ? test.value === 0 : test.value === 1;
    case 'ctr':
    case 'ctor':
      return test.below === 0;
    default:
      return false;
  }
}

function pairFaults(rule: TriggerRule, earlier: readonly TriggerRule[]): TriggerFault[] {
  return earlier.flatMap((other): TriggerFault[] => {
    const ids = { ruleId: rule.id, otherId: other.id };
    if (rule.name !== null && rule.name === other.name) return [{ fault: 'same_name', ...ids }];
    if (!rule.isOn || !other.isOn || !meet(rule, other)) return [];
    if (JSON.stringify(rule.test) === JSON.stringify(other.test)) {
      return [{ fault: rule.cueKind === other.cueKind ? 'same_test' : 'contradicts', ...ids }];
    }
    return coversAll(rule.test, other.test) ? [{ fault: 'always', ...ids }] : [];
  });
}

/** Both can be in force in the same block. */
function meet(a: TriggerRule, b: TriggerRule): boolean {
  if (a.roles.length === 0 || b.roles.length === 0) return true;
  return a.roles.some((role) => b.roles.includes(role));
}

/** Below one number and above a smaller one: every value is either. */
function coversAll(a: TriggerTest, b: TriggerTest): boolean {
  if (a.kind === 'threshold' && b.kind === 'threshold') {
    return a.figure === b.figure && a.perThousand === b.perThousand && overlap(a, b);
  }
  return a.kind === 'unpaidShare' && b.kind === 'unpaidShare' && overlap(a, b);
}

type Limit = { readonly direction: 'below' | 'above'; readonly value: number };

function overlap(a: Limit, b: Limit): boolean {
  if (a.direction === b.direction) return false;
  const [below, above] = a.direction === 'below' ? [a, b] : [b, a];
  return below.value > above.value;
}
