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

test('what is beside the articles of doccano or the tasks of Label Studio, in their folder, is of their corpus', () => {
  expect(
    divided('a/label_config.json', 'a/sequence_labeling.jsonl', 'a/text_classification.jsonl', 'b.jsonl'),
  ).toEqual({
    alone: ['b.jsonl'],
    corpora: [['a/label_config.json', 'a/sequence_labeling.jsonl', 'a/text_classification.jsonl']],
  })
  expect(divided('a/labeling-config.xml', 'a/tasks.json', 'b/tasks.json', 'feed.xml')).toEqual({
    alone: ['b/tasks.json', 'feed.xml'],
    corpora: [['a/labeling-config.xml', 'a/tasks.json']],
  })
})

test('tables of WebAnno and documents in JSON come with the type system in their folder', () => {
  expect(divided('1.tsv', 'TypeSystem.xml', 'b/2.tsv', 'c/3.json', 'c/TypeSystem.xml')).toEqual({
    alone: ['b/2.tsv'],
    corpora: [
      ['1.tsv', 'TypeSystem.xml'],
      ['c/3.json', 'c/TypeSystem.xml'],
    ],
  })
  expect(divided('TypeSystem.xml', 'a.txt').corpora).toEqual([])
})

test('a project of REFI-QDA that was unpacked comes with the texts in its sources', () => {
  expect(divided('p/project.qde', 'p/sources/1.txt', 'p/notes.txt', 'sources/2.txt')).toEqual({
    alone: ['p/notes.txt', 'sources/2.txt'],
    corpora: [['p/project.qde', 'p/sources/1.txt']],
  })
})

test('a manifest and a codebook go with the corpus beside them, others are read alone', () => {
  expect(divided('a/1.ann', 'a/1.txt', 'a/manifest.json', 'b/codebook.json', 'b/corpus.csv')).toEqual({
    alone: ['b/codebook.json', 'b/corpus.csv'],
    corpora: [['a/1.ann', 'a/1.txt', 'a/manifest.json']],
  })
})
