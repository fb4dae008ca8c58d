import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { MERGE_OUTCOMES, type MergeReport } from '#app/exchange/merge-report'
import { Refusal } from '#app/failure'
import { LabelId, ProjectId } from '#app/model/ids'
import { person } from '#main/test/projects'
import { merge } from './merge.ts'
import { share } from './share.ts'
import {
  ACT_NAMES,
  type ActName,
  acts,
  canonicalOf,
  type Machine,
  machine,
  send,
  TEAM,
  tagAs,
} from './test/machines.ts'

const YEAR = 365 * 24 * 3600 * 1000
const act = fc.tuple(fc.nat({ max: 3 }), fc.constantFrom(...ACT_NAMES), fc.nat({ max: 200 }))
const hand = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }))
const history = fc.array(fc.oneof({ weight: 4, arbitrary: act }, { weight: 1, arbitrary: hand }), {
  maxLength: 40,
})
type Step = readonly [number, ActName, number] | readonly [number, number]

/** Three people, the first of them on two machines, with clocks that are wrong by years. */
function team(): Machine[] {
  const [anna, borys, chloe] = [person('Anna'), person('Borys'), person('Anna')]
  return [machine(anna), machine(borys, -9 * YEAR), machine(chloe, 30 * YEAR), machine(anna, 2 * YEAR)]
}

async function play(machines: readonly Machine[], steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const [who, what, n] = step
    const one = machines[who]
    if (!one) continue
    if (typeof what === 'string') acts[what](one, n ?? 0)
    else if (who !== what && machines[what]) await sendCounted(one, machines[what])
  }
}

/** Every record of a file is counted once, for each kind. */
function checkSums({ counts, file: _ }: MergeReport, lines: Readonly<Partial<Record<string, number>>>): void {
  const sums = Object.fromEntries(
    Object.entries(counts).map(([kind, one]) => [
      kind,
      MERGE_OUTCOMES.reduce((sum, outcome) => sum + one[outcome], 0),
    ]),
  )
  expect(sums).toEqual(lines)
}

async function sendCounted(from: Machine, to: Machine): Promise<MergeReport> {
  const path = shared(from)
  const { counts } = await share(from.store, { by: from.person }, path)
  const report = await merge(to.store, path, { by: to.person.id })
  checkSums(report, counts)
  return report
}

const shared = (from: Machine): string => join(dirname(from.store.path), `${uuidv7()}.assay.jsonl`)

/** All send to all, in this order, until nothing is new. */
async function exchange(machines: readonly Machine[], order: readonly number[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const from of order) {
      for (const to of order) {
        const [one, other] = [machines[from], machines[to]]
        if (from !== to && one && other) await sendCounted(one, other)
      }
    }
  }
}

test('whatever happened on whichever machine, once all have sent to all, all are the same to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (steps, order) => {
      const machines = team()
      await play(machines, steps)
      await exchange(machines, order)
      const [first, ...others] = machines.map(canonicalOf)
      for (const other of others) expect(other).toBe(first)
    }),
    { numRuns: 40 },
  )
}, 300_000)

test('whatever was merged, merging it again changes nothing, and says so', async () => {
  await fc.assert(
    fc.asyncProperty(history, async steps => {
      const machines = team()
      await play(machines, steps)
      const [one, other] = machines as [Machine, Machine]
      await sendCounted(one, other)
      const [before, seq] = [canonicalOf(other), other.store.lastChange()]
      const report = await sendCounted(one, other)
      for (const counts of Object.values(report.counts))
        expect(counts.added + counts.updated + counts.conflicting).toBe(0)
      expect([canonicalOf(other), other.store.lastChange()]).toEqual([before, seq])
    }),
    { numRuns: 20 },
  )
}, 300_000)

test('everybody’s own layer is on every machine what they last saw on their own', async () => {
  await fc.assert(
    fc.asyncProperty(history, async steps => {
      // Without the second machine of the first person: then there is one last word.
      const machines = team().slice(0, 3)
      await play(
        machines,
        steps.filter(([who, what]) => who < 3 && (typeof what === 'string' || what < 3)),
      )
      const own = machines.map(layersOf)
      await exchange(machines, [0, 1, 2])
      for (const machine of machines) {
        for (const [index, { person }] of machines.entries()) {
          expect(layersOf({ ...machine, person })).toEqual(own[index])
        }
      }
    }),
    { numRuns: 20 },
  )
}, 300_000)

/** What a person has said, by the words of the text. */
function layersOf({ store, person }: Machine): object[] {
  return [...store.tables.article.inOrder()]
    .flatMap(({ id }) =>
      store.tables.annotation
        .ofLayer(id, person.id)
        .map(({ label, start, end, note }) => ({ id, label, start, end, note })),
    )
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

test('one undo takes a merge back as if it had never been, and merging again brings it back', async () => {
  await fc.assert(
    fc.asyncProperty(history, async steps => {
      const machines = team()
      await play(machines, steps)
      const [one, other] = machines as [Machine, Machine]
      const before = canonicalOf(other)
      const seq = other.store.lastChange()
      await sendCounted(one, other)
      const after = canonicalOf(other)
      if (other.store.lastChange() === seq) return
      other.store.history.revert(other.person.id, 'undo')
      expect(canonicalOf(other)).toBe(before)
      other.store.history.revert(other.person.id, 'redo')
      expect(canonicalOf(other)).toBe(after)
    }),
    { numRuns: 20 },
  )
}, 300_000)

/** Two machines with the same article, on which both have tagged a sentence. */
async function pair(): Promise<[Machine, Machine]> {
  const [anna, borys] = [machine(person('Anna')), machine(person('Borys'), 5 * YEAR)]
  acts.import(anna, 0)
  acts.tag(anna, 0)
  await send(anna, borys)
  acts.tag(borys, 1)
  return [anna, borys]
}

const labelsOn = ({ store }: Machine, { person: { id } }: Machine): string[] =>
  [...store.tables.article.inOrder()].flatMap(one =>
    store.tables.annotation.ofLayer(one.id, id).map(({ label }) => label),
  )

describe('what other tools lose in a merge', () => {
  test('a deletion does not come back (QualCoder)', async () => {
    const [anna, borys] = await pair()
    acts.untag(anna, 0)
    await send(borys, anna)
    expect(labelsOn(anna, anna)).toEqual([])
    await send(anna, borys)
    expect(labelsOn(borys, anna)).toEqual([])
  })

  test('a changed note reaches the others (QualCoder ignores it, Hypothesis makes it a new one)', async () => {
    const [anna, borys] = await pair()
    acts.note(anna, 0)
    await send(anna, borys)
    const [article] = borys.store.tables.article.inOrder()
    expect(borys.store.tables.annotation.ofLayer(article?.id as never, anna.person.id)).toMatchObject([
      { note: 'note 0' },
    ])
  })

  test('whoever merges does not become the author (Taguette, doccano)', async () => {
    const [anna, borys] = await pair()
    await send(borys, anna)
    expect(labelsOn(anna, borys)).toHaveLength(1)
    expect(labelsOn(anna, anna)).toHaveLength(1)
  })

  test('two people of one name stay two (MAXQDA, NVivo, QualCoder)', async () => {
    const [one, other] = [machine(person('Anna')), machine(person('Anna'))]
    acts.import(one, 0)
    acts.tag(one, 0)
    acts.import(other, 0)
    acts.tag(other, 0)
    await send(other, one)
    expect(one.store.tables.annotator.named('Anna')).toHaveLength(2)
    expect([labelsOn(one, one), labelsOn(one, other)]).toEqual([['fact'], ['fact']])
  })

  test('an article that both imported by themselves is one (ATLAS.ti, MAXQDA, DNA double it)', async () => {
    const [one, other] = [machine(person('Anna')), machine(person('Borys'))]
    for (const who of [one, other]) {
      acts.import(who, 1)
      acts.tag(who, 2)
    }
    await send(other, one)
    expect(one.store.tables.article.count()).toBe(1)
    expect(labelsOn(one, other)).toHaveLength(1)
  })

  test('a stale file changes nothing (MAXQDA overwrites)', async () => {
    const [anna, borys] = await pair()
    const stale = shared(anna)
    await share(anna.store, { by: anna.person }, stale)
    acts.note(anna, 0)
    await send(anna, borys)
    const before = canonicalOf(borys)
    const { counts } = await merge(borys.store, stale, { by: borys.person.id })
    expect(counts.annotation).toMatchObject({ superseded: 1, added: 0, updated: 0 })
    expect(canonicalOf(borys)).toBe(before)
  })
})

test('a deletion against an edit that knew nothing of it is shown, and what was edited stays in sight', async () => {
  const anna = person('Anna')
  const [desk, field] = [machine(anna), machine(anna, YEAR)]
  acts.import(desk, 0)
  acts.tag(desk, 0)
  await send(desk, field)
  acts.untag(desk, 0)
  acts.note(field, 0)
  const { counts } = await send(field, desk)
  expect(counts.annotation).toMatchObject({ conflicting: 1 })
  expect(labelsOn(desk, desk)).toEqual(['fact'])
})

test('a label defined anew on both sides ends the same on both, and both definitions are kept', async () => {
  const [anna, borys] = await pair()
  acts.redefine(anna, 4)
  acts.redefine(borys, 8)
  const { counts } = await send(anna, borys)
  expect(counts.label).toMatchObject({ conflicting: 1 })
  await send(borys, anna)
  expect(
    canonicalOf(anna)
      .split('\n')
      .filter(line => line.includes('"kind":"label"')),
  ).toEqual(
    canonicalOf(borys)
      .split('\n')
      .filter(line => line.includes('"kind":"label"')),
  )
  expect(anna.store.versions.of('label', 'fact')).toHaveLength(2)
})

test('a dry run says what would come, and changes nothing', async () => {
  const [anna, borys] = await pair()
  const path = shared(borys)
  await share(borys.store, { by: borys.person }, path)
  const before = canonicalOf(anna)
  const said = await merge(anna.store, path, { by: anna.person.id, dryRun: true })
  expect(canonicalOf(anna)).toBe(before)
  expect(said.articles).toMatchObject([
    { added: false, annotators: [{ annotator: { name: 'Borys' }, added: 1 }] },
  ])
  expect(await merge(anna.store, path, { by: anna.person.id })).toEqual(said)
})

test('a packed file is read like any other', async () => {
  const [anna, borys] = await pair()
  const path = `${shared(anna)}.gz`
  await share(anna.store, { by: anna.person }, path)
  expect(readFileSync(path).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
  const { counts } = await merge(borys.store, path, { by: borys.person.id })
  expect(counts.annotation).toMatchObject({ unchanged: 1 })
})

test('from another project come people, articles and work; labels are found by name or as the person says', async () => {
  const anna = machine(person('Anna'))
  const other = { ...TEAM, id: ProjectId.parse('01900000-0000-7000-8000-0000000000b2') }
  const stranger = machine(person('Zoe'), 0, other)
  acts.import(anna, 0)
  acts.import(stranger, 0)
  acts.tag(stranger, 0)
  const [fact] = stranger.store.codebook().labels
  if (!fact) throw new Error('no label')
  const hearsay = { ...fact, id: LabelId.parse('hearsay'), name: 'Hearsay', position: 9 }
  stranger.store.write({
    by: stranger.person.id,
    action: 'change-codebook',
    edits: [{ kind: 'label', id: 'hearsay', after: hearsay }],
  })
  tagAs(stranger, 'hearsay', 1)
  const path = shared(stranger)
  await share(stranger.store, { by: stranger.person }, path)
  const said = await merge(anna.store, path, { by: anna.person.id })
  expect(said).toMatchObject({ sameProject: false, unknownLabels: [{ name: 'Hearsay', count: 1 }] })
  expect(labelsOn(anna, stranger)).toEqual(['fact'])
  await merge(anna.store, path, { by: anna.person.id, labels: { Hearsay: LabelId.parse('claim') } })
  expect(labelsOn(anna, stranger)).toEqual(['fact', 'claim'])
  expect(anna.store.codebook().labels).toHaveLength(4)
})

describe('refused whole, with the reason, and nothing changed:', () => {
  const broken: readonly [string, (lines: string[]) => string, string][] = [
    ['a file that is cut off', lines => lines.slice(0, -1).join('\n'), 'it is cut off'],
    ['a file that ends within a line', lines => lines.join('\n').slice(0, -40), 'is no JSON'],
    ['a file that was altered', lines => lines.join('\n').replace('"fact"', '"fakt"'), 'Line'],
    [
      'a title that was altered',
      lines => lines.join('\n').replace('"title":"T0"', '"title":"T1"'),
      'its checksum is another',
    ],
    ['what is no JSON', () => 'not JSON at all\n', 'Line 1 is no JSON'],
    ['what is no exchange file', () => '{"text":"One."}\n', 'no exchange file'],
    [
      'a newer version',
      lines => lines.join('\n').replace('"version":1', '"version":2'),
      'newer version of Assay',
    ],
    [
      'a record that is there twice',
      lines => [lines[0], lines[1], ...lines.slice(1)].join('\n'),
      'or there twice',
    ],
    [
      'a text that is not that of its article',
      lines => lines.join('\n').replace('Taxes rise', 'Taxes fall'),
      'the text of the article',
    ],
    [
      'a range outside of the text',
      lines => lines.join('\n').replace(/"end":(\d+),"attributes"/, '"end":9999,"attributes"'),
      'outside the text',
    ],
    [
      'a wrong type',
      lines => lines.join('\n').replace('"deleted":false', '"deleted":"no"'),
      'is not as it should be',
    ],
    [
      'a field that this version does not know',
      lines => lines.join('\n').replace('"note":', '"mood":"sad","note":'),
      'a field “mood”',
    ],
    [
      'a prototype',
      lines => lines.join('\n').replace('"attributes":{}', '"attributes":{"__proto__":{"x":"y"}}'),
      'a field “__proto__”',
    ],
    ['something after the end', lines => `${lines.join('\n')}\n{}\n`, 'goes on after its end'],
    ['nothing at all', () => '', 'The file is empty'],
  ]
  test.each(broken)('%s', async (_, breaking, reason) => {
    const [anna, borys] = await pair()
    const path = shared(anna)
    await share(anna.store, { by: anna.person }, path)
    writeFileSync(path, breaking(readFileSync(path, 'utf8').trimEnd().split('\n')))
    const before = canonicalOf(borys)
    await expect(merge(borys.store, path, { by: borys.person.id })).rejects.toThrow(reason)
    expect(canonicalOf(borys)).toBe(before)
  })

  test('a bomb', async () => {
    const [anna] = await pair()
    const path = `${shared(anna)}.gz`
    writeFileSync(path, gzipSync(Buffer.alloc(80_000_000, 'a')))
    await expect(merge(anna.store, path, { by: anna.person.id })).rejects.toThrow('It unpacks to more')
  })

  test('a file that is packed and damaged', async () => {
    const [anna, borys] = await pair()
    const path = `${shared(anna)}.gz`
    await share(anna.store, { by: anna.person }, path)
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.subarray(0, bytes.length >> 1))
    await expect(merge(borys.store, path, { by: borys.person.id })).rejects.toThrow('damaged or cut off')
  })
})

test('a thousand mutated files: no crash, no hang, no change', async () => {
  const [anna, borys] = await pair()
  const path = shared(anna)
  await share(anna.store, { by: anna.person }, path)
  const whole = readFileSync(path)
  const before = canonicalOf(borys)
  const [seeds] = fc.sample(
    fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1000, maxLength: 1000 }),
    { numRuns: 1, seed: 6 },
  )
  for (const [at, byte] of seeds ?? []) {
    const mutated = Buffer.from(whole)
    if (mutated[at] === byte) continue
    mutated[at] = byte
    writeFileSync(path, mutated)
    await expect(merge(borys.store, path, { by: borys.person.id })).rejects.toBeInstanceOf(Refusal)
  }
  expect(canonicalOf(borys)).toBe(before)
}, 300_000)
