import fc from 'fast-check'
import { expect, test } from 'vitest'
import shipped from '../../resources/codebook.json' with { type: 'json' }
import { qdc } from '../formats/codebook/qdc.ts'
import { anyCodebook } from '../formats/codebook/test/any-codebook.ts'
import { givenFile } from '../formats/test/round-trip.ts'
import { Codebook } from '../model/codebook.ts'
import { AttributeId, LabelId } from '../model/ids.ts'
import { addAttribute, changeAttribute, moveAttribute, removeAttribute } from './change-attributes.ts'
import {
  addLabel,
  bringLabelBack,
  changeLabel,
  moveLabel,
  placeLabel,
  removeLabel,
  retireLabel,
} from './change-labels.ts'
import { codebookDifferences } from './codebook-differences.ts'
import { codebookEdits } from './codebook-edits.ts'
import { codebookProblems, namesTwice, shadowedKeys } from './codebook-problems.ts'
import { countsAs, labelsToDecide } from './counts-as.ts'
import { idsFromNames } from './ids-from-names.ts'
import { joinCodebook } from './join-codebook.ts'
import { labelsInTree } from './label-tree.ts'
import { mergeLabels, splitLabel } from './merge-labels.ts'
import { restoreEdition } from './restore-edition.ts'
import { touchedBy } from './touched.ts'

const BOOK = Codebook.parse(shipped)
const [FACT, PLEDGE, CLAIM, OPINION] = ['fact', 'pledge', 'claim', 'opinion'].map(id =>
  LabelId.parse(id),
) as [LabelId, LabelId, LabelId, LabelId]
const VERDICT = AttributeId.parse('verdict')
const ids = ({ labels }: Codebook) => labels.map(one => one.id)

/** Something that can be done, on whichever of the labels the numbers come to. */
const step = fc.record({
  what: fc.constantFrom(
    'add',
    'up',
    'down',
    'in',
    'out',
    'place',
    'retire',
    'back',
    'merge',
    'split',
    'remove',
  ),
  one: fc.nat(20),
  other: fc.nat(20),
})

function act(book: Codebook, { what, one, other }: { what: string; one: number; other: number }): Codebook {
  const [id, another] = [one, other].map(n => book.labels[n % book.labels.length]?.id)
  if (!id || !another) return book
  switch (what) {
    case 'add':
      return addLabel(book, `Новий ${one}`, another).codebook
    case 'up':
    case 'down':
    case 'in':
    case 'out':
      return moveLabel(book, id, what)
    case 'place':
      return placeLabel(book, id, another)
    case 'retire':
      return retireLabel(book, id)
    case 'back':
      return bringLabelBack(book, id)
    case 'merge':
      return mergeLabels(book, id, another)
    case 'split':
      return splitLabel(book, id, ['One', 'One'])
    default:
      return book.labels.length > 1 ? removeLabel(book, id) : book
  }
}

test('whatever is done to labels, ids stay unique, keys too, no label leads to itself, and places are in the order of the tree', () => {
  fc.assert(
    fc.property(anyCodebook, fc.array(step, { maxLength: 12 }), (book, steps) => {
      const after = steps.reduce(act, book)
      Codebook.parse(after)
      const wrong = codebookProblems(after).filter(
        ({ problem }) => problem === 'circle' || problem === 'key-taken',
      )
      expect(wrong).toEqual([])
      if (after === book) return
      for (const [place, label] of after.labels.entries()) {
        const above = after.labels.findIndex(one => one.id === label.parent)
        expect(above).toBeLessThan(place)
      }
    }),
  )
})

test('the edits between two codebooks lead from one to the other', () => {
  fc.assert(
    fc.property(anyCodebook, anyCodebook, (before, after) => {
      const records = new Map([
        ...before.labels.map((one): [string, unknown] => [`label/${one.id}`, one]),
        ...before.attributes.map((one): [string, unknown] => [`attribute/${one.id}`, one]),
      ])
      for (const { kind, id, after: record } of codebookEdits(before, after)) {
        if (record === null) records.delete(`${kind}/${id}`)
        else records.set(`${kind}/${id}`, record)
      }
      const labels = after.labels.map(one => records.get(`label/${one.id}`))
      const attributes = after.attributes.map(one => records.get(`attribute/${one.id}`))
      expect({ labels, attributes }).toEqual(after)
      expect(records.size).toBe(after.labels.length + after.attributes.length)
      expect(codebookEdits(after, after)).toEqual([])
    }),
  )
})

test('a merged label counts as the other, with all that was merged into it; bringing it back undoes that', () => {
  const once = mergeLabels(BOOK, FACT, CLAIM)
  const twice = mergeLabels(once, CLAIM, OPINION)
  expect(ids(twice).map(id => countsAs(twice.labels, id))).toEqual([OPINION, PLEDGE, OPINION, OPINION])
  expect(labelsToDecide(twice)).toEqual([])
  const back = bringLabelBack(twice, CLAIM)
  expect(ids(back).map(id => countsAs(back.labels, id))).toEqual([CLAIM, PLEDGE, CLAIM, OPINION])
  expect(twice.attributes.find(one => one.id === VERDICT)?.labels).toEqual([CLAIM, OPINION])
})

test('a label is not merged into itself or into one that is retired', () => {
  expect(mergeLabels(BOOK, FACT, FACT)).toBe(BOOK)
  const retired = retireLabel(BOOK, CLAIM)
  expect(mergeLabels(retired, FACT, CLAIM)).toBe(retired)
})

test('a label that is merged into one under it leaves no circle', () => {
  const nested = placeLabel(placeLabel(BOOK, PLEDGE, FACT), CLAIM, PLEDGE)
  const merged = mergeLabels(nested, FACT, CLAIM)
  expect(labelsInTree(merged.labels).map(({ label, depth }) => [label.id, depth])).toEqual([
    [FACT, 0],
    [PLEDGE, 0],
    [CLAIM, 1],
    [OPINION, 0],
  ])
})

test('a split label is retired, its parts stand after it with its attributes, and what bears it is to be decided again', () => {
  const split = splitLabel(BOOK, CLAIM, ['Claim of numbers', 'Твердження'])
  expect(ids(split)).toEqual([FACT, PLEDGE, CLAIM, 'claim-of-numbers', 'твердження', OPINION])
  expect(labelsToDecide(split)).toEqual([CLAIM])
  expect(split.attributes.find(one => one.id === VERDICT)?.labels).toEqual([
    CLAIM,
    'claim-of-numbers',
    'твердження',
  ])
})

test('a label moves up and down, under the one before it and out again', () => {
  expect(moveLabel(moveLabel(BOOK, FACT, 'down'), FACT, 'up')).toEqual(BOOK)
  const under = moveLabel(BOOK, CLAIM, 'in')
  expect(under.labels.find(one => one.id === CLAIM)?.parent).toBe(PLEDGE)
  expect(moveLabel(under, CLAIM, 'out')).toEqual(BOOK)
  expect(placeLabel(under, PLEDGE, CLAIM)).toEqual(under)
  expect(moveLabel(BOOK, FACT, 'up')).toBe(BOOK)
})

test('a label that goes takes along what belongs to it alone, and leaves no trace elsewhere', () => {
  const gone = removeLabel(placeLabel(BOOK, OPINION, CLAIM), CLAIM)
  expect(gone.labels.find(one => one.id === OPINION)?.parent).toBeNull()
  expect(gone.attributes.find(one => one.id === VERDICT)).toBeUndefined()
  expect(gone.attributes.find(one => one.id === 'object')?.labels).toEqual([OPINION])
  expect(codebookProblems(gone)).toEqual([])
})

test('the key of a retired label is free, and it comes back without it where it was taken', () => {
  const taken = changeLabel(retireLabel(BOOK, FACT), CLAIM, { key: 'f' })
  expect(codebookProblems(taken)).toEqual([])
  expect(bringLabelBack(taken, FACT).labels[0]).toMatchObject({ retired: false, key: '' })
  expect(codebookProblems(changeLabel(BOOK, CLAIM, { key: 'f' }))).toMatchObject([
    { problem: 'key-taken', label: CLAIM, by: 'Fact' },
  ])
  expect(shadowedKeys(BOOK, new Set(['f', 'ArrowDown']))).toEqual([FACT])
  expect(namesTwice(BOOK)).toEqual([])
  expect(namesTwice(changeLabel(BOOK, CLAIM, { name: 'fact ' }))).toEqual(['Fact'])
})

test('attributes are added, moved and removed, and what depends on one that goes is asked for always', () => {
  const { codebook, id } = addAttribute(BOOK, 'Ton', [OPINION])
  expect(moveAttribute(moveAttribute(codebook, id, -1), id, 1)).toEqual(codebook)
  expect(removeAttribute(codebook, id)).toEqual(BOOK)
  const without = removeAttribute(BOOK, VERDICT)
  expect(without.attributes.find(one => one.id === 'justification')?.condition).toBeNull()
  expect(
    changeAttribute(BOOK, VERDICT, { type: 'text' }).attributes.find(one => one.id === VERDICT)?.choices,
  ).toEqual([])
  expect(codebookProblems(changeAttribute(BOOK, VERDICT, { preset: 'maybe' }))).toMatchObject([
    { problem: 'preset-unfit' },
  ])
  expect(codebookProblems(changeAttribute(BOOK, VERDICT, { choices: [] }))).toMatchObject([
    { problem: 'choices-missing' },
    { problem: 'condition-unfit', name: 'Justification', on: 'Verdict' },
  ])
  const [yes, no] = ['supported', 'not that']
  const asked = (value: string) => ({ condition: { attribute: VERDICT, values: [value] } })
  const JUSTIFICATION = AttributeId.parse('justification')
  expect(codebookProblems(changeAttribute(BOOK, JUSTIFICATION, asked(yes)))).toEqual([])
  expect(codebookProblems(changeAttribute(BOOK, JUSTIFICATION, asked(no)))).toMatchObject([
    { problem: 'condition-unfit' },
  ])
  const circle = changeAttribute(BOOK, VERDICT, {
    condition: { attribute: JUSTIFICATION, values: ['because'] },
  })
  expect(codebookProblems(circle)).toMatchObject([
    { problem: 'condition-circle', name: 'Verdict' },
    { problem: 'condition-circle', name: 'Justification' },
  ])
})

test('differences say what is new, gone, merged and changed, in words', () => {
  const after = mergeLabels(
    changeLabel(addLabel(BOOK, 'Rumour').codebook, PLEDGE, { exclusive: false }),
    FACT,
    CLAIM,
  )
  expect(codebookDifferences(BOOK, after)).toMatchObject([
    {
      of: 'label',
      id: 'fact',
      change: 'merged',
      fields: [{ field: 'successor', before: '', after: 'Claim' }],
    },
    {
      of: 'label',
      id: 'pledge',
      change: 'changed',
      fields: [{ field: 'exclusive', before: 'yes', after: 'no' }],
    },
    { of: 'label', id: 'rumour', change: 'added' },
    { of: 'attribute', id: 'source', change: 'changed', fields: [{ before: 'Fact', after: 'Fact\nClaim' }] },
    { of: 'attribute', id: 'verifiable-by', change: 'changed' },
  ])
  expect(codebookDifferences(BOOK, BOOK)).toEqual([])
  expect(codebookDifferences(BOOK, moveLabel(BOOK, FACT, 'down'))).toMatchObject([{ change: 'reordered' }])
})

test('only what annotations mean is touched by a change, not how labels look', () => {
  const looks = changeLabel(moveLabel(BOOK, FACT, 'down'), CLAIM, {
    colour: 'sky',
    key: 'x',
    examples: ['A.'],
  })
  expect(touchedBy(BOOK, looks)).toEqual({ labels: [], attributes: [] })
  const merged = mergeLabels(BOOK, FACT, CLAIM)
  expect(touchedBy(merged, changeLabel(merged, CLAIM, { definition: 'Other.' })).labels).toEqual([
    FACT,
    CLAIM,
  ])
  expect(touchedBy(BOOK, removeAttribute(BOOK, VERDICT)).attributes).toContain(VERDICT)
})

test('an edition comes back as it was; what came since is retired where annotations bear it, else gone', () => {
  const { codebook: grown, id } = addLabel(changeLabel(BOOK, FACT, { name: 'Truth' }), 'Rumour')
  expect(restoreEdition(grown, BOOK, () => false)).toEqual(BOOK)
  const kept = restoreEdition(grown, BOOK, label => label === id)
  expect(kept.labels.slice(0, 4)).toEqual(BOOK.labels)
  expect(kept.labels[4]).toMatchObject({ id, retired: true, position: 4 })
})

test('ids are made of the names that something is saved under, and whatever refers to it follows', () => {
  const { codebook, id } = addLabel(BOOK, 'New label')
  const named = placeLabel(changeLabel(codebook, id, { name: 'Чутка (rumour)' }), OPINION, id)
  const saved = idsFromNames(named, new Set([id]))
  expect(saved.labels.find(one => one.name.startsWith('Чутка'))?.id).toBe('чутка-rumour')
  expect(saved.labels.find(one => one.id === OPINION)?.parent).toBe('чутка-rumour')
})

test('a file that says what the codebook says changes nothing, and read twice it changes nothing more', () => {
  expect(codebookDifferences(BOOK, joinCodebook(BOOK, BOOK))).toEqual([])
  fc.assert(
    fc.property(anyCodebook, file => {
      const once = joinCodebook(BOOK, file)
      expect(codebookDifferences(once, joinCodebook(once, file))).toEqual([])
      for (const { id } of BOOK.labels) expect(ids(once)).toContain(id)
    }),
  )
})

test('a label of a file is ours by its id, else by its name, and keeps what the file does not say', () => {
  const joined = joinCodebook(BOOK, {
    labels: [
      { id: 'fact', name: 'Truth' },
      { id: '7f', name: 'CLAIM', definition: 'As they say.' },
      { id: 'r', name: 'Rumour', parent: '7f' },
    ],
    attributes: [{ id: 'x', name: 'verdict', labels: ['r'] }],
  })
  expect(joined.labels.map(one => [one.id, one.name, one.parent])).toEqual([
    ['fact', 'Truth', null],
    ['pledge', 'Pledge', null],
    ['claim', 'CLAIM', null],
    ['opinion', 'Opinion', null],
    ['r', 'Rumour', 'claim'],
  ])
  expect(joined.labels[2]).toMatchObject({ definition: 'As they say.', key: 'c' })
  expect(joined.attributes.find(one => one.id === VERDICT)?.labels).toEqual(['r'])
})

test('codes of another tool leave alone what they do not say of our labels', () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another"><Codes>
<Code guid="11111111-1111-4111-8111-111111111111" name="Opinion" isCodable="true"/>
<Code guid="22222222-2222-4222-8222-222222222222" name="Pledge" isCodable="true"><Description>Their words.</Description></Code>
</Codes></CodeBook>`
  const joined = joinCodebook(
    BOOK,
    qdc.read?.(givenFile('theirs.qdc', xml)) ?? { labels: [], attributes: [] },
  )
  const expected = BOOK.labels.map(one =>
    one.id === 'pledge' ? { ...one, definition: 'Their words.' } : one,
  )
  expect(joined.labels).toEqual(expected)
})
