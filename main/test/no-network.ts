/**
 * Loaded before a program (`node --import`), notes every attempt to reach out: each socket that connects, each name
 * that is looked up, each datagram. One line for each goes to the file that ASSAY_NETWORK_LOG names. Threads and
 * child processes load it too, where they are given the options of their parent.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const log = process.env.ASSAY_NETWORK_LOG
if (log) watch(log)

function watch(path: string): void {
  const note = (what: string, words: readonly unknown[]) =>
    appendFileSync(
      path,
      `${what} ${JSON.stringify(words, (_, value) => (typeof value === 'function' ? undefined : value))}\n`,
    )
  noted(net.Socket.prototype, ['connect'], note)
  noted(dgram.Socket.prototype, ['send', 'connect'], note)
  const questions = ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse']
  noted(dns, questions, note)
  noted(dns.promises, questions, note)
  syncBuiltinESMExports()
}

/** Has methods say that they are called, and then do what they always do. */
function noted(
  owner: object,
  names: readonly string[],
  note: (what: string, words: readonly unknown[]) => void,
): void {
  const methods = owner as Record<string, (...words: unknown[]) => unknown>
  for (const name of names) {
    const done = methods[name]
    if (!done) continue
    methods[name] = function (this: unknown, ...words: unknown[]) {
      note(name, words.slice(0, 2))
      return done.apply(this, words)
    }
  }
}
