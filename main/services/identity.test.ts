import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Annotator } from '#app/model/annotator'
import { joinTeam } from '#main/exchange/join-team'
import { share } from '#main/exchange/share'
import { acts, canonicalOf, type Machine, machine, send } from '#main/exchange/test/machines'
import { ANNA, BORYS, person, project, temporaryFolder } from '#main/test/projects'
import { annotatorIn } from './identity.ts'
import { openSettings, type SettingsStore } from './settings.ts'

/** The settings of a new computer, on which a person of this name works. */
function computer(name: string): SettingsStore {
  const settings = openSettings(join(temporaryFolder(), 'settings.json'))
  settings.rename(name)
  return settings
}

/** A file of all that a machine has. */
async function fileOf({ store, person }: Machine): Promise<string> {
  const path = join(temporaryFolder(), 'team.assay.jsonl')
  await share(store, { by: person }, path)
  return path
}

/** Joins on a computer. */
async function joined(file: string, settings: SettingsStore, as?: string): Promise<Machine> {
  const path = join(temporaryFolder(), 'Joined.assay')
  const { store, annotator } = await joinTeam(path, file, settings, { as })
  onTestFinished(() => store.close())
  return { store, person: annotator }
}

const annotations = ({ store }: Machine, { id }: Annotator) =>
  [...store.tables.article.inOrder()].flatMap(one => store.tables.annotation.ofLayer(one.id, id))

test('two who bear one name stay two, and one on two computers is one, whatever they do and in whatever order it comes together', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(2), fc.nat(40)), { maxLength: 12 }),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      async (steps, order) => {
        const lead = machine(ANNA)
        for (const n of [0, 1, 2]) acts.import(lead, n)
        const kim = person('Kim')
        lead.store.write({
          by: ANNA.id,
          action: 'deal-out',
          edits: [{ kind: 'annotator', id: kim.id, after: kim }],
        })
        const file = await fileOf(lead)
        const [desk, laptop] = [
          await joined(file, computer('Kim'), 'Kim'),
          await joined(file, computer('kim2'), 'Kim'),
        ]
        const other = await joined(file, computer('Kim'))
        const all = [desk, laptop, other]
        for (const [who, n] of steps) {
          const one = all[who]
          if (one) acts.tag(one, n)
        }
        const mine = [desk, laptop].flatMap(one => annotations(one, kim).map(({ id }) => id)).sort()
        const theirs = annotations(other, other.person)
          .map(({ id }) => id)
          .sort()
        for (const place of order) {
          const one = all[place]
          if (one) await send(one, lead)
        }
        for (const one of all) await send(lead, one)
        for (const one of [lead, ...all]) {
          const named = one.store.tables.annotator.named('Kim').map(({ id }) => id)
          expect(named.sort()).toEqual([kim.id, other.person.id].sort())
          expect(
            annotations(one, kim)
              .map(({ id }) => id)
              .sort(),
          ).toEqual(mine)
          expect(
            annotations(one, other.person)
              .map(({ id }) => id)
              .sort(),
          ).toEqual(theirs)
          expect(one.store.tables.identity.all().map(({ annotator }) => annotator)).toEqual([kim.id, kim.id])
          expect(canonicalOf(one)).toBe(canonicalOf(lead))
        }
      },
    ),
    { numRuns: 6 },
  )
})

test('who joins as nobody in particular is somebody new; who joins again is who they said before', async () => {
  const lead = machine(ANNA)
  lead.store.introduce(BORYS.id, BORYS.name)
  const file = await fileOf(lead)
  const settings = computer('Chloé')
  expect((await joined(file, settings)).person).toEqual(settings.annotator)
  expect((await joined(file, settings, BORYS.id.slice(-6))).person).toEqual(BORYS)
  expect((await joined(file, settings)).person).toEqual(BORYS)
})

test('a name that two bear, or nobody, is refused, and nothing is made', async () => {
  const lead = machine(ANNA)
  for (const one of [person('Kim'), person('Kim')]) lead.store.introduce(one.id, one.name)
  const file = await fileOf(lead)
  await expect(joined(file, computer('Kim'), 'Kim')).rejects.toThrow(
    'More than one annotator of the file is called “Kim”',
  )
  await expect(joined(file, computer('Kim'), 'Lee')).rejects.toThrow(
    'No annotator of the file is called “Lee”',
  )
})

test('“that is me” holds for one project, and is written into it', async () => {
  const lead = machine(ANNA)
  lead.store.introduce(BORYS.id, BORYS.name)
  const settings = computer('B.')
  const { store } = await joined(await fileOf(lead), settings, 'Borys')
  expect(annotatorIn(store, settings)).toEqual(BORYS)
  expect(annotatorIn(project(), settings)).toEqual(settings.annotator)
  expect(store.tables.identity.all()).toMatchObject([
    { annotator: BORYS.id, person: settings.annotator.id, name: 'B.' },
  ])
  expect(store.tables.annotator.get(settings.annotator.id)).toBeUndefined()
})
