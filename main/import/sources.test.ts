import { expect, test } from 'vitest'
import { bibliographiesFirst, CORPUS_ENDINGS, SOURCE_ENDINGS } from '#app/model/source-endings'
import { sources } from './sources.ts'

test('the endings that dialogs and folders look for are those that a source reads', () => {
  expect([...SOURCE_ENDINGS].sort()).toEqual(
    [...sources.flatMap(source => source.extensions), 'zip', ...CORPUS_ENDINGS].sort(),
  )
})

test('bibliographies are read before the files that they complete, which keep their order', () => {
  expect(bibliographiesFirst(['b.pdf', 'a.ris', 'c.txt', 'd.BIB'], name => name)).toEqual([
    'a.ris',
    'd.BIB',
    'b.pdf',
    'c.txt',
  ])
})
