/** A process that is killed, without a word before it, in the middle of each kind of work. 230 times. */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { seeded } from '#main/faults/test/seeded'
import { temporaryFolder } from '#main/test/projects'
import type { Work } from './test/work.ts'

/** ASSAY_SEED repeats the moments of a run, as far as two runs can be alike. */
const SEED = Number(process.env.ASSAY_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** How many die at one time. */
const AT_ONCE = 3

interface Deaths {
  readonly name: string
  readonly work: Work
  /** Where what they load is kept compiled, for the next to start sooner. */
  readonly cache: string
}

/** Starts work on a folder. @param lives milliseconds from when it is ready until it is killed; whole turns without */
async function run(
  { name, cache }: Deaths,
  folder: string,
  lives?: number,
): Promise<{ saved: unknown[]; took: number }> {
  const words = [join(import.meta.dirname, 'test', 'victim.ts'), name, folder]
  const child = spawn(process.execPath, lives === undefined ? [...words, '3'] : words, {
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = new Promise(resolve => child.once('close', resolve))
  const saved: unknown[] = []
  let began = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { ready?: true; saved?: unknown } // as the victim says it
    if (said.ready === undefined) saved.push(said.saved)
    else {
      began = performance.now()
      if (lives !== undefined) setTimeout(() => child.kill('SIGKILL'), lives)
    }
  }
  const took = performance.now() - began
  await exit
  expect(began, 'the process ended before it was ready').toBeGreaterThan(0)
  return { saved, took }
}

async function rounds(name: string, count: number): Promise<void> {
  console.log(`${name}: seed ${SEED}`)
  const random = seeded(SEED)
  const root = temporaryFolder()
  const { work }: { work: Work } = await import(`./test/${name}.ts`)
  const deaths = { name, work, cache: join(root, 'cache') }
  const prepared = join(root, 'prepared')
  mkdirSync(prepared)
  await work.prepare(prepared)
  const folderOf = (round: string) => {
    const folder = join(root, round)
    cpSync(prepared, folder, { recursive: true })
    return folder
  }
  const { took, saved } = await run(deaths, folderOf('whole'))
  expect(saved).toHaveLength(3)
  const moments = Array.from({ length: count }, () => random() * took)
  let called = 0
  const rest = moments.entries()
  const die = async () => {
    for (const [round, lives] of rest) {
      const folder = folderOf(`round ${round}`)
      const { saved } = await run(deaths, folder, lives)
      called += saved.length
      await work.verify(folder, saved)
      rmSync(folder, { recursive: true })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, die))
  expect(called, 'no round came as far as saving anything').toBeGreaterThan(0)
}

const LONG = 180_000

test('killed while tagging: every tag that was called saved is there', () => rounds('tagging', 50), LONG)
test(
  'killed while importing: every article that was called imported is there, none by half',
  () => rounds('importing', 20),
  LONG,
)
test('killed while merging: all of the file was merged, or nothing', () => rounds('merging', 30), LONG)
test(
  'killed while backing up: every backup is whole, and the next one can be made',
  () => rounds('backing-up', 30),
  LONG,
)
test(
  'killed while a project is made or opened: it is there whole, or not at all',
  () => rounds('opening', 25),
  LONG,
)
test(
  'killed while a project is updated: it is at one version or the next, with its copy',
  () => rounds('updating', 25),
  LONG,
)
test(
  'killed while it is protected: a project is whole, with a passphrase or without, and nothing of it lies bare after it',
  () => rounds('protecting', 30),
  LONG,
)
test('killed while exporting: what is there is whole', () => rounds('exporting', 20), LONG)
