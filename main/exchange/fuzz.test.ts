import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Refusal } from '#app/failure'
import { mutatedBytes, mutatedJson, mutatedLines } from '#main/test/fuzz/mutate'
import { type Chance, chance, fuzzing } from '#main/test/fuzz/seeded'
import { person } from '#main/test/projects'
import { merge } from './merge.ts'
import { share } from './share.ts'
import { newSigningKey } from './sign.ts'
import { acts, canonicalOf, type Machine, machine, send } from './test/machines.ts'

/** Milliseconds that one file may take, whatever is in it. */
const HANG = 10_000

/** A signed file with something of every kind, and a project that knows half of it. */
async function team(): Promise<{ lines: string[]; reader: Machine }> {
  const [anna, reader] = [machine(person('Anna')), machine(person('Borys'))]
  acts.import(anna, 0)
  acts.tag(anna, 0)
  await send(anna, reader)
  acts.import(anna, 2)
  for (const n of [1, 4, 5]) acts.tag(anna, n)
  for (const n of [1, 5]) acts.review(anna, n)
  acts.mend(anna, 0)
  acts.decide(anna, 4)
  acts.untag(anna, 1)
  const path = join(dirname(anna.store.path), 'whole.assay.jsonl')
  await share(anna.store, { by: anna.person, key: newSigningKey() }, path)
  return { lines: readFileSync(path, 'utf8').trimEnd().split('\n'), reader }
}

/** A file whose lines count and add up again, so that what is wrong with it is in the lines. */
function summedUp(lines: readonly string[]): string {
  const counts: Record<string, number> = {}
  for (const line of lines.slice(1)) {
    const kind = /^\{"kind":"([a-z]+)"/.exec(line)?.[1]
    if (kind) counts[kind] = (counts[kind] ?? 0) + 1
  }
  const before = lines.map(line => `${line}\n`).join('')
  const sha256 = createHash('sha256').update(before).digest('hex')
  return `${before}${JSON.stringify({ end: { counts, sha256 } })}\n`
}

/** One mutated file: its bytes are, or its lines, or the values in them. */
function mutatedFile(lines: readonly string[], luck: Chance): Buffer {
  const whole = Buffer.from(`${lines.join('\n')}\n`)
  const records = lines.slice(0, -1)
  switch (luck.below(8)) {
    case 0:
      return mutatedBytes(whole, luck)
    case 1:
      return mutatedBytes(gzipSync(whole, { level: 1 }), luck)
    case 2:
      return Buffer.from(summedUp(mutatedLines(records, luck)))
    default: {
      const at = luck.below(records.length)
      return Buffer.from(
        summedUp(records.map((line, index) => (index === at ? mutatedJson(line, luck) : line))),
      )
    }
  }
}

const { runs, seed } = fuzzing(3_000)

test(`${runs} mutated files: no crash, no hang; refused in one sentence with nothing changed, or merged and taken back`, async () => {
  const { lines, reader } = await team()
  const { store, person: by } = reader
  const path = join(dirname(store.path), 'mutated.assay.jsonl')
  const before = canonicalOf(reader)
  const luck = chance(seed)
  const [reasons, merged] = [new Set<string>(), { count: 0 }]
  for (let run = 0; run < runs; run++) {
    const bytes = mutatedFile(lines, luck)
    writeFileSync(path, bytes)
    const since = performance.now()
    const last = store.lastChange()
    try {
      await merge(store, path, { by: by.id })
      merged.count++
      // A file that says nothing new makes no change.
      if (store.lastChange() > last) {
        store.history.revert(by.id, 'undo')
        expect(canonicalOf(reader), `run ${run} of seed ${seed}`).toBe(before)
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw new Error(`run ${run} of seed ${seed}`, { cause: error })
      expect(error.message).toMatch(/^[^\n]{10,500}[.!]$/)
      reasons.add(`${error.code}: ${error.message.replace(/\d+|“[^”]*”|\(.*\)/g, '#')}`)
      if (store.lastChange() !== last) throw new Error(`run ${run} of seed ${seed} changed the project`)
    }
    expect(performance.now() - since, `run ${run} of seed ${seed}`).toBeLessThan(HANG)
    if (run % 1000 === 999) expect(canonicalOf(reader), `before run ${run}`).toBe(before)
  }
  expect(canonicalOf(reader)).toBe(before)
  expect(({} as Record<string, unknown>).deleted).toBeUndefined()
  // What was mutated has reached the lines and beyond: not all of it was stopped by the first check.
  expect(reasons.size).toBeGreaterThan(10)
  expect(merged.count).toBeGreaterThan(runs / 1000)
}, 3_600_000)
