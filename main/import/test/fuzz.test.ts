import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Refusal } from '#app/failure'
import { formats } from '#app/formats/index'
import { exportCorpus, isOneFile } from '#main/export/export-corpus'
import { mutatedBytes } from '#main/test/fuzz/mutate'
import { chance, fuzzing } from '#main/test/fuzz/seeded'
import { article, project, tagSentence, temporaryFolder } from '#main/test/projects'
import { readSafely } from '../read-safely.ts'
import { Reader } from '../reader.ts'

const reader = new Reader()
afterAll(() => reader.close())

/** Milliseconds that a mutated sample may take, most of all that the reading process takes to start. */
const HANG = 30_000
const LARGEST_SAMPLE = 300_000

const FIXTURES = join(import.meta.dirname, 'fixtures')
const sources = readdirSync(FIXTURES)
  .filter(name => statSync(join(FIXTURES, name)).size < LARGEST_SAMPLE)
  .map(name => ({ name, make: async () => readFileSync(join(FIXTURES, name)) }))

/** What Assay writes and reads back. */
const corpora = formats
  .filter(format => format.write && format.read)
  .map(format => ({
    name: isOneFile({ format }) ? `corpus.${format.extension}` : 'corpus.zip',
    format: format.id,
    async make() {
      const store = project()
      const id = article(store, 'The mayor 😀 promised “a bridge”.\n\nIt is not there. Nobody knows why.')
      tagSentence(store, id, 1, 'pledge')
      const path = join(temporaryFolder(), 'corpus')
      await exportCorpus(store, { format, several: 'zip' }, path)
      return readFileSync(path)
    },
  }))

const { runs, seed } = fuzzing(3)

test.each([...sources, ...corpora])(
  '$name $format, mutated, is read or refused in one sentence',
  async sample => {
    const whole = await sample.make()
    const luck = chance(seed)
    for (let run = 0; run < runs; run++) {
      const bytes = new Uint8Array(mutatedBytes(whole, luck))
      const where = `run ${run} of seed ${seed}`
      try {
        const { drafts } = await readSafely(bytes, sample.name, { timeoutMs: HANG }, reader)
        for (const { text } of drafts) expect(typeof text, where).toBe('string')
      } catch (thrown) {
        if (!(thrown instanceof Refusal)) throw new Error(where, { cause: thrown })
        expect(thrown.message, where).toMatch(/^[^\n]{10,400}[.!]$/)
        expect(thrown.message, where).not.toMatch(/too long|memory/)
      }
    }
  },
  3_600_000,
)
