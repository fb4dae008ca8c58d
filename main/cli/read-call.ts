import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { Refusal } from '#app/failure'
import type { Call } from './command.ts'

/**
 * Reads the words after a command. Throws a refusal (`invalid-input`) where an option is none of the command's, has no
 * value, or has one and takes none.
 */
export function readCall(
  words: readonly string[],
  options: ParseArgsOptionsConfig,
): Pick<Call, 'words' | 'options'> {
  const asked = { args: words, options, allowPositionals: true } as const
  // Node says what is wrong in several lines of its own, so that is looked for first.
  for (const token of parseArgs({ ...asked, strict: false, tokens: true }).tokens) {
    const problem = token.kind === 'option' ? problemWith(token, options) : undefined
    if (problem !== undefined) throw new Refusal('invalid-input', problem)
  }
  const { values, positionals } = parseArgs(asked)
  return { words: positionals, options: values }
}

interface OptionGiven {
  readonly name: string
  /** With its dashes. */
  readonly rawName: string
  readonly value: string | undefined
  /** Whether the value follows a =. */
  readonly inlineValue: boolean | undefined
}

function problemWith(
  { name, rawName, value, inlineValue }: OptionGiven,
  options: ParseArgsOptionsConfig,
): string | undefined {
  const type = Object.hasOwn(options, name) ? options[name]?.type : undefined
  if (type === undefined) return `there is no option ${rawName}`
  if (type === 'boolean') return value === undefined ? undefined : `${rawName} takes no value`
  if (value === undefined) return `${rawName} takes a value, and none follows`
  if (inlineValue || !/^-./.test(value)) return undefined
  return `${rawName} takes a value, and ${value} looks like an option: write ${rawName}=${value} if it is the value`
}
