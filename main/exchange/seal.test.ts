import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSettings } from '#main/services/settings'
import { person, temporaryFolder } from '#main/test/projects'
import { joinTeam } from './join-team.ts'
import { merge } from './merge.ts'
import { headOf, isSealed, openSealed, sealed } from './seal.ts'
import { share } from './share.ts'
import { acts, canonicalOf, machine } from './test/machines.ts'

const PASSPHRASE = 'паром leaves the harbour at noon'

/** Where copies are unpacked: watched, for none may stay behind. */
let temporary: string
beforeEach(() => {
  temporary = temporaryFolder()
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary)
})
afterEach(() => vi.unstubAllEnvs())

const copiesLeft = () => readdirSync(temporary).filter(name => name.endsWith('.jsonl'))

/** Anna has shared an encrypted file, and Borys has it. */
async function pair(ending = '.assay.jsonl.gz.age') {
  const borys = machine(person('Borys'))
  const path = join(dirname(borys.store.path), `share${ending}`)
  const bytes = files.get(ending) ?? (await sharedFile(path))
  files.set(ending, bytes)
  writeFileSync(path, bytes)
  return { borys, path }
}

/** Made once: a passphrase costs a second of work. */
const files = new Map<string, Buffer>()

async function sharedFile(path: string): Promise<Buffer> {
  const anna = machine(person('Anna'))
  acts.import(anna, 0)
  acts.tag(anna, 0)
  await share(anna.store, { by: anna.person, passphrase: PASSPHRASE }, path)
  return readFileSync(path)
}

test.each(['.assay.jsonl.gz.age', '.assay.jsonl.age'])(
  'a file %s is merged with its passphrase',
  async ending => {
    const { borys, path } = await pair(ending)
    expect(isSealed(readFileSync(path))).toBe(true)
    expect(readFileSync(path).includes('Taxes rise')).toBe(false)
    await merge(borys.store, path, { by: borys.person.id, passphrase: PASSPHRASE })
    expect(borys.store.tables.article.count()).toBe(1)
    expect(copiesLeft()).toEqual([])
  },
)

test('a project is joined by an encrypted file', async () => {
  const { borys, path } = await pair()
  const folder = dirname(borys.store.path)
  const target = join(folder, 'joined.assay')
  const settings = openSettings(join(folder, 'settings.json'))
  const { store } = await joinTeam(target, path, settings, { reading: { passphrase: PASSPHRASE } })
  expect(store.tables.article.count()).toBe(1)
  store.close()
})

test('without a passphrase, or with another, nothing is changed, and a word says what to do', async () => {
  const { borys, path } = await pair()
  const before = canonicalOf(borys)
  const by = borys.person.id
  await expect(merge(borys.store, path, { by })).rejects.toMatchObject({ code: 'needs-passphrase' })
  await expect(merge(borys.store, path, { by, passphrase: 'another one' })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  expect(canonicalOf(borys)).toBe(before)
  expect(copiesLeft()).toEqual([])
})

describe('refused whole:', () => {
  const broken: readonly [string, (bytes: Buffer) => Buffer, string][] = [
    ['cut off within', bytes => bytes.subarray(0, -20), 'damaged or cut off'],
    ['cut off in its head', bytes => bytes.subarray(0, 30), 'damaged or cut off'],
    ['one bit turned', bytes => flipped(bytes, bytes.length - 40), 'damaged or cut off'],
    ['a head that was altered', bytes => flipped(bytes, bytes.indexOf('\n--- ') + 8), 'damaged or cut off'],
    ['something after its end', bytes => Buffer.concat([bytes, Buffer.from('x')]), 'damaged or cut off'],
    ['one that asks for all memory', bytes => replaced(bytes, ' 18\n', ' 30\n'), 'more memory'],
    [
      'one that asks for a number beyond numbers',
      bytes => replaced(bytes, ' 18\n', ' 99999999999\n'),
      'damaged',
    ],
  ]
  test.each(broken)('%s', async (_, breaking, reason) => {
    const { borys, path } = await pair()
    writeFileSync(path, breaking(readFileSync(path)))
    const before = canonicalOf(borys)
    const refused = merge(borys.store, path, { by: borys.person.id, passphrase: PASSPHRASE })
    await expect(refused).rejects.toThrow(reason)
    expect(canonicalOf(borys)).toBe(before)
    expect(copiesLeft()).toEqual([])
  })

  test('one that is encrypted for a key', async () => {
    const { borys, path } = await pair()
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()))
    writeFileSync(path, await encrypter.encrypt('nothing'))
    const refused = merge(borys.store, path, { by: borys.person.id, passphrase: PASSPHRASE })
    await expect(refused).rejects.toThrow('encrypted for a key')
  })
})

const flipped = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

const replaced = (bytes: Buffer, from: string, to: string) =>
  Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1')

test('what goes through is never in memory as a whole', async () => {
  const [piece, pieces] = [Buffer.alloc(1 << 20, 'All the news that fits. '), 32]
  let [given, come, ahead] = [0, 0, 0]
  function* content() {
    for (let n = 0; n < pieces; n++) {
      given += piece.length
      yield piece
    }
  }
  for await (const { length } of await sealed(content(), PASSPHRASE)) {
    come += length
    ahead = Math.max(ahead, given - come)
  }
  expect(come).toBeGreaterThan(pieces << 20)
  expect(ahead).toBeGreaterThan(0)
  expect(ahead).toBeLessThan(20 * piece.length)
}, 300_000)

test('what the tool `age` has encrypted is opened', async () => {
  const made = join(import.meta.dirname, 'test', 'by-age.txt.age')
  const opened = join(temporaryFolder(), 'by-age.txt')
  await openSealed(made, opened, headOf(made), PASSPHRASE)
  expect(readFileSync(opened, 'utf8')).toBe('Made by age 1.1.1.\n')
})

test('copies that a killed process left go with the next file, and those of one that runs stay', async () => {
  const copyOf = (pid: number) => `assay-${pid}-00000000-0000-4000-8000-000000000000.jsonl`
  const { pid: gone } = spawnSync(process.execPath, ['--version'])
  for (const pid of [gone, process.pid]) writeFileSync(join(temporary, copyOf(pid)), 'what nobody may read')
  const { borys, path } = await pair()
  await merge(borys.store, path, { by: borys.person.id, passphrase: PASSPHRASE })
  expect(copiesLeft()).toEqual([copyOf(process.pid)])
})
