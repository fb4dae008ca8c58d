import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type CallName, calls, type Input } from '#app/contract'
import { problems } from '#main/store/check'
import { inputFor } from '#main/test/fuzz/inputs'
import { chance, fuzzing } from '#main/test/fuzz/seeded'
import { ANNA, article, contentOf, project, tagSentence, temporaryFolder } from '#main/test/projects'
import { Application } from './application.ts'
import type { Host } from './host.ts'
import { answering } from './services.ts'

/** Milliseconds that one call may take. */
const HANG = 20_000

/** The application on a project with something in it, whose host asks nobody. */
async function application() {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'out'))
  const host: Host = {
    kind: 'browser',
    chooseProject: async () => null,
    chooseFolder: async () => null,
    placeForProject: async () => null,
    placeForExport: async fileName => ({ path: join(folder, 'out', 'export'), fileName, offer: () => null }),
  }
  const path = join(folder, 'Fuzz.assay')
  const made = project({ path })
  const first = article(made, 'Taxes rise in May. Roads fall apart! Nobody knows why.')
  const second = article(made, 'The mayor promised a bridge. She said so twice.')
  tagSentence(made, first, 1, 'fact')
  tagSentence(made, second, 1, 'pledge')
  made.close()
  const app = new Application(host, folder)
  onTestFinished(() => app.close())
  await app.open(path)
  app.settings.workOffline(true)
  const ids = () => {
    const { tables } = app.store
    const annotations = [first, second].flatMap(id => tables.annotation.ofArticle(id).map(one => one.id))
    const labels = app.store.codebook().labels.map(one => one.id)
    return [first, second, ...annotations, ...labels, ANNA.id, app.annotator.id, path]
  }
  return { app, answer: answering(app), ids, path }
}

const digestOf = (app: Application): string =>
  createHash('sha256')
    .update(JSON.stringify(contentOf(app.store)))
    .digest('hex')

/** Opens the project again, with the passphrase that it took, however wild that is. */
async function reopen(app: Application, path: string, passphrase: string | null): Promise<void> {
  await app.openOrTell(path)
  if (app.session().locked) await app.unlock(passphrase ?? '')
}

const { runs, seed } = fuzzing(12)

/** What opens a copy that the person asked for. */
const OPENING: ReadonlySet<CallName> = new Set(['project.save-copy', 'backup.recover', 'backup.restore'])

test(`${runs} wild inputs for every call: the outcome is data, and where it is a failure the project is as it was`, async () => {
  const faults: string[] = []
  const report = vi.spyOn(console, 'error').mockImplementation(fault => void faults.push(String(fault)))
  onTestFinished(() => report.mockRestore())
  const { app, answer, ids, path } = await application()
  const luck = chance(seed)
  const outcomes = { ok: 0, failure: 0 }
  let passphrase: string | null = null
  for (let run = 0; run < runs; run++) {
    for (const name of Object.keys(calls) as CallName[]) {
      // Who works offline is never asked to; so nothing here leaves the computer.
      const input = name === 'session.offline' ? { offline: true } : inputFor(calls[name].input, ids(), luck)
      const where = `${name} in run ${run} of seed ${seed}: ${JSON.stringify(input)?.slice(0, 400)}`
      const [before, last, since] = [digestOf(app), app.store.lastChange(), performance.now()]
      const outcome = JSON.parse(JSON.stringify(await answer(name, input)))
      expect(performance.now() - since, where).toBeLessThan(HANG)
      expect(faults, where).toEqual([])
      if (outcome.ok) outcomes.ok++
      else {
        outcomes.failure++
        expect(outcome.failure.code, where).not.toBe('internal')
        expect(outcome.failure.message, where).toMatch(/^[^\n]{5,}[.!?]$/)
        expect([app.store.lastChange(), digestOf(app)], where).toEqual([last, before])
      }
      if (outcome.ok && OPENING.has(name)) await reopen(app, path, passphrase)
      if (outcome.ok && name === 'project.protect') passphrase = (input as Input<'project.protect'>).next
      if (outcome.ok && name === 'project.lock') await reopen(app, path, passphrase)
      expect(app.store.path, where).toBe(path)
    }
  }
  expect(problems(app.store.db, 'thorough')).toEqual([])
  expect(({} as Record<string, unknown>).x).toBeUndefined()
  expect(Math.min(outcomes.ok, outcomes.failure)).toBeGreaterThan(runs * 5)
}, 3_600_000)

test.each(['no.such-call', '__proto__', 'constructor', 'toString', ''])('“%s” is no call', name => {
  expect(Object.hasOwn(calls, name)).toBe(false)
})
