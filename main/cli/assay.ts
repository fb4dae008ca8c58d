/** The `assay` command. Exit codes: 0 done, 1 the data or the work failed, 2 the call was wrong. */
import { parseArgs } from 'node:util'
import { toFailure } from '#app/failure'
import { reportFault } from '#main/services/outcome'
import { version } from '#main/services/version'
import type { Call, Command, Output } from './command.ts'
import { check } from './commands/check.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { init } from './commands/init.ts'
import { list } from './commands/list.ts'
import { serve } from './commands/serve.ts'
import { show } from './commands/show.ts'
import { stats } from './commands/stats.ts'
import { tag } from './commands/tag.ts'
import { printable } from './printable.ts'

const commands: readonly Command[] = [
  init,
  importCommand,
  list,
  show,
  tag,
  exportCommand,
  stats,
  check,
  serve,
]

const SHARED = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

process.exitCode = await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(help())
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    console.log(version)
    return 0
  }
  const command = commands.find(one => one.name === name)
  if (!command) return wrongCall(`there is no command “${printable(name)}”; \`assay help\` lists them.`)
  return run(command, rest)
}

async function run(command: Command, words: string[]): Promise<number> {
  const usage = `usage: assay ${command.name} ${command.usage}`
  let call: { values: Call['options']; positionals: string[] }
  try {
    call = parseArgs({ args: words, options: { ...command.options, ...SHARED }, allowPositionals: true })
  } catch (error) {
    return wrongCall(`${error instanceof Error ? error.message.split('. ')[0] : error}; ${usage}`)
  }
  if (call.values.help) {
    console.log(`${usage}\n${command.summary}`)
    return 0
  }
  const [least, most] = command.words
  if (call.positionals.length < least || call.positionals.length > most) return wrongCall(usage)
  try {
    const done = await command.run({
      words: call.positionals,
      options: call.values,
      output: outputFor(call.values.json === true),
    })
    return done ? 0 : 1
  } catch (error) {
    const failure = toFailure(error, reportFault)
    console.error(`assay: ${printable(failure.message)}`)
    return failure.code === 'invalid-input' ? 2 : 1
  }
}

function wrongCall(sentence: string): number {
  console.error(`assay: ${sentence}`)
  return 2
}

function outputFor(json: boolean): Output {
  return {
    json,
    line: text => {
      if (!json) console.log(printable(text))
    },
    value: value => {
      if (json) console.log(JSON.stringify(value, null, 2))
    },
    warn: text => console.error(`assay: ${printable(text)}`),
  }
}

function help(): string {
  const calls = commands.map(one => [`assay ${one.name} ${one.usage}`, `    ${one.summary}`].join('\n'))
  return [
    `Assay ${version}: tag the sentences of news articles and hand the annotated corpus on.`,
    '',
    ...calls,
    '',
    'ARTICLE is an id, a unique beginning of it, or an exact title. --json prints for programs.',
  ].join('\n')
}
