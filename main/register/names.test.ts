import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { GOLD } from '#app/model/annotator'
import { AnnotationId, AttributeId, GroupId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import { machine, send } from '#main/exchange/test/machines'
import { ANNA, BORYS, contentOf, project } from '#main/test/projects'
import { COMPLETE, namesOf } from './names.ts'
import { renameValue } from './rename-value.ts'
import { published, say, withLinks } from './test/claims.ts'

const BY = AttributeId.parse('attributed-to')
const newGroup = () => GroupId.parse(uuidv7())

test('names that begin so come most used first, case and diacritics aside, then those with a word that begins so', () => {
  const store = withLinks(project())
  const article = published(store, 'One. Two. Three. Four. Five.', '')
  const names = ['Élise Martin', 'elisa Brandt', 'élise martin', 'Anton Elias', 'Borys']
  for (const [index, name] of names.entries()) say(store, article, index + 1, 'claim', { [BY]: name })
  const second = published(store, 'Six. Seven.', '')
  say(store, second, 1, 'fact', { [BY]: 'elisa Brandt' })
  const { complete } = namesOf(store.db)
  expect(complete(BY, 'ELIS')).toEqual([
    { value: 'elisa Brandt', uses: 2 },
    { value: 'Élise Martin', uses: 1 },
    { value: 'élise martin', uses: 1 },
  ])
  expect(complete(BY, 'eli').map(one => one.value)).toContain('Anton Elias')
  expect(complete(BY, '').map(one => one.value)).toHaveLength(5)
  expect(complete('object', 'elis')).toEqual([])
})

test('a name that nothing bears any more is offered no more', () => {
  const store = withLinks(project())
  const article = published(store, 'One. Two.', '')
  say(store, article, 1, 'claim', { [BY]: 'Mayor' })
  store.history.revert(ANNA.id, 'undo')
  expect(namesOf(store.db).complete(BY, '')).toEqual([])
  store.history.revert(ANNA.id, 'redo')
  expect(namesOf(store.db).complete(BY, 'may')).toEqual([{ value: 'Mayor', uses: 1 }])
})

test('the gold layer repeats what others said, and adds no uses', () => {
  const store = withLinks(project())
  const article = published(store, 'One.', '')
  say(store, article, 1, 'claim', { [BY]: 'Mayor' })
  say(store, article, 1, 'claim', { [BY]: 'Mayor' }, GOLD)
  expect(namesOf(store.db).complete(BY, '')).toEqual([{ value: 'Mayor', uses: 1 }])
})

test('names come together with the annotations that bear them', async () => {
  const [anna, borys] = [machine(ANNA), machine(BORYS, 5000)]
  for (const { store, person } of [anna, borys]) {
    withLinks(store, person)
    const article = published(store, 'One. Two.', '', person)
    say(store, article, 1, 'claim', { [BY]: 'The mayor' }, person)
    say(store, article, 2, 'claim', { [BY]: `${person.name}’s witness` }, person)
  }
  await send(borys, anna)
  await send(borys, anna)
  expect(namesOf(anna.store.db).complete(BY, '')).toEqual([
    { value: 'The mayor', uses: 2 },
    { value: 'Anna’s witness', uses: 1 },
    { value: 'Borys’s witness', uses: 1 },
  ])
})

test('two spellings become one in all of one’s own annotations, and one undo takes them apart', async () => {
  const store = withLinks(project())
  for (let number = 0; number < 5; number++) {
    const article = published(store, `Article ${number}. It goes on.`, '')
    say(store, article, 1, 'claim', { [BY]: 'O. Koval' })
    say(store, article, 2, 'claim', { [BY]: 'Olena Koval' })
  }
  const other = published(store, 'Another one.', '')
  say(store, other, 1, 'claim', { [BY]: 'O. Koval' }, BORYS)
  const before = contentOf(store)
  const { complete, uses } = namesOf(store.db)
  expect(uses(BY, 'O. Koval', ANNA.id)).toEqual({ own: 5, others: 1 })
  const to = { attribute: BY, from: 'O. Koval', to: 'Olena Koval', group: newGroup() }
  expect(await renameValue(store, ANNA.id, to)).toBe(5)
  expect(complete(BY, '')).toEqual([
    { value: 'Olena Koval', uses: 10 },
    { value: 'O. Koval', uses: 1 },
  ])
  expect(store.history.state(ANNA.id).undo).toBe('rename-value')
  store.history.revert(ANNA.id, 'undo')
  expect(contentOf(store)).toEqual(before)
})

test('a renaming of more than one transaction is one undo', async () => {
  const store = withLinks(project())
  const article = published(store, 'Yes. '.repeat(450), '')
  const one = store.tables.annotation.get(say(store, article, 1, 'claim', { [BY]: 'Mayor' }))
  const sentences = store.tables.segmentation.get(article)?.sentences ?? []
  const edits = sentences.slice(1).flatMap((sentence): Edit[] => {
    const id = AnnotationId.parse(uuidv7())
    return one ? [{ kind: 'annotation', id, after: { ...one, ...sentence, id } }] : []
  })
  store.write({ by: ANNA.id, action: 'tag', edits })
  expect(
    await renameValue(store, ANNA.id, { attribute: BY, from: 'Mayor', to: 'The mayor', group: newGroup() }),
  ).toBe(450)
  store.history.revert(ANNA.id, 'undo')
  expect(namesOf(store.db).complete(BY, '')).toEqual([{ value: 'Mayor', uses: 450 }])
})

test('only names are renamed', async () => {
  const store = withLinks(project())
  const plan = { attribute: AttributeId.parse('verdict'), from: 'refuted', to: 'false', group: newGroup() }
  await expect(renameValue(store, ANNA.id, plan)).rejects.toThrow('Only names are renamed')
})

test('completion walks an index and never the annotations', () => {
  const store = project()
  for (const sql of Object.values(COMPLETE)) {
    const plan = store.db
      .prepare<object, { detail: string }>(`explain query plan ${sql}`)
      .all({ attribute: BY, from: 'a', end: 'b', match: 'value : "a"*' })
    const steps = plan.map(one => one.detail).join('\n')
    expect(steps).toMatch(
      /SEARCH known_values USING (?:COVERING INDEX .* \(attribute=\?(?: AND|\))|INTEGER PRIMARY KEY)/,
    )
    expect(steps).not.toMatch(/SCAN known_values|annotations|attribute_values/)
  }
})

test('few names that begin so are sorted, of many the most used are walked: both find the same', () => {
  const { db } = project()
  const add = db.prepare('insert into known_values (attribute, value, folded, uses) values (?, ?, ?, ?)')
  db.transaction(() => {
    for (let index = 0; index < 9000; index++) {
      const value = `${index % 3 === 0 ? 'rare' : 'common'} ${index}`
      add.run(BY, value, value, 1 + ((index * 7919) % 4001))
    }
  })()
  const { complete } = namesOf(db)
  const sorted = db.prepare(
    'select value, uses from known_values where folded like ? order by uses desc, folded limit 20',
  )
  for (const text of ['rare', 'common']) expect(complete(BY, text)).toEqual(sorted.all(`${text}%`))
})
