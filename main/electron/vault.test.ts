import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { isSignatureOf, signed } from '#main/exchange/sign'
import { ownKeys, signingKey } from '#main/services/signing-key'
import { temporaryFolder } from '#main/test/projects'
import { safeStorage } from './test/electron-double.ts'
import { systemVault } from './vault.ts'

const DIGEST = '12'.repeat(32)

afterEach(() => safeStorage.reset())

test('the key is sealed by the system, and no file has its private half', async () => {
  const folder = temporaryFolder()
  const key = await signingKey(folder, await systemVault())
  const path = join(folder, 'signing-key.sealed.json')
  expect(readFileSync(path, 'utf8')).not.toContain(key.privateKey)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(await signingKey(folder, await systemVault())).toEqual(key)
  expect(isSignatureOf(DIGEST, signed(DIGEST, key))).toBe(true)
})

test('where the system keeps secrets under a password that everybody knows, it is not asked', async () => {
  safeStorage.backend = 'basic_text'
  expect(await systemVault()).toBe(process.platform === 'linux' ? null : expect.anything())
})

test('where the system has no key store, the key is in a file of its owner', async () => {
  safeStorage.available = false
  const folder = temporaryFolder()
  const key = await signingKey(folder, await systemVault())
  expect(JSON.parse(readFileSync(join(folder, 'signing-key.json'), 'utf8'))).toEqual(key)
})

test('a key that the system does not open any more is said, and no other is made in its place', async () => {
  const folder = temporaryFolder()
  const { publicKey } = await signingKey(folder, await systemVault())
  safeStorage.forget()
  await expect(signingKey(folder, await systemVault())).rejects.toMatchObject({ code: 'unreadable' })
  expect(ownKeys(folder)).toEqual([publicKey])
})

test('a key file that is damaged is said, and is nobody’s key', async () => {
  const folder = temporaryFolder()
  await signingKey(folder, await systemVault())
  writeFileSync(join(folder, 'signing-key.sealed.json'), '{"publicKey":')
  await expect(signingKey(folder, await systemVault())).rejects.toMatchObject({ code: 'unreadable' })
  expect(ownKeys(folder)).toEqual([])
})

test('the key of the window and that of the command line are both this computer’s', async () => {
  const folder = temporaryFolder()
  const [plain, sealed] = [await signingKey(folder, null), await signingKey(folder, await systemVault())]
  expect(ownKeys(folder)).toEqual([plain.publicKey, sealed.publicKey])
})
