/** Passphrases, asked for where nobody reads along: no list of processes and no history of a shell has them. */
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { SHORTEST_PASSPHRASE } from '#app/exchange/passphrase'
import { Refusal } from '#app/failure'
import { nextLine } from './standard-input.ts'

/** The passphrase of an exchange file. */
const VARIABLE = 'ASSAY_PASSPHRASE'
/** The one of a protected project: it is another secret, and may be wanted at the same time. */
const PROJECT_VARIABLE = 'ASSAY_PROJECT_PASSPHRASE'
/** The one that a project is to have. */
const NEW_VARIABLE = 'ASSAY_NEW_PASSPHRASE'

/** A passphrase for a file that is to be made: from the environment, the terminal (twice), or standard input. */
export const newPassphrase = (): Promise<string> => chosenPassphrase(VARIABLE, 'Passphrase: ')

/** A passphrase for a project that is to be protected, likewise. */
export const newProjectPassphrase = (): Promise<string> =>
  chosenPassphrase(NEW_VARIABLE, 'New passphrase of the project: ')

async function chosenPassphrase(variable: string, prompt: string): Promise<string> {
  const passphrase = await given(variable, prompt)
  if (passphrase.length < SHORTEST_PASSPHRASE)
    throw new Refusal(
      'invalid-input',
      `A passphrase has at least ${SHORTEST_PASSPHRASE} characters: take four words that nobody would put together.`,
    )
  const asked = process.env[variable] === undefined && process.stdin.isTTY
  if (asked && (await line('The same again: ', variable)) !== passphrase)
    throw new Refusal('invalid-input', 'The two are not the same. Try again.')
  return passphrase
}

/** The passphrase of a file that somebody sent: from the environment, the terminal, or standard input. */
const knownPassphrase = (): Promise<string> => given(VARIABLE, 'Passphrase: ')

/** The passphrase that a protected project has, likewise. */
export const projectPassphrase = (): Promise<string> => given(PROJECT_VARIABLE, 'Passphrase of the project: ')

async function given(variable: string, prompt: string): Promise<string> {
  return process.env[variable] ?? (await line(prompt, variable))
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
async function line(prompt: string, variable: string): Promise<string> {
  const given = process.stdin.isTTY ? await typed(prompt) : await nextLine()
  if (given) return given
  throw new Refusal('invalid-input', `Give the passphrase on standard input, or in ${variable}.`)
}

/** What a person types on the terminal; undefined where they end it without a line. */
async function typed(prompt: string): Promise<string | undefined> {
  const { stdin, stderr } = process
  const silence = new Writable({ write: (_piece, _encoding, done) => done() })
  stderr.write(prompt)
  const reader = createInterface({ input: stdin, output: silence, terminal: true })
  const [line]: unknown[] = await Promise.race([once(reader, 'line'), once(reader, 'close')])
  reader.close()
  stderr.write('\n')
  return typeof line === 'string' ? line : undefined
}
