import { z } from 'zod'
import { AnnotatorId } from '../model/ids.ts'
import type { SentenceToDecide } from './sentences-to-decide.ts'
import { isAnswer, labelSet } from './statement.ts'

/** How sentences can be decided all at once. */
export const Rule = z.discriminatedUnion('kind', [
  /** What all who answered agree on, of two or more. */
  z.strictObject({ kind: z.literal('agreed') }),
  /** What more than half of those who answered say, of two or more. A tie is left. */
  z.strictObject({ kind: z.literal('majority') }),
  /** What so many say, and no other answer as many. */
  z.strictObject({ kind: z.literal('majority-of'), least: z.int().min(2).max(9999) }),
  /** What the most reliable one says. */
  z.strictObject({ kind: z.literal('annotator'), annotator: AnnotatorId }),
])
export type Rule = z.infer<typeof Rule>

/** As it stands in a decision. */
export function ruleName(rule: Rule): string {
  switch (rule.kind) {
    case 'agreed':
    case 'majority':
      return rule.kind
    case 'majority-of':
      return `majority-of-${rule.least}`
    case 'annotator':
      return `annotator:${rule.annotator}`
  }
}

/** Whose labels a rule takes; undefined where it leaves the sentence. Of several who say the same, the first by id. */
export function takenBy(rule: Rule, { statements }: SentenceToDecide): AnnotatorId | undefined {
  const answers = statements.filter(isAnswer)
  if (rule.kind === 'annotator') return answers.find(one => one.annotator === rule.annotator)?.annotator
  if (answers.length < 2) return undefined
  const camps = [...Map.groupBy(answers, ({ annotations }) => labelSet(annotations).join()).values()]
  const [largest = [], second = []] = camps.sort((a, b) => b.length - a.length)
  return wins(rule, largest.length, second.length, answers.length) ? largest[0]?.annotator : undefined
}

function wins(
  rule: Exclude<Rule, { kind: 'annotator' }>,
  largest: number,
  second: number,
  answers: number,
): boolean {
  switch (rule.kind) {
    case 'agreed':
      return largest === answers
    case 'majority':
      return largest * 2 > answers
    case 'majority-of':
      return largest >= rule.least && largest > second
  }
}
