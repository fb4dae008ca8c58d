import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Outcome } from '#app/contract'
import type { MergeReport } from '#app/exchange/merge-report'
import { GroupId, LabelId, ProjectId } from '#app/model/ids'
import { person, temporaryFolder } from '#main/test/projects'
import type { Part } from './entries.ts'
import { mergeFiles, type NamedFile } from './merge-files.ts'
import { share } from './share.ts'
import { acts, canonicalOf, type Machine, machine, send, TEAM, tagAs } from './test/machines.ts'

async function fileOf(from: Machine, name: string, part?: Part): Promise<NamedFile> {
  const path = join(temporaryFolder(), 'file')
  await share(from.store, { by: from.person, ...(part ? { part } : {}) }, path)
  return { path, name }
}

function damaged(): NamedFile {
  const path = join(temporaryFolder(), 'damaged')
  writeFileSync(path, '{"assay":"exchange"')
  return { path, name: 'Damaged' }
}

const mergeInto = ({ store, person }: Machine, files: readonly NamedFile[], dryRun = false) =>
  mergeFiles(store, files, { by: person.id, group: GroupId.parse(uuidv7()), dryRun })

const said = (outcomes: readonly Outcome<MergeReport>[]) =>
  outcomes.map(one => (one.ok ? one.value.file : one.failure.message))

/** Anna with an article that she tagged; Borys and Chloe who have it and tagged it as well. */
async function three(): Promise<[Machine, Machine, Machine]> {
  const [anna, borys, chloe] = [machine(person('Anna')), machine(person('Borys')), machine(person('Chloe'))]
  acts.import(anna, 0)
  tagAs(anna, 'fact', 0)
  await send(anna, borys)
  await send(anna, chloe)
  tagAs(borys, 'claim', 0)
  tagAs(chloe, 'opinion', 1)
  return [anna, borys, chloe]
}

test('one undo takes the merge of several files back', async () => {
  const [anna, borys, chloe] = await three()
  const before = canonicalOf(anna)
  const outcomes = await mergeInto(anna, [await fileOf(borys, 'B'), await fileOf(chloe, 'C')])
  expect(said(outcomes)).toEqual(['B', 'C'])
  expect(canonicalOf(anna)).not.toBe(before)
  anna.store.history.revert(anna.person.id, 'undo')
  expect(canonicalOf(anna)).toBe(before)
})

test('a file that is refused is told, and hinders no other', async () => {
  const [anna, borys, chloe] = await three()
  const files = [await fileOf(borys, 'B'), damaged(), await fileOf(chloe, 'C')]
  for (const dryRun of [true, false]) {
    const outcomes = await mergeInto(anna, files, dryRun)
    expect(said(outcomes)).toEqual([
      'B',
      'Line 1 is no JSON. Ask for the file again; nothing was changed.',
      'C',
    ])
  }
  expect(anna.store.tables.annotation.counts()).toHaveLength(3)
})

test('a file that speaks of what another brings is merged after it, whatever their order', async () => {
  const [anna, borys] = [machine(person('Anna')), machine(person('Borys'))]
  acts.import(anna, 0)
  const whole = await fileOf(anna, 'Whole')
  const after = anna.store.lastChange()
  tagAs(anna, 'fact', 0)
  const news = await fileOf(anna, 'News', { annotator: null, after })
  const seen = await mergeInto(borys, [news, whole], true)
  expect(said(seen)).toEqual(['News', 'Whole'])
  const done = await mergeInto(borys, [news, whole])
  expect(done).toEqual(seen)
  expect(said(await mergeInto(machine(person('Chloe')), [news]))).toEqual([
    expect.stringContaining('its article is not in this file and not in the project'),
  ])
})

test('a dry run shows what all files together bring, and changes nothing', async () => {
  const [anna, borys] = await three()
  const files = [await fileOf(borys, 'B'), await fileOf(borys, 'B again')]
  const [before, seq] = [canonicalOf(anna), anna.store.lastChange()]
  const [first, second] = await mergeInto(anna, files, true)
  expect(first).toMatchObject({ value: { counts: { annotation: { added: 1 } } } })
  expect(second).toMatchObject({ value: { counts: { annotation: { added: 0, unchanged: 2 } } } })
  expect([canonicalOf(anna), anna.store.lastChange()]).toEqual([before, seq])
})

test('a stopped dry run is refused; a stopped merge keeps what was whole and names the rest', async () => {
  const [anna, borys, chloe] = await three()
  const files = [await fileOf(borys, 'B'), await fileOf(chloe, 'C')]
  const before = canonicalOf(anna)
  const merging = { by: anna.person.id, group: GroupId.parse(uuidv7()) }
  const stopped = AbortSignal.abort()
  const dry = mergeFiles(anna.store, files, { ...merging, dryRun: true }, { signal: stopped })
  await expect(dry).rejects.toThrow('The merge was stopped')
  const outcomes = await mergeFiles(anna.store, files, merging, { signal: stopped })
  expect(outcomes.map(one => !one.ok && one.failure.code)).toEqual(['cancelled', 'cancelled'])
  expect(canonicalOf(anna)).toBe(before)
})

test('what contradicts is named: the label, or the article whose metadata it is', async () => {
  const [anna, borys] = await three()
  acts.redefine(anna, 0)
  acts.redefine(borys, 0)
  for (const [one, title] of [
    [anna, 'As Anna has it'],
    [borys, 'As Borys has it'],
  ] as const) {
    const [article] = one.store.tables.article.inOrder()
    if (!article) throw new Error('no article')
    const edits = [{ kind: 'article', id: article.id, after: { ...article, title } }] as const
    one.store.write({ by: one.person.id, action: 'describe-article', edits })
  }
  const [outcome] = await mergeInto(anna, [await fileOf(borys, 'B')], true)
  expect(outcome).toMatchObject({
    value: {
      conflicts: [
        { kind: 'label', name: 'Fact' },
        { kind: 'article', name: expect.stringContaining('has it') },
      ],
    },
  })
})

test('labels of another project are taken as the person says before all, by id, by name, or left out', async () => {
  const project = { ...TEAM, id: ProjectId.parse(uuidv7()) }
  const stranger = machine(person('Zoe'), 0, project)
  acts.import(stranger, 0)
  tagAs(stranger, 'fact', 0)
  tagAs(stranger, 'claim', 1)
  const file = await fileOf(stranger, 'Z')
  const anna = machine(person('Anna'))
  const merged = (labels: Record<string, LabelId | null>) =>
    mergeFiles(anna.store, [file], { by: anna.person.id, dryRun: true, labels })
  const [guessed] = await merged({})
  expect(guessed).toMatchObject({
    value: {
      labels: [
        { name: 'Fact', ours: 'fact', by: 'id', count: 1 },
        { name: 'Claim', ours: 'claim', by: 'id', count: 1 },
      ],
    },
  })
  const [said] = await merged({ Fact: LabelId.parse('opinion'), Claim: null })
  expect(said).toMatchObject({
    value: {
      counts: { annotation: { added: 1, refused: 1 } },
      labels: [
        { name: 'Fact', ours: 'opinion', by: 'person' },
        { name: 'Claim', ours: null, by: 'person' },
      ],
      unknownLabels: [{ name: 'Claim', count: 1 }],
    },
  })
})
