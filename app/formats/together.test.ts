import { expect, test } from 'vitest'
import { together } from './together.ts'

const divided = (...paths: string[]) => together(paths, path => path)

test('texts with annotations beside them are one corpus, other texts are read alone', () => {
  expect(divided('a/1.txt', 'a/1.ann', 'a/annotation.conf', 'a/notes.txt', 'b.pdf')).toEqual({
    alone: ['a/notes.txt', 'b.pdf'],
    corpora: [['a/1.txt', 'a/1.ann', 'a/annotation.conf']],
  })
})

test('documents of UIMA come with their type system', () => {
  expect(divided('1.xmi', 'TypeSystem.xml', 'feed.xml')).toEqual({
    alone: ['feed.xml'],
    corpora: [['1.xmi', 'TypeSystem.xml']],
  })
})

test('without such files all are read alone, and settings of nothing are left out', () => {
  expect(divided('a.txt', 'b.xml', 'c.conf')).toEqual({ alone: ['a.txt', 'b.xml'], corpora: [] })
})
