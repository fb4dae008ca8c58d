import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '#app/failure'
import { application } from '#main/test/application'
import { temporaryFolder } from '#main/test/projects'
import { keepFaultLog, logFault, readFaultLog, withoutPerson } from './fault-log.ts'

function log() {
  const folder = temporaryFolder()
  keepFaultLog(folder)
  return folder
}

test('a fault is a line of JSON that says what and where in the code, without folders', () => {
  const folder = log()
  logFault('main', new TypeError('seq is not a number'))
  const entry = JSON.parse(readFaultLog(folder))
  expect(entry).toMatchObject({ place: 'main', name: 'TypeError', message: 'seq is not a number' })
  expect(entry.stack[0]).toMatch(/^\S*\s*fault-log\.test\.ts:\d+$/)
  expect(entry.stack.join()).not.toContain('/')
})

test('neither what is quoted nor a path nor a file gets into it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-zА-я0-9 ]{8,40}$/), secret => {
      const words = secret.replaceAll(' ', '_')
      for (const message of [
        `Unexpected token in JSON: "${secret}"`,
        `“${secret}” is no label`,
        `cannot read '${secret}' of undefined`,
        `ENOENT: /home/${words}/a`,
        `C:\\Users\\${words}\\Documents is gone`,
        `${words}.assay is not whole`,
        `"It said "${secret}" twice"`,
      ])
        expect(withoutPerson(message)).not.toContain(secret.trim())
    }),
  )
  expect(withoutPerson('Мер обіцяв міст')).toBe('… … …')
})

test('of a refusal there is only which it was: its words are for the person', () => {
  const folder = log()
  logFault('main', new Refusal('damaged', 'My secret project.assay is damaged. Restore it.'))
  expect(JSON.parse(readFaultLog(folder)).message).toBe('damaged')
  expect(readFaultLog(folder)).not.toContain('secret')
})

test('it stays small: past its size it begins anew, and one old one is kept', () => {
  const folder = log()
  const fault = new Error('over and over '.repeat(20))
  for (let turn = 0; turn < 1500; turn++) logFault('window', fault)
  const path = join(folder, 'faults.jsonl')
  expect(statSync(path).size).toBeLessThan(260 * 1024)
  expect(readFaultLog(folder).length).toBeLessThan(2 * 260 * 1024)
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) JSON.parse(line)
})

test('it is saved where the person says, as it is', async () => {
  const { folder, get } = await application()
  logFault('window', new Error('Too bad.'))
  const saved = await get('fault.save-log', {})
  const lines = readFileSync(join(folder, saved?.fileName ?? ''), 'utf8')
  expect(lines).toBe(readFaultLog(folder))
  expect(lines).toContain('"window"')
})

test('a log that cannot be written costs nothing', () => {
  keepFaultLog('/dev/null/nowhere')
  logFault('main', new Error('lost'))
})
