import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GOLD } from '../model/annotator.ts'
import { decisionId } from '../model/decision.ts'
import { recordSchemas } from '../model/record.ts'
import { adjudicationCounts, mostToDoFirst, sumOfCounts } from './adjudication-counts.ts'
import { byRule } from './by-rule.ts'
import { decide, type Reasons } from './decide.ts'
import { differences } from './differences.ts'
import { foreseen } from './foreseen.ts'
import type { Rule } from './rule.ts'
import {
  type DecidedArticle,
  disagreedFirst,
  type SentenceToDecide,
  sentencesToDecide,
} from './sentences-to-decide.ts'
import { labelSet } from './statement.ts'
import {
  ANNA,
  after,
  anySaid,
  BORYS,
  CHLOE,
  CODEBOOK,
  decided,
  goldOf,
  LABELS,
  occasion,
} from './test/decided.ts'
import { Verdict } from './verdict.ts'

const AGREED: Rule = { kind: 'agreed' }
const MAJORITY: Rule = { kind: 'majority' }

const see = (article: DecidedArticle) => sentencesToDecide(article, CODEBOOK)

function only(article: DecidedArticle, number = 0): SentenceToDecide {
  const found = see(article).find(one => one.sentence === number)
  if (!found) throw new Error(`no sentence ${number} to decide`)
  return found
}

const take = (annotator: typeof ANNA): Verdict => ({ choice: 'take', annotator })

function decideOn(article: DecidedArticle, number: number, verdict: Verdict, reasons?: Reasons) {
  return after(article, decide(only(article, number), verdict, occasion(), reasons))
}

function ruleOn(article: DecidedArticle, rule: Rule) {
  const { edits, counts } = byRule(article, rule, occasion())
  return { article: after(article, edits), edits, counts }
}

describe('what there is to decide', () => {
  test('a sentence shows what everybody says of it, and whether they agree', () => {
    const article = decided([
      ['fact', 'fact', '?', '-', ''],
      ['fact', 'claim', 'fact', '-', ''],
    ])
    expect(see(article).map(({ sentence, accord }) => [sentence, accord])).toEqual([
      [0, 'agreed'],
      [1, 'disagreed'],
      [2, 'one-answer'],
      [3, 'agreed'],
    ])
    expect(only(article, 2).statements).toMatchObject([
      { annotator: ANNA, says: 'cannot-judge', annotations: [] },
      { annotator: BORYS, says: 'labels', annotations: [{ label: 'fact', note: 'by 1' }] },
    ])
  })

  test('disagreed sentences come first, decided ones last', () => {
    let article = decided([
      ['fact', '-', 'fact', 'fact'],
      ['fact', '-', 'claim', 'claim'],
    ])
    article = decideOn(article, 2, take(ANNA))
    expect(disagreedFirst(see(article)).map(one => one.sentence)).toEqual([3, 0, 1, 2])
    expect(adjudicationCounts(see(article))).toEqual({ open: 3, disagreed: 1, decided: 1, stale: 0 })
  })
})

describe('a decision', () => {
  const two = decided([
    ['fact', 'claim>', '-'],
    ['claim', 'fact', ''],
  ])

  test('takes one annotator’s labels with their note', () => {
    const article = decideOn(two, 0, take(BORYS), { cause: 'slip', reason: 'Nobody counted.' })
    const { gold, decision } = only(article)
    expect(gold.annotations).toMatchObject([{ label: 'claim', note: 'by 1', annotator: GOLD.id }])
    expect(decision).toMatchObject({ choice: 'take', labels: ['claim'], cause: 'slip', by: CHLOE, rule: '' })
  })

  test('gives another label, none, or several that can stand together', () => {
    const own = Verdict.parse({ choice: 'own', labels: [{ label: 'vivid', note: 'look' }] })
    expect(goldOf(decideOn(two, 0, own))).toEqual(['vivid', '', ''])
    expect(goldOf(decideOn(two, 0, { choice: 'none' }))).toEqual(['-', '', ''])
    expect(goldOf(decideOn(two, 0, { choice: 'both', annotators: null }))).toEqual(['claim fact', '', ''])
  })

  test('in the place of another leaves nothing of it', () => {
    const none = decideOn(decideOn(two, 0, take(ANNA)), 0, { choice: 'none' })
    expect(goldOf(none)).toEqual(['-', '', ''])
    const again = decideOn(none, 0, take(BORYS))
    expect(goldOf(again)).toEqual(['claim', '', ''])
    expect(again.reviews.filter(one => one.annotator === GOLD.id)).toEqual([])
    expect(again.decisions).toHaveLength(1)
  })

  test('of one sentence never reaches into the next', () => {
    const article = decideOn(two, 1, take(ANNA))
    expect(goldOf(article)).toEqual(['', 'claim', ''])
  })

  test('that takes what has no label is one for no label', () => {
    expect(only(decideOn(two, 2, { choice: 'none' }), 2).decision).toMatchObject({
      choice: 'none',
      labels: [],
    })
    const silent = decided([['-'], ['fact']])
    expect(only(decideOn(silent, 0, take(ANNA))).decision).toMatchObject({ choice: 'none', labels: [] })
  })

  test.each([
    ['somebody who has not judged', take(CHLOE), 'has not judged'],
    ['the labels of nobody', Verdict.parse({ choice: 'both' }), 'Nobody has labelled'],
  ])('cannot take %s', (_, verdict, message) => {
    expect(() => decide(only(decided([['-'], ['-']])), verdict, occasion())).toThrow(message)
  })
})

describe('a decision on older ground is flagged, and stays', () => {
  const before = decideOn(decided([['fact'], ['claim']]), 0, take(ANNA))

  test('when an annotator says something else', () => {
    const changed = { ...before, annotations: before.annotations.filter(one => one.annotator !== BORYS) }
    expect(only(changed)).toMatchObject({ stale: 'labels', decision: { labels: ['fact'] } })
    expect(goldOf(changed)).toEqual(['fact'])
  })

  test('when another annotator speaks', () => {
    const { annotations } = decided([[''], [''], ['fact']])
    expect(only({ ...before, annotations: [...before.annotations, ...annotations] }).stale).toBe('labels')
  })

  test('when the codebook changes', () => {
    const [first, ...labels] = CODEBOOK.labels
    if (!first) throw new Error('no label')
    const other = { ...CODEBOOK, labels: [{ ...first, definition: 'Otherwise.' }, ...labels] }
    expect(sentencesToDecide(before, other)).toMatchObject([{ stale: 'codebook' }])
  })

  test('when the sentence is joined with the next', () => {
    const two = decideOn(
      decided([
        ['fact', 'fact'],
        ['claim', 'fact'],
      ]),
      1,
      take(ANNA),
    )
    const joined = { ...two, sentences: [{ start: 0, end: 19 }] }
    expect(only(joined)).toMatchObject({ stale: 'sentence', decision: { start: 10, end: 19 } })
    const again = decideOn(joined, 0, take(BORYS))
    expect(again.decisions.map(decisionId)).toEqual([`${two.article.id}/0-19`])
  })

  test('when the gold layer is not what was decided', () => {
    const emptied = { ...before, annotations: before.annotations.filter(one => one.annotator !== GOLD.id) }
    expect(only(emptied).stale).toBe('gold')
  })

  test('but not when a note changes, or when nothing does', () => {
    const annotations = before.annotations.map(one => ({ ...one, note: 'other' }))
    expect(only({ ...before, annotations }).stale).toBeNull()
    expect(only(before).stale).toBeNull()
  })
})

describe('a rule', () => {
  const three = decided([
    ['fact', 'fact', 'fact', '-', 'fact', 'fact'],
    ['fact', 'fact', 'claim', '-', 'claim', '?'],
    ['fact', 'claim', 'vivid', '?', '', ''],
  ])

  test('agreed: decides where all of two or more say the same', () => {
    const { article, counts } = ruleOn(three, AGREED)
    expect(goldOf(article)).toEqual(['fact', '', '', '-', '', ''])
    expect(counts).toEqual({ decided: 2, unchanged: 0, kept: 0, left: 4 })
    expect(article.decisions.map(one => [one.choice, one.rule])).toEqual([
      ['take', 'agreed'],
      ['none', 'agreed'],
    ])
  })

  test('majority: decides where more than half say the same, and leaves a tie', () => {
    expect(goldOf(ruleOn(three, MAJORITY).article)).toEqual(['fact', 'fact', '', '-', '', ''])
  })

  test('majority of n: decides where so many say the same', () => {
    expect(goldOf(ruleOn(three, { kind: 'majority-of', least: 3 }).article)).toEqual([
      'fact',
      '',
      '',
      '',
      '',
      '',
    ])
    const tie = decided([['fact'], ['claim']])
    expect(goldOf(ruleOn(tie, { kind: 'majority-of', least: 2 }).article)).toEqual([''])
  })

  test('one annotator: decides what they have judged', () => {
    const { article } = ruleOn(three, { kind: 'annotator', annotator: BORYS })
    expect(goldOf(article)).toEqual(['fact', 'fact', 'claim', '-', 'claim', ''])
    expect(article.decisions[0]?.rule).toBe(`annotator:${BORYS}`)
  })

  test('decides anew what a rule decided on older ground', () => {
    const { article } = ruleOn(three, AGREED)
    const changed = {
      ...article,
      annotations: article.annotations.map(one =>
        one.annotator !== GOLD.id && one.start === 0 ? { ...one, label: LABELS[0] ?? one.label } : one,
      ),
    }
    expect(goldOf(changed)[0]).toBe('fact')
    expect(goldOf(ruleOn(changed, AGREED).article)[0]).toBe('claim')
  })
})

const anyRule = fc.constantFrom<Rule>(
  AGREED,
  MAJORITY,
  { kind: 'majority-of', least: 2 },
  { kind: 'majority-of', least: 3 },
  { kind: 'annotator', annotator: ANNA },
  { kind: 'annotator', annotator: BORYS },
)
const anyVerdict = fc.constantFrom<Verdict>(
  take(ANNA),
  take(BORYS),
  { choice: 'none' },
  { choice: 'both', annotators: null },
  Verdict.parse({ choice: 'own', labels: [{ label: 'vivid' }] }),
)

/** Decides some sentences; what a verdict cannot take is left. */
function decideSome(article: DecidedArticle, verdicts: readonly (Verdict | null)[]): DecidedArticle {
  let now = article
  for (const [number, verdict] of verdicts.entries()) {
    if (!verdict || !see(now).some(one => one.sentence === number)) continue
    try {
      now = decideOn(now, number, verdict)
    } catch {
      // It takes what is not there.
    }
  }
  return now
}

const anyVerdicts = fc.array(fc.option(anyVerdict), { minLength: 4, maxLength: 4 })

test('whatever was said, a rule changes nothing the second time', () => {
  fc.assert(
    fc.property(anySaid, anyVerdicts, anyRule, (said, verdicts, rule) => {
      const once = ruleOn(decideSome(decided(said), verdicts), rule)
      const twice = ruleOn(once.article, rule)
      expect(twice.edits).toEqual([])
      expect(twice.counts.decided).toBe(0)
      expect(twice.counts.unchanged).toBeGreaterThanOrEqual(once.counts.decided)
    }),
  )
})

test('what a person has decided survives every rule', () => {
  fc.assert(
    fc.property(anySaid, anyVerdicts, fc.array(anyRule), (said, verdicts, rules) => {
      const byHand = decideSome(decided(said), verdicts)
      const kept = see(byHand).filter(one => one.decision)
      const ruled = rules.reduce((article, rule) => ruleOn(article, rule).article, byHand)
      for (const { sentence, decision, gold } of kept) {
        expect(only(ruled, sentence)).toMatchObject({ decision, gold })
      }
    }),
  )
})

test('the gold layer has the labels that were decided, of each sentence and of no other, and all fit the schemas', () => {
  fc.assert(
    fc.property(anySaid, anyVerdicts, anyRule, (said, verdicts, rule) => {
      const { article, edits } = ruleOn(decideSome(decided(said), verdicts), rule)
      for (const { kind, after } of edits) if (after) expect(recordSchemas[kind].parse(after)).toEqual(after)
      const words = new Map(article.decisions.map(one => [one.start, one.labels.join(' ') || '-']))
      const unique = goldOf(article).map(word => [...new Set(word.split(' '))].join(' '))
      expect(unique).toEqual(article.sentences.map(one => words.get(one.start) ?? ''))
      for (const { decision, stale } of see(article)) if (decision) expect(stale).toBeNull()
    }),
  )
})

test('nobody but gold is touched', () => {
  fc.assert(
    fc.property(anySaid, anyVerdicts, anyRule, (said, verdicts, rule) => {
      const before = decided(said)
      const { article } = ruleOn(decideSome(before, verdicts), rule)
      expect(article.annotations.filter(one => one.annotator !== GOLD.id)).toEqual(before.annotations)
      expect(article.reviews.filter(one => one.annotator !== GOLD.id)).toEqual(before.reviews)
    }),
  )
})

test('what one annotator is told is where they and the gold layer differ', () => {
  let article = decided([
    ['fact', 'fact', '?', ''],
    ['fact', 'claim', 'fact', 'fact'],
  ])
  article = ruleOn(article, { kind: 'annotator', annotator: BORYS }).article
  const { compared, differing } = differences(article, ANNA, CODEBOOK)
  expect(compared).toBe(3)
  expect(
    differing.map(({ sentence, theirs, gold }) => [
      sentence,
      theirs.says,
      labelSet(theirs.annotations),
      gold,
    ]),
  ).toEqual([
    [1, 'labels', ['fact'], ['claim']],
    [2, 'cannot-judge', [], ['fact']],
  ])
})

describe('what stands', () => {
  const disputed = decided([['fact'], ['claim']])

  test('keeps labels and choice, on the ground of today, with the cause that is said now', () => {
    const first = decideOn(disputed, 0, take(BORYS))
    const changed = { ...first, annotations: first.annotations.filter(one => one.annotator !== ANNA) }
    expect(only(changed).stale).toBe('labels')
    const stands = decideOn(changed, 0, { choice: 'stand' }, { cause: 'slip', reason: 'Looked again.' })
    expect(only(stands)).toMatchObject({
      stale: null,
      decision: { choice: 'take', labels: ['claim'], cause: 'slip', reason: 'Looked again.' },
    })
    expect(goldOf(stands)).toEqual(goldOf(first))
  })

  test('of no label is that no label is right', () => {
    const none = decideOn(disputed, 0, { choice: 'none' })
    expect(only(decideOn(none, 0, { choice: 'stand' })).decision).toMatchObject({
      choice: 'none',
      labels: [],
    })
  })

  test('is refused where nothing was decided', () => {
    expect(() => decideOn(disputed, 0, { choice: 'stand' })).toThrow('Nothing has been decided here yet')
  })

  test('is a person’s: no rule touches it from then on', () => {
    const ruled = ruleOn(decided([['fact'], ['fact']]), AGREED).article
    const stands = decideOn(ruled, 0, { choice: 'stand' })
    expect(ruleOn(stands, MAJORITY).counts).toMatchObject({ kept: 1, decided: 0 })
  })
})

test('what the window shows beforehand is what comes to be', () => {
  const verdicts = fc.constantFrom<Verdict>(
    take(ANNA),
    take(BORYS),
    { choice: 'none' },
    { choice: 'both', annotators: null },
    Verdict.parse({ choice: 'own', labels: [{ label: 'vivid' }] }),
  )
  fc.assert(
    fc.property(
      anySaid,
      fc.array(verdicts, { minLength: 1, maxLength: 3 }),
      fc.nat(3),
      (said, all, number) => {
        let article = decided(said)
        for (const verdict of all) {
          const sentence = see(article).find(one => one.sentence === number)
          if (!sentence) return
          try {
            decide(sentence, verdict, occasion())
          } catch {
            continue
          }
          const shown = foreseen(sentence, verdict, occasion(), { cause: 'slip' })
          article = decideOn(article, number, verdict, { cause: 'slip' })
          const { gold, decision, stale, decisions } = only(article, number)
          expect({ says: shown.gold.says, labels: labelSet(shown.gold.annotations) }).toEqual({
            ...{ says: gold.says, labels: labelSet(gold.annotations) },
          })
          expect([shown.decision, shown.stale, shown.decisions]).toEqual([decision, stale, decisions])
        }
      },
    ),
  )
})

test('articles with most to do come first, and counts add up', () => {
  const counts = (disagreed: number, stale: number, open: number) => ({ disagreed, stale, open, decided: 1 })
  const [a, b, c, d] = [counts(0, 0, 5), counts(1, 0, 1), counts(0, 2, 0), counts(0, 0, 0)]
  expect(mostToDoFirst([d, a, c, b])).toEqual([b, c, a, d])
  expect(sumOfCounts([a, b, c, d])).toEqual({ disagreed: 1, stale: 2, open: 6, decided: 4 })
})
