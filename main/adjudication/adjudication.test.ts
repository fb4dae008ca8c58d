import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Rule } from '#app/adjudication/rule'
import { sentencesToDecide } from '#app/adjudication/sentences-to-decide'
import { Verdict } from '#app/adjudication/verdict'
import { contradicting } from '#app/exchange/conflict'
import { Restriction } from '#app/formats/restriction'
import { GOLD } from '#app/model/annotator'
import { decisionId } from '#app/model/decision'
import { type AnnotatorId, type ArticleId, GroupId } from '#app/model/ids'
import { acts, canonicalOf, type Machine, machine, send, tagAs } from '#main/exchange/test/machines'
import { corpusOf } from '#main/export/corpus-of'
import type { Store } from '#main/store/store'
import {
  ANNA,
  article,
  BORYS,
  contentOf,
  labelsOf,
  person,
  project,
  tagSentence,
  temporaryFolder,
} from '#main/test/projects'
import { adjudicateByRule } from './adjudicate-by-rule.ts'
import { decideSentence } from './decide-sentence.ts'
import { decidedArticle } from './decided-articles.ts'
import { adjudicationQueue } from './queue.ts'
import { giveFeedback, writeFeedback } from './write-feedback.ts'

const AGREED: Rule = { kind: 'agreed' }
const take = (annotator: AnnotatorId): Verdict => ({ choice: 'take', annotator })

/** Decides a sentence, by its number from 1. */
function decide(store: Store, id: ArticleId, number: number, verdict: Verdict, by = ANNA, reason = '') {
  const sentence = store.tables.segmentation.get(id)?.sentences[number - 1]
  if (!sentence) throw new Error(`no sentence ${number}`)
  return decideSentence(store, by.id, { article: id, sentence, verdict, reason })
}

const ruleOver = (store: Store, rule: Rule, dryRun = false) =>
  adjudicateByRule(store, ANNA.id, { rule, article: null, group: GroupId.parse(uuidv7()), dryRun })

/** Two articles of which Anna and Borys have tagged two sentences each, and agree on the first. */
function disputed(): { store: Store; first: ArticleId; second: ArticleId } {
  const store = project()
  const [first, second] = [article(store, 'One. Two. Three.'), article(store, 'Four. Five. Six.')]
  for (const id of [first, second]) {
    tagSentence(store, id, 1, 'fact')
    tagSentence(store, id, 2, 'fact')
    tagSentence(store, id, 1, 'fact', BORYS)
    tagSentence(store, id, 2, 'claim', BORYS)
  }
  return { store, first, second }
}

const gold = (store: Store, id: ArticleId) => labelsOf(store, id, GOLD)

test('what was decided is in the gold layer, with its progress, and everybody else’s layer is as it was', () => {
  const { store, first } = disputed()
  const { sentence } = decide(store, first, 2, take(BORYS.id))
  expect(gold(store, first)).toEqual(['claim'])
  expect(sentence).toMatchObject({ decision: { labels: ['claim'], by: ANNA.id }, stale: null })
  expect(store.progress.get(first, GOLD.id)).toMatchObject({ tagged: 1, reviewed: 1 })
  expect(labelsOf(store, first)).toEqual(['fact', 'fact'])
  expect(store.tables.annotator.get(GOLD.id)).toEqual(GOLD)
})

test('anybody may decide, and decide anew', () => {
  const { store, first } = disputed()
  decide(store, first, 2, take(BORYS.id))
  decide(store, first, 2, { choice: 'none' }, BORYS)
  expect(gold(store, first)).toEqual([])
  expect(store.tables.decision.ofArticle(first)).toMatchObject([{ choice: 'none', by: BORYS.id }])
})

test('but nobody may make another’s annotation gold, or take a gold one for themselves', () => {
  const { store, first } = disputed()
  decide(store, first, 2, take(BORYS.id))
  const [theirs] = store.tables.annotation.ofLayer(first, BORYS.id)
  const [golden] = store.tables.annotation.ofLayer(first, GOLD.id)
  if (!theirs || !golden) throw new Error('no annotations')
  for (const after of [
    { ...theirs, annotator: GOLD.id },
    { ...golden, annotator: ANNA.id },
  ])
    expect(() =>
      store.write({ by: ANNA.id, action: 'tag', edits: [{ kind: 'annotation', id: after.id, after }] }),
    ).toThrow('another annotator’s')
})

test('one undo takes a decision back, redo decides again', () => {
  const { store, first } = disputed()
  decide(store, first, 2, take(ANNA.id))
  const before = contentOf(store)
  decide(store, first, 2, take(BORYS.id))
  const after = contentOf(store)
  store.history.revert(ANNA.id, 'undo')
  expect(contentOf(store)).toEqual(before)
  store.history.revert(ANNA.id, 'redo')
  expect(contentOf(store)).toEqual(after)
})

test('a rule decides all articles, and one undo takes all of it back', async () => {
  const { store, first, second } = disputed()
  const before = contentOf(store)
  const dry = await ruleOver(store, AGREED, true)
  expect(contentOf(store)).toEqual(before)
  const report = await ruleOver(store, AGREED)
  expect(report).toEqual(dry)
  expect(report).toEqual({ decided: 2, unchanged: 0, kept: 0, left: 2, articles: 2 })
  expect([gold(store, first), gold(store, second)]).toEqual([['fact'], ['fact']])
  store.history.revert(ANNA.id, 'undo')
  expect([gold(store, first), gold(store, second)]).toEqual([[], []])
  expect(store.tables.decision.ofArticle(first)).toEqual([])
})

test('a rule twice writes nothing the second time, and no rule touches what a person decided', async () => {
  const { store, first } = disputed()
  decide(store, first, 1, { choice: 'none' })
  await ruleOver(store, AGREED)
  const [content, seq] = [contentOf(store), store.lastChange()]
  expect(await ruleOver(store, AGREED)).toMatchObject({ decided: 0, unchanged: 1, kept: 1 })
  expect([contentOf(store), store.lastChange()]).toEqual([content, seq])
  await ruleOver(store, { kind: 'annotator', annotator: BORYS.id })
  expect(gold(store, first)).toEqual(['claim'])
})

test('the queue counts what is open, disagreed, decided, and decided on other ground', async () => {
  const { store, first, second } = disputed()
  decide(store, first, 1, take(ANNA.id))
  decide(store, first, 2, take(ANNA.id))
  tagSentence(store, first, 2, 'pledge', BORYS)
  expect(await adjudicationQueue(store)).toMatchObject([
    { article: first, open: 0, disagreed: 0, decided: 2, stale: 1 },
    { article: second, open: 2, disagreed: 1, decided: 0, stale: 0 },
  ])
})

test('a changed codebook flags every decision, and throws none away', async () => {
  const { store, first } = disputed()
  await ruleOver(store, AGREED)
  const [label] = store.codebook().labels
  if (!label) throw new Error('no label')
  const after = { ...label, definition: 'Otherwise.' }
  store.write({ by: ANNA.id, action: 'change-codebook', edits: [{ kind: 'label', id: label.id, after }] })
  expect(await adjudicationQueue(store)).toMatchObject([
    { decided: 1, stale: 1 },
    { decided: 1, stale: 1 },
  ])
  expect(gold(store, first)).toEqual(['fact'])
})

test.each([
  ['a sentence that nobody has reviewed', 3, { choice: 'none' }, 'Nobody has reviewed'],
  [
    'labels that exclude one another',
    1,
    { choice: 'own', labels: [{ label: 'fact' }, { label: 'claim' }] },
    'Fact and Claim exclude one another',
  ],
  ['a label that is none', 1, { choice: 'own', labels: [{ label: 'rumour' }] }, 'no label “rumour”'],
])('%s is refused', (_, number, verdict, message) => {
  const { store, first } = disputed()
  expect(() => decide(store, first, number, Verdict.parse(verdict))).toThrow(message)
})

/** Whose labels are taken of a sentence, if it is decided. */
const anyDecisions = fc.array(fc.constantFrom('anna', 'borys', 'none', 'open'), {
  minLength: 4,
  maxLength: 4,
})

test('gold goes out with exactly the labels that were decided', () => {
  fc.assert(
    fc.property(anyDecisions, decisions => {
      const { store, first, second } = disputed()
      const expected: string[] = []
      for (const [index, decision] of decisions.entries()) {
        const [id, number] = [index < 2 ? first : second, (index % 2) + 1]
        if (decision === 'open') continue
        const verdict =
          decision === 'none' ? { choice: decision } : take(decision === 'anna' ? ANNA.id : BORYS.id)
        decide(store, id, number, Verdict.parse(verdict))
        if (decision === 'borys' && number === 2) expected.push('claim')
        else if (decision !== 'none') expected.push('fact')
      }
      const out = corpusOf(store, Restriction.parse({ annotators: [GOLD.id] }))
      const annotations = [...out.articles].flatMap(one => one.annotations)
      expect(annotations.map(one => one.label)).toEqual(expected)
      expect(annotations.every(one => one.annotator === GOLD.id)).toBe(true)
      store.close()
    }),
    { numRuns: 15 },
  )
})

/** Two machines with one article that both have tagged: they agree on no sentence. */
async function pair(): Promise<{ anna: Machine; borys: Machine; id: ArticleId }> {
  const [anna, borys] = [machine(person('Anna')), machine(person('Borys'))]
  acts.import(anna, 0)
  for (const sentence of [0, 1, 2]) tagAs(anna, 'fact', sentence)
  await send(anna, borys)
  for (const sentence of [0, 1, 2]) tagAs(borys, 'claim', sentence)
  await send(borys, anna)
  const [first] = anna.store.tables.article.inOrder()
  if (!first) throw new Error('no article')
  return { anna, borys, id: first.id }
}

/** Both send all to each other. */
async function meet(one: Machine, other: Machine): Promise<void> {
  await send(one, other)
  await send(other, one)
  expect(canonicalOf(one)).toBe(canonicalOf(other))
}

const decisionsOf = ({ store }: Machine, id: ArticleId) =>
  store.tables.decision.ofArticle(id).map(one => store.versions.of('decision', decisionId(one)))

test('two machines that decide different sentences have both once they meet', async () => {
  const { anna, borys, id } = await pair()
  decide(anna.store, id, 1, take(anna.person.id), anna.person)
  decide(borys.store, id, 2, take(borys.person.id), borys.person)
  await meet(anna, borys)
  for (const { store } of [anna, borys]) {
    expect(gold(store, id)).toEqual(['fact', 'claim'])
    expect(store.progress.get(id, GOLD.id)).toMatchObject({ tagged: 2, reviewed: 2 })
  }
  expect(decisionsOf(anna, id).map(versions => versions.length)).toEqual([1, 1])
})

test('two that decide one sentence alike have it once, and nothing to settle', async () => {
  const { anna, borys, id } = await pair()
  decide(anna.store, id, 1, take(anna.person.id), anna.person)
  decide(borys.store, id, 1, take(anna.person.id), borys.person)
  await meet(anna, borys)
  expect(gold(anna.store, id)).toEqual(['fact'])
  for (const versions of decisionsOf(anna, id)) expect(contradicting('decision', versions)).toEqual([])
})

test('one sentence decided differently on both is a conflict: both are kept, and it is flagged', async () => {
  const { anna, borys, id } = await pair()
  decide(anna.store, id, 1, take(anna.person.id), anna.person)
  decide(borys.store, id, 1, take(borys.person.id), borys.person)
  const { counts } = await send(anna, borys)
  expect(counts.decision).toMatchObject({ conflicting: 1 })
  await meet(anna, borys)
  const [versions = []] = decisionsOf(anna, id)
  expect(versions.map(({ record }) => 'ground' in record && record.labels).sort()).toEqual([
    ['claim'],
    ['fact'],
  ])
  expect(contradicting('decision', versions)).toHaveLength(1)
  const [sentence] = sentencesToDecide(decidedArticle(anna.store, id), anna.store.codebook())
  expect(sentence?.stale).toBe('gold')
  decide(anna.store, id, 1, take(anna.person.id), anna.person)
  expect(gold(anna.store, id)).toEqual(['fact'])
})

test('whoever decides on which machine, all end the same, and others’ layers are as they were', async () => {
  const step = fc.tuple(fc.boolean(), fc.nat(2), fc.constantFrom('anna', 'borys', 'none', 'undo', 'send'))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async steps => {
      const { anna, borys, id } = await pair()
      for (const [onAnna, number, what] of steps) {
        const [here, there] = onAnna ? [anna, borys] : [borys, anna]
        if (what === 'send') await send(here, there)
        else if (what === 'undo') {
          if (here.store.history.state(here.person.id).undo === 'adjudicate') acts.undo(here, 0)
        } else {
          const verdict =
            what === 'none' ? { choice: what } : take((what === 'anna' ? anna : borys).person.id)
          decide(here.store, id, number + 1, Verdict.parse(verdict), here.person)
        }
      }
      await meet(anna, borys)
      for (const { store } of [anna, borys]) {
        expect(labelsOf(store, id, anna.person)).toEqual(['fact', 'fact', 'fact'])
        expect(labelsOf(store, id, borys.person)).toEqual(['claim', 'claim', 'claim'])
      }
    }),
    { numRuns: 20 },
  )
}, 120_000)

test('one’s work travels without what was decided; the gold layer travels with it', async () => {
  const { anna, borys, id } = await pair()
  const chloe = machine(person('Chloe'))
  decide(anna.store, id, 1, take(borys.person.id), anna.person)
  await send(anna, chloe, { annotator: borys.person.id, after: 0 })
  expect([gold(chloe.store, id), chloe.store.tables.decision.ofArticle(id)]).toEqual([[], []])
  const { articles } = await send(anna, chloe, { annotator: GOLD.id, after: 0 })
  expect(articles).toMatchObject([{ decisions: 1, annotators: [{ annotator: GOLD, added: 1 }] }])
  expect(gold(chloe.store, id)).toEqual(['claim'])
  expect(chloe.store.tables.decision.ofArticle(id)).toMatchObject([{ labels: ['claim'], by: anna.person.id }])
})

test('a merge that brought the gold layer is not undone under those who decided since', async () => {
  const { anna, borys, id } = await pair()
  decide(borys.store, id, 1, take(anna.person.id), borys.person)
  await send(borys, anna)
  const chloe = person('Chloe')
  anna.store.introduce(chloe.id, chloe.name)
  decide(anna.store, id, 2, take(anna.person.id), chloe)
  const undo = () => anna.store.history.revert(anna.person.id, 'undo')
  expect(undo).toThrow('cannot be undone')
  expect(gold(anna.store, id)).toEqual(['fact', 'fact'])
  // The merge before it brought Borys, who decided; before that Anna tagged.
  expect(undo).toThrow('cannot be undone')
  expect(undo()).toMatchObject({ action: 'tag' })
})

test('what an annotator is told stands on the page as text', async () => {
  const store = project()
  const id = article(store, 'Taxes <script>alert(1)</script> rise. Roads fall.')
  tagSentence(store, id, 1, 'fact')
  tagSentence(store, id, 1, 'claim', BORYS)
  decide(store, id, 1, take(BORYS.id), ANNA, 'See “<b>claims</b>” & more.')
  const path = join(temporaryFolder(), 'anna.html')
  expect(await writeFeedback(store, ANNA, path)).toMatchObject({ compared: 1, differing: 1 })
  const page = readFileSync(path, 'utf8')
  expect(page).toContain('Taxes &lt;script&gt;alert(1)&lt;/script&gt; rise.')
  expect(page).toContain('See “&lt;b&gt;claims&lt;/b&gt;” &amp; more.')
  expect(page).toMatch(/<dt>You<\/dt><dd[^>]*>Fact<\/dd>.*<dt>Decided<\/dt><dd[^>]*>Claim<\/dd>/s)
  expect(page).not.toContain('<script')
  expect(await writeFeedback(store, BORYS, path)).toMatchObject({ compared: 1, differing: 0 })
})

test('feedback as an exchange file brings one annotator their work back, with the gold layer of their articles alone', async () => {
  const { store, first, second } = disputed()
  const alone = article(store, 'Only Borys was here.')
  tagSentence(store, alone, 1, 'fact', BORYS)
  const path = join(temporaryFolder(), 'anna.assay.jsonl')
  decide(store, first, 2, take(BORYS.id))
  decide(store, alone, 1, { choice: 'none' })
  expect(await giveFeedback(store, { annotator: ANNA, as: 'exchange-file', by: BORYS, path })).toEqual({
    ...{ compared: 1, differing: 1 },
  })
  const records = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  const of = (kind: string) =>
    records
      .filter(one => one.kind === kind)
      .flatMap(one => one.versions.map((version: { record: unknown }) => version.record))
  expect(new Set(of('annotation').map(one => one.annotator))).toEqual(new Set([ANNA.id, GOLD.id]))
  expect(of('decision').map(one => one.article)).toEqual([first])
  expect(
    of('article')
      .map(one => one.id)
      .sort(),
  ).toEqual([first, second].sort())
})
