import { v7 as uuidv7 } from 'uuid'
import type { ArticleToDecide } from '#app/adjudication/adjudication-counts'
import type { RuleReport } from '#app/adjudication/by-rule'
import { Rule } from '#app/adjudication/rule'
import { Refusal } from '#app/failure'
import { GroupId } from '#app/model/ids'
import { adjudicateByRule } from '#main/adjudication/adjudicate-by-rule'
import { adjudicationQueue } from '#main/adjudication/queue'
import { assertSees } from '#main/store/blindfold'
import type { Store } from '#main/store/store'
import { type Command, optionOf, word } from '../command.ts'
import { count } from '../count.ts'
import { annotatorNamed, localAnnotator, withProject } from '../project.ts'

export const adjudicate: Command = {
  name: 'adjudicate',
  usage: 'P.assay [--rule agreed|majority|majority-of-N|NAME] [--dry-run]',
  summary:
    'says what is to be decided between annotators; with a rule, decides all that no person has: where all agree, by majority, or as one annotator says',
  words: [1, 1],
  options: { rule: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run(call) {
    const given = optionOf(call, 'rule')
    const dryRun = call.options['dry-run'] === true
    if (given?.trim() === '' || (given === undefined && dryRun))
      throw new Refusal('invalid-input', 'Say which rule would decide: --rule agreed, majority or NAME.')
    return withProject(word(call, 0), async store => {
      assertSees(store, localAnnotator(store).id)
      if (given === undefined) {
        const queue = await adjudicationQueue(store)
        for (const line of describeQueue(queue)) call.output.line(line)
        call.output.value(queue)
        return true
      }
      const rule = ruleFrom(store, given)
      const { id: by, name } = localAnnotator(store)
      if (!dryRun) store.introduce(by, name)
      const group = GroupId.parse(uuidv7())
      const report = await adjudicateByRule(store, by, { rule, article: null, group, dryRun })
      call.output.line(describeReport(report, dryRun))
      call.output.value({ rule, dryRun, ...report })
      return true
    })
  },
}

function ruleFrom(store: Store, given: string): Rule {
  if (given === 'agreed' || given === 'majority') return { kind: given }
  const [, number] = /^majority-of-(\d+)$/.exec(given) ?? []
  if (number === undefined) return { kind: 'annotator', annotator: annotatorNamed(store, given) }
  const rule = Rule.safeParse({ kind: 'majority-of', least: Number(number) })
  if (!rule.success) throw new Refusal('invalid-input', 'A majority takes two or more: majority-of-2.')
  return rule.data
}

function describeQueue(queue: readonly ArticleToDecide[]): string[] {
  const sum = (of: 'open' | 'disagreed' | 'decided' | 'stale') =>
    queue.reduce((total, article) => total + article[of], 0)
  const left = queue.filter(({ open, stale }) => open > 0 || stale > 0)
  return [
    `${count(sum('open'), 'sentence')} to decide (on ${sum('disagreed')} annotators disagree), ${sum('decided')} decided, ${sum('stale')} of them on other ground`,
    ...left.map(
      ({ article, title, open, disagreed, stale }) =>
        `  ${article.slice(0, 8)} “${title}”: ${open} to decide, ${disagreed} disagreed, ${stale} on other ground`,
    ),
  ]
}

function describeReport({ decided, unchanged, kept, left, articles }: RuleReport, dryRun: boolean): string {
  const did = dryRun ? 'Would decide' : 'Decided'
  return `${did} ${count(decided, 'sentence')} in ${count(articles, 'article')}; ${unchanged} were so already, ${kept} were decided by a person, ${left} are left.`
}
