import { packText } from '../pack-text.ts';
import type { TextColumn } from '../table.ts';
import { groupTexts } from '../text-groups.ts';
import type { TextRules } from './contract.ts';
import { type Violation, ViolationBuilder } from './violation.ts';

/** Which rules, but the one for missing values, a text column breaks: each different text is looked at once. */
export function checkTexts(name: string, column: TextColumn, { oneOf, matches, unique }: TextRules): Violation[] {
  const rules: TextRule[] = [];
  if (oneOf !== undefined) rules.push(oneOfRule(name, oneOf));
  if (matches !== undefined) rules.push(matchesRule(name, matches));
  if (unique === true) rules.push({ rule: `'${name}' is unique`, broken: (_text, count) => (count > 1 ? count : 0) });
  return rules.length === 0 ? [] : checkGroups(column, rules);
}

interface TextRule {
  readonly rule: string;
  /** How many of the rows with this text break the rule. */
  readonly broken: (text: string, count: number) => number;
}

function oneOfRule(name: string, oneOf: readonly string[]): TextRule {
  const allowed = new Set(oneOf);
  return {
    rule: `'${name}' is one of ${oneOf.join(', ')}`,
    broken: (text, count) => (allowed.has(text) ? 0 : count),
  };
}

function matchesRule(name: string, matches: string): TextRule {
  const pattern = wholePattern(matches);
  return { rule: `'${name}' matches ${matches}`, broken: (text, count) => (pattern.test(text) ? 0 : count) };
}

/** A regular expression for the whole of a text. Throws `SyntaxError`. */
export function wholePattern(matches: string): RegExp {
  return new RegExp(`^(?:${matches})$`, 'v');
}

function checkGroups(column: TextColumn, rules: readonly TextRule[]): Violation[] {
  const packed = packText(column);
  const { firstRows, counts } = groupTexts(packed);
  const builders = rules.map(({ rule }) => new ViolationBuilder(rule));
  for (let group = 0; group < firstRows.length; group++) {
    const row = firstRows[group]!;
    const text = packed.at(row)!;
    for (const [index, { broken }] of rules.entries()) {
      const count = broken(text, counts[group]!);
      if (count > 0) builders[index]!.add(row, text, count);
    }
  }
  return builders.flatMap((builder) => builder.finish());
}
