/** Passphrases, asked for where nobody reads along: no list of processes and no history of a shell has them. */
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { Refusal } from '#app/failure'
import { SHORTEST_PASSPHRASE } from '#main/exchange/seal'

const VARIABLE = 'ASSAY_PASSPHRASE'

/** A passphrase for a file that is to be made: from the environment, the terminal (twice), or standard input. */
export async function newPassphrase(): Promise<string> {
  const passphrase = await knownPassphrase()
  if (passphrase.length < SHORTEST_PASSPHRASE)
    throw new Refusal(
      'invalid-input',
      `A passphrase has at least ${SHORTEST_PASSPHRASE} characters: take four words that nobody would put together.`,
    )
  const asked = process.env[VARIABLE] === undefined && process.stdin.isTTY
  if (asked && (await line('The same again: ')) !== passphrase)
    throw new Refusal('invalid-input', 'The two are not the same. Try again.')
  return passphrase
}

/** The passphrase of a file that somebody sent: from the environment, the terminal, or standard input. */
export async function knownPassphrase(): Promise<string> {
  return process.env[VARIABLE] ?? (await line('Passphrase: '))
}

/** Does work with a passphrase once it turns out that it needs one, which is asked for once. */
export function withPassphrase(): <T>(work: (passphrase: string | undefined) => Promise<T>) => Promise<T> {
  let passphrase = process.env[VARIABLE]
  return async work => {
    try {
      return await work(passphrase)
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'needs-passphrase')) throw error
      passphrase = await knownPassphrase()
      return work(passphrase)
    }
  }
}

/** One line of standard input. What a person types is not shown. */
async function line(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  const silence = new Writable({ write: (_piece, _encoding, done) => done() })
  if (stdin.isTTY) stderr.write(prompt)
  const reader = createInterface({ input: stdin, output: silence, terminal: stdin.isTTY })
  // Where it ends without a line, there is none.
  const typed: unknown[] = await Promise.race([once(reader, 'line'), once(reader, 'close')])
  reader.close()
  if (stdin.isTTY) stderr.write('\n')
  if (typeof typed[0] === 'string' && typed[0] !== '') return typed[0]
  throw new Refusal('invalid-input', `Give the passphrase on standard input, or in ${VARIABLE}.`)
}
