import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Accepted, type KnownSigners, NOBODY_KNOWN } from '#app/exchange/signature'
import { person, temporaryFolder } from '#main/test/projects'
import { type Merging, merge } from './merge.ts'
import { share } from './share.ts'
import { fingerprintOf, isSignatureOf, newSigningKey, type SigningKey, signed } from './sign.ts'
import { syncFolder } from './team-folder.ts'
import { acts, canonicalOf, type Machine, machine } from './test/machines.ts'

const KEY = newSigningKey()
const OTHER = newSigningKey()
const DIGEST = 'ab'.repeat(32)

/** Anna has tagged a sentence and shares; Borys merges. */
async function pair(key?: SigningKey) {
  const [anna, borys] = [machine(person('Anna')), machine(person('Borys'))]
  acts.import(anna, 0)
  acts.tag(anna, 0)
  return { anna, borys, path: await sharedBy(anna, key) }
}

async function sharedBy({ store, person: by }: Machine, key?: SigningKey): Promise<string> {
  const path = join(dirname(store.path), 'share.assay.jsonl')
  await share(store, { by, key }, path)
  return path
}

const mergedBy = ({ store, person: { id: by } }: Machine, path: string, more: Omit<Merging, 'by'> = {}) =>
  merge(store, path, { by, ...more })

/** A computer on which a key is bound to Anna. */
const knows = ({ person: { id, name } }: Machine, { publicKey }: SigningKey): KnownSigners => ({
  own: [],
  trusted: [{ annotator: id, name, key: publicKey, since: '2026-01-01T00:00:00.000Z' }],
})

/** The file with another last line, or other lines before it. */
function rewritten(path: string, change: (lines: string[]) => string[]): void {
  writeFileSync(path, `${change(readFileSync(path, 'utf8').trimEnd().split('\n')).join('\n')}\n`)
}

function withSignature(path: string, change: (signature: Record<string, unknown>) => unknown): void {
  rewritten(path, lines => {
    const { end } = JSON.parse(lines.at(-1) ?? '')
    return [...lines.slice(0, -1), JSON.stringify({ end: { ...end, signature: change(end.signature) } })]
  })
}

test('a signature is of one text and one key, and of nothing else', () => {
  const signature = signed(DIGEST, KEY)
  expect(isSignatureOf(DIGEST, signature)).toBe(true)
  expect(isSignatureOf('ac'.repeat(32), signature)).toBe(false)
  expect(isSignatureOf(DIGEST, { ...signature, key: OTHER.publicKey })).toBe(false)
})

test('a fingerprint can be read out, and is another for another key', () => {
  expect(fingerprintOf(KEY.publicKey)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
  expect(fingerprintOf(KEY.publicKey)).not.toBe(fingerprintOf(OTHER.publicKey))
})

test('a file that nobody signed is taken, and said to be unsigned', async () => {
  const { borys, path } = await pair()
  expect((await mergedBy(borys, path)).signature).toEqual({
    ...{ standing: 'unsigned', key: null, fingerprint: null },
  })
})

test('a file by somebody new is taken, with the fingerprint to ask for', async () => {
  const { borys, path } = await pair(KEY)
  expect((await mergedBy(borys, path)).signature).toEqual({
    ...{ standing: 'unknown', key: KEY.publicKey, fingerprint: fingerprintOf(KEY.publicKey) },
  })
})

test('a file of a known signer, and one of this computer itself, are told as such', async () => {
  const { anna, borys, path } = await pair(KEY)
  const { signature } = await mergedBy(borys, path, { signers: knows(anna, KEY) })
  expect(signature.standing).toBe('known')
  const own = { ...NOBODY_KNOWN, own: [KEY.publicKey] }
  expect((await mergedBy(borys, path, { signers: own })).signature.standing).toBe('own')
})

test('one who works on two computers has two keys, and both are known', async () => {
  const { anna, borys, path } = await pair(KEY)
  const [one, other] = [knows(anna, KEY), knows(anna, OTHER)]
  const signers = { own: [], trusted: [...other.trusted, ...one.trusted] }
  expect((await mergedBy(borys, path, { signers })).signature.standing).toBe('known')
})

describe('refused, with nothing changed, until the person takes it:', () => {
  test.each([
    ['another key than before', OTHER, fingerprintOf(OTHER.publicKey), 'signed by another key'],
    ['a signature that is gone', undefined, 'unsigned', 'were signed before, and this one is not'],
  ] as const)('%s', async (_, key, taken, reason) => {
    const { anna, borys, path } = await pair(key)
    const signers = knows(anna, KEY)
    const before = canonicalOf(borys)
    const refused = mergedBy(borys, path, { signers })
    await expect(refused).rejects.toMatchObject({
      code: 'untrusted',
      message: expect.stringContaining(reason),
    })
    const anotherKey = { signers, accepted: [fingerprintOf(newSigningKey().publicKey)] }
    await expect(mergedBy(borys, path, anotherKey)).rejects.toMatchObject({ code: 'untrusted' })
    expect(canonicalOf(borys)).toBe(before)
    const { signature } = await mergedBy(borys, path, { signers, dryRun: true })
    expect(['changed', 'missing']).toContain(signature.standing)
    expect(canonicalOf(borys)).toBe(before)
    await mergedBy(borys, path, { signers, accepted: [taken] })
    expect(borys.store.tables.article.count()).toBe(1)
  })
})

test('to take a key is not to take a file that lost its signature', async () => {
  const { anna, borys, path } = await pair()
  const accepted = [fingerprintOf(KEY.publicKey)]
  const refused = mergedBy(borys, path, { signers: knows(anna, KEY), accepted })
  await expect(refused).rejects.toMatchObject({ code: 'untrusted' })
})

describe('refused whole, whatever the person takes:', () => {
  const altered: readonly [string, (path: string) => Promise<void> | void][] = [
    ['a signature of another file', path => withSignature(path, () => signed(DIGEST, KEY))],
    [
      'a signature under another name',
      path => withSignature(path, one => ({ ...one, key: OTHER.publicKey })),
    ],
    [
      'a key that is no point of the curve',
      path => withSignature(path, one => ({ ...one, key: `${'_'.repeat(42)}8` })),
    ],
    [
      'a key that is written in a second way',
      path => withSignature(path, one => ({ ...one, key: `${'A'.repeat(42)}B` })),
    ],
    [
      'half a signature',
      path => withSignature(path, one => ({ ...one, value: String(one.value).slice(0, 40) })),
    ],
    ['a signature with something besides', path => withSignature(path, one => ({ ...one, by: 'Anna' }))],
  ]
  test.each(altered)('%s', async (_, alter) => {
    const { borys, path } = await pair(KEY)
    await alter(path)
    const before = canonicalOf(borys)
    const accepted = [fingerprintOf(KEY.publicKey), fingerprintOf(OTHER.publicKey), 'unsigned']
    await expect(mergedBy(borys, path, { accepted })).rejects.toMatchObject({ code: 'unreadable' })
    expect(canonicalOf(borys)).toBe(before)
  })

  test('a file that was changed after it was signed, with a new checksum', async () => {
    const { anna, borys, path } = await pair(KEY)
    const whole = readFileSync(path, 'utf8')
    const { signature } = JSON.parse(whole.trimEnd().split('\n').at(-1) ?? '').end
    acts.note(anna, 3)
    await share(anna.store, { by: anna.person }, path)
    withSignature(path, () => signature)
    await expect(mergedBy(borys, path)).rejects.toThrow('altered after it was signed')
  })
})

test('in a team folder one by another key waits, is told at once, and comes in when the person takes it', async () => {
  const folder = temporaryFolder()
  const { anna, borys } = await pair()
  const before = canonicalOf(borys)
  await syncFolder(anna.store, folder, { by: anna.person, device: 'a'.repeat(12), key: OTHER })
  const round = (accepted: readonly Accepted[] = []) =>
    syncFolder(borys.store, folder, {
      ...{ by: borys.person, device: 'b'.repeat(12), signers: knows(anna, KEY), accepted },
    })
  expect(await round()).toMatchObject({ merged: [], waiting: [{ reason: 'untrusted', overdue: true }] })
  expect(canonicalOf(borys)).toBe(before)
  const taken = await round([fingerprintOf(OTHER.publicKey)])
  expect(taken).toMatchObject({ merged: [{ signature: { standing: 'changed' } }], waiting: [] })
  expect(borys.store.tables.article.count()).toBe(1)
})
