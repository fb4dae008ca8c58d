import type { ParseArgsOptionsConfig } from 'node:util'
import { Refusal } from '#app/failure'
import { AnnotatorName } from '#app/model/annotator'

/** A list where the option may be given several times. */
type OptionValue = string | boolean | readonly (string | boolean)[]

/** What a command gets. */
export interface Call {
  /** The words after the command that are no options. */
  readonly words: readonly string[]
  /** The options, checked against the command's own. */
  readonly options: Readonly<Record<string, OptionValue | undefined>>
  readonly output: Output
}

export interface Output {
  /** True where a program reads: `--json`. */
  readonly json: boolean
  /** For people: a line, printed unless a program reads. Control characters are made visible. */
  line(text: string): void
  /** For programs: printed as JSON where a program reads. */
  value(value: unknown): void
  /** One line on stderr, whoever reads. */
  warn(text: string): void
}

export interface Command {
  readonly name: string
  /** What follows the name. */
  readonly usage: string
  /** What it does, in a few words. */
  readonly summary: string
  /** How many words it takes, at least and at most. */
  readonly words: readonly [least: number, most: number]
  readonly options: ParseArgsOptionsConfig
  /** @returns true where the work was done, false where it failed and said so */
  run(call: Call): Promise<boolean> | boolean
}

/** An option that takes a value; undefined where it was not given. */
export function optionOf(call: Call, option: string): string | undefined {
  const value = call.options[option]
  return typeof value === 'string' ? value : undefined
}

/** The values of an option that can be given several times. */
export function optionsOf(call: Call, option: string): readonly string[] {
  const values = call.options[option]
  return Array.isArray(values) ? values.map(String) : []
}

/** As `optionOf`, of an option that takes a name. Throws a refusal where what was given is none. */
export function nameGiven(call: Call, option: string): string | undefined {
  const given = optionOf(call, option)
  return given === undefined ? undefined : asName(given, option)
}

/** As `optionsOf`, of an option that takes names. */
export const namesGiven = (call: Call, option: string): readonly string[] =>
  optionsOf(call, option).map(given => asName(given, option))

/** What was given for an option, as a name. Throws a refusal where it is none. */
export function asName(given: string, option: string): string {
  const name = AnnotatorName.safeParse(given)
  if (name.success) return name.data
  throw new Refusal('invalid-input', `--${option} takes a name of 1 to 200 characters.`)
}

/** A word by its place; commands say in `words` which there are. */
export const word = (call: Call, place: number): string => call.words[place] ?? ''
