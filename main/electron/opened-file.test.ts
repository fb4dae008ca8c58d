import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { isExchangeFile } from '#app/exchange/file-name'
import { fileIn } from './opened-file.ts'

const FROM = resolve('/from')

test('a project is found among the words, from the folder that they were written in', () => {
  expect(fileIn(['--flag', 'folder/One.assay'], FROM)).toBe(join(FROM, 'folder', 'One.assay'))
})

test('an absolute path stays, whatever the case of its ending', () => {
  const path = resolve('/elsewhere/Two.ASSAY')
  expect(fileIn([path], FROM)).toBe(path)
})

test('desktops give addresses: blanks and letters beyond ASCII in them are those of the path', () => {
  const path = resolve('/home/олена/Мій корпус.assay')
  expect(fileIn([pathToFileURL(path).href], FROM)).toBe(path)
})

test('an address that is no path here is no file, and does no harm', () => {
  expect(fileIn(['file:///%2F/One.assay', 'file:%E0%A4%A'], FROM)).toBeUndefined()
})

test('a file of a colleague’s work is found too, packed or encrypted or not', () => {
  expect(fileIn(['team.assay.jsonl'], FROM)).toBe(join(FROM, 'team.assay.jsonl'))
  expect(fileIn(['team.assay.jsonl.gz'], FROM)).toBe(join(FROM, 'team.assay.jsonl.gz'))
  expect(fileIn(['team.assay.jsonl.gz.age'], FROM)).toBe(join(FROM, 'team.assay.jsonl.gz.age'))
})

test('other words are no files of Assay’s', () => {
  expect(fileIn(['One.assay.txt', 'rows.jsonl', '--assay', '.'], FROM)).toBeUndefined()
})

test('a file of a colleague’s work is told from a project', () => {
  expect(isExchangeFile('/p/team.assay.jsonl')).toBe(true)
  expect(isExchangeFile('/p/team.assay')).toBe(false)
})
