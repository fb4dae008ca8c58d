import { safeStorage } from 'electron'
import type { Vault } from '#main/services/signing-key'

/**
 * The key store of the system: Keychain, DPAPI, GNOME Keyring or KWallet. Null where there is none: Electron would seal
 * with a password that everybody knows.
 */
export async function systemVault(): Promise<Vault | null> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null
  return {
    seal: secret => safeStorage.encryptStringAsync(secret),
    open: async sealed => (await safeStorage.decryptStringAsync(Buffer.from(sealed))).result,
  }
}
