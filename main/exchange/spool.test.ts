import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v4 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { FileId } from '#app/contract'
import { temporaryFolder } from '#main/test/projects'
import { Spool } from './spool.ts'

const newFile = () => FileId.parse(uuid())
const bytes = (text: string) => new TextEncoder().encode(text)

test('a file comes in pieces, and is what they are together', async () => {
  const spool = new Spool(temporaryFolder())
  const file = newFile()
  const answers = [spool.receive(file, 0, bytes('one ')), spool.receive(file, 4, bytes('two'))]
  expect(await Promise.all(answers)).toEqual([4, 7])
  expect(readFileSync(spool.pathOf(file), 'utf8')).toBe('one two')
})

test('a piece that does not follow on what has come is refused, and the file removed', async () => {
  const folder = temporaryFolder()
  const spool = new Spool(folder)
  const file = newFile()
  await spool.receive(file, 0, bytes('one'))
  const path = spool.pathOf(file)
  await expect(spool.receive(file, 4, bytes('three'))).rejects.toThrow('A piece of the file is missing.')
  expect(existsSync(path)).toBe(false)
  expect(() => spool.pathOf(file)).toThrow('The file is no longer at hand. Choose it again.')
  // From the beginning it can come again.
  await spool.receive(file, 0, bytes('once more'))
  expect(readFileSync(spool.pathOf(file), 'utf8')).toBe('once more')
})

test('more than is taken is refused, of one file and of all', async () => {
  const spool = new Spool(temporaryFolder(), { file: 6, all: 10 })
  const [one, other] = [newFile(), newFile()]
  await spool.receive(one, 0, bytes('sixsix'))
  await expect(spool.receive(one, 6, bytes('x'))).rejects.toThrow('more than Assay takes')
  await spool.receive(one, 0, bytes('sixsix'))
  await spool.receive(other, 0, bytes('four'))
  await expect(spool.receive(other, 4, bytes('x'))).rejects.toThrow('more than Assay takes')
  expect(readFileSync(spool.pathOf(one), 'utf8')).toBe('sixsix')
})

test('what is dropped is gone, and what never came can be dropped', async () => {
  const spool = new Spool(temporaryFolder())
  const file = newFile()
  await spool.receive(file, 0, bytes('one'))
  const path = spool.pathOf(file)
  await spool.drop([file, newFile()])
  expect(existsSync(path)).toBe(false)
})

test('a start removes what earlier ones left, and nothing of one that still runs', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, '999999999-abc'))
  writeFileSync(join(folder, '999999999-abc', 'left'), 'x')
  const running = new Spool(folder)
  const file = newFile()
  await running.receive(file, 0, bytes('one'))
  new Spool(folder)
  expect(readdirSync(folder).some(name => name.startsWith('999999999-'))).toBe(false)
  expect(readFileSync(running.pathOf(file), 'utf8')).toBe('one')
  await running.close()
  expect(readdirSync(folder)).toEqual([])
})
