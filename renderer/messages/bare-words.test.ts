import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bareWords } from './test/bare-words.ts'

const RENDERER = join(import.meta.dirname, '..')

test('words in JSX text, in attributes that people read and in notices are found', () => {
  const found = (code: string) => bareWords('view.tsx', code).map(({ words }) => words)
  expect(found('const a = <p>Hello there</p>')).toEqual(['Hello there'])
  expect(found('const a = <Button name="Close" />')).toEqual(['Close'])
  expect(found('const a = <p aria-label={`$' + '{n} articles`} />')).toEqual([' articles'])
  expect(found("const a = <p>{busy ? 'Fetching' : say('a.b')}</p>")).toEqual(['Fetching'])
  expect(found("notify('Gone.')")).toEqual(['Gone.'])
})

test('what comes from a catalogue, and signs, are let be', () => {
  expect(bareWords('view.tsx', "const a = <p title={say('a.b')}>{say('a.c', { d: 'e' })} · ×</p>")).toEqual(
    [],
  )
  expect(bareWords('view.tsx', 'const a = <input name="theme" className="input big" />')).toEqual([])
})

test('no component says anything that does not come from a catalogue', () => {
  const bare = globSync('**/*.{ts,tsx}', { cwd: RENDERER })
    .filter(file => !/(^|\/)(test|messages)\/|\.test\./.test(file))
    .flatMap(file => bareWords(file, readFileSync(join(RENDERER, file), 'utf8')))
  expect(bare).toEqual([])
})
