import { z } from 'zod'

/** Characters of a passphrase that somebody chooses. Whoever finds a lost stick can guess as long as they like. */
export const SHORTEST_PASSPHRASE = 12

/** One that opens a file. Others may have chosen it, with other rules. */
export const Passphrase = z.string().min(1).max(1000)

/** One that is chosen here. */
export const NewPassphrase = Passphrase.min(SHORTEST_PASSPHRASE)
