import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { Refusal } from '#app/failure'
import { readSafely } from '../read-safely.ts'
import { Reader } from '../reader.ts'
import { readSource, sources } from '../source.ts'
import { fixture } from './fixture.ts'
import { hostileCorpus } from './hostile-corpus.ts'

const reader = new Reader()
afterAll(() => reader.close())

/** What came of a file: its texts, or the sentences of its refusals. */
async function outcome(bytes: Uint8Array, name: string): Promise<{ text?: string; refusal?: string }> {
  try {
    const { drafts, refused } = await readSafely(bytes, name, { timeoutMs: 20_000 }, reader)
    if (drafts.length > 0) return { text: drafts.map(draft => draft.text).join('\n\n') }
    return refused[0] ? { refusal: refused[0].failure.message } : { text: '' }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return { refusal: thrown.message }
  }
}

for (const file of hostileCorpus) {
  test(`a file is harmless that ${file.tries} (${file.name})`, async () => {
    const { text, refusal } = await outcome(file.make(), file.name)
    if (file.refusal) expect(refusal).toMatch(file.refusal)
    if (file.text) expect(text).toMatch(file.text)
    if (refusal !== undefined) {
      expect(refusal).toMatch(/^[\p{Lu}“][^\n]{10,220}\.$/u)
      expect(refusal).not.toMatch(/Error|undefined|null|\bat \/|yauzl|pdf\.js|defuddle|RangeError|internal/i)
    } else expect(text).not.toContain('root:')
    expect('run' in globalThis).toBe(false)
  })
}

test('after all these, a good file is read', async () => {
  const { drafts } = await readSafely(fixture('pandoc.docx'), 'pandoc.docx', {}, reader)
  expect(drafts[0]?.metadata.title).toBe('Council rebuilds levee')
})

test('whatever bytes a file holds, under whatever name, it is read or refused', async () => {
  const beginnings = [
    '',
    '%PDF-1.4\n',
    '{\\rtf1 ',
    'PK\x03\x04',
    '<html>',
    '<?xml version="1.0"?><rss>',
    '{"text":',
    '@a{b,',
    'TY  - X\n',
  ].map(start => Buffer.from(start, 'latin1'))
  const name = fc.constantFrom(...sources.flatMap(source => source.extensions)).map(ending => `a.${ending}`)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.uint8Array({ maxLength: 300 }),
      name,
      async (start, rest, fileName) => {
        try {
          await readSource(Uint8Array.from(Buffer.concat([start, rest])), fileName)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Refusal)
        }
      },
    ),
    { numRuns: 400 },
  )
})
