import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { share } from '#main/exchange/share'
import { fingerprintOf, newSigningKey, type SigningKey } from '#main/exchange/sign'
import { acts, machine } from '#main/exchange/test/machines'
import { person, temporaryFolder } from '#main/test/projects'
import { desk } from './test/desk.ts'

const KEY = newSigningKey()
const OTHER = newSigningKey()
const [FIRST, SECOND] = [fingerprintOf(KEY.publicKey), fingerprintOf(OTHER.publicKey)]

/** Anna's project on another computer, and Borys at his command line. */
function team() {
  const folder = temporaryFolder()
  const anna = machine(person('Anna'))
  acts.import(anna, 0)
  const shared = (name: string, key?: SigningKey) =>
    share(anna.store, { by: anna.person, key }, join(folder, `${name}.assay.jsonl`))
  const { assay, assayOn, json } = desk(folder, 'Borys')
  const merge = (name: string, ...words: string[]) => {
    const { status, stdout } = assay('merge', 'borys.assay', `${name}.assay.jsonl`, ...words)
    return [status, stdout]
  }
  return { folder, shared, assay, assayOn, json, merge }
}

test('a key is trusted by an act of its own; another one, or none, is refused until the person takes it', async () => {
  const { shared, json, merge } = team()
  await shared('first', KEY)
  await shared('bare')
  await shared('second', OTHER)
  const joined = json('init', 'borys.assay', '--from', 'first.assay.jsonl', '--trust', FIRST)
  expect(joined.signature).toMatchObject({ standing: 'unknown', fingerprint: FIRST })
  expect(merge('first')).toEqual([0, expect.stringContaining('whose key is known')])
  expect(merge('bare')).toEqual([1, expect.stringContaining('were signed before, and this one is not')])
  expect(merge('bare', '--allow-unsigned')).toEqual([0, expect.stringContaining('NOT SIGNED')])
  expect(merge('second', '--trust', FIRST)).toEqual([1, expect.stringContaining(SECOND)])
  expect(merge('second', '--trust', SECOND.toUpperCase().replaceAll(' ', ''))[0]).toBe(0)
  expect(json('key', '--forget', FIRST).trusted).toMatchObject([{ name: 'Anna', fingerprint: SECOND }])
}, 60_000)

test('a dry run binds nothing', async () => {
  const { shared, json, merge } = team()
  await shared('first', KEY)
  json('init', 'borys.assay', '--from', 'first.assay.jsonl')
  const said = `a key that is not known yet: ${FIRST}`
  expect(merge('first', '--dry-run', '--trust', FIRST)).toEqual([0, expect.stringContaining(said)])
  expect(json('key').trusted).toEqual([])
}, 60_000)

test('what is shared is signed with the key of this computer, unless the person says not to', async () => {
  const { folder, assay, json } = team()
  assay('init', 'borys.assay')
  assay('share', 'borys.assay', '--out', 'signed.assay.jsonl')
  assay('share', 'borys.assay', '--out', 'bare.assay.jsonl', '--no-sign')
  const signature = (name: string) =>
    JSON.parse(
      readFileSync(join(folder, `${name}.assay.jsonl`), 'utf8')
        .trimEnd()
        .split('\n')
        .at(-1) ?? '',
    ).end.signature
  expect(json('key').own).toEqual([fingerprintOf(signature('signed').key)])
  expect(signature('bare')).toBeUndefined()
}, 60_000)

test.each(['abcd', 'unsigned'])('“%s” is no fingerprint', words => {
  const done = team().assay('key', '--forget', words)
  expect([done.status, done.stderr]).toEqual([2, expect.stringContaining('32 hexadecimal digits')])
})

test('a file is encrypted with a passphrase from the environment or standard input, and opened with it', () => {
  const { folder, assay, assayOn } = team()
  const closed = desk(folder, 'Borys', { ASSAY_PASSPHRASE: 'four words of nobody' })
  assay('init', 'borys.assay')
  expect(closed.assay('share', 'borys.assay', '--out', 's.assay.jsonl.gz.age', '--encrypt').status).toBe(0)
  expect(assay('merge', 'borys.assay', 's.assay.jsonl.gz.age')).toMatchObject({
    ...{ status: 1, stdout: expect.stringContaining('Give the passphrase on standard input') },
  })
  const merged = assayOn('four words of nobody\n', 'merge', 'borys.assay', 's.assay.jsonl.gz.age')
  expect([merged.status, merged.stdout]).toEqual([0, expect.stringContaining('signed on this computer')])
}, 60_000)

test.each([
  [['--out', 's.assay.jsonl.age'], 'add --encrypt'],
  [['--out', 's.assay.jsonl.age', '--encrypt'], 'at least 12 characters'],
] as const)(
  'share %j is refused',
  (words, reason) => {
    const { assay, assayOn } = team()
    assay('init', 'borys.assay')
    const done = assayOn('short\n', 'share', 'borys.assay', ...words)
    expect([done.status, done.stderr]).toEqual([2, expect.stringContaining(reason)])
  },
  60_000,
)
