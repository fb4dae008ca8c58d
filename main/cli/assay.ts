/** The `assay` command. Exit codes: 0 done, 1 the data or the work failed, 2 the call was wrong. */
import { toFailure } from '#app/failure'
import { reportFault } from '#main/services/outcome'
import { version } from '#main/services/version'
import type { Call, Command, Output } from './command.ts'
import { printable } from './printable.ts'
import { readCall } from './read-call.ts'

/** Each command is loaded when it is called: to list articles, nobody has to wait for what importing needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.ts')).init,
  import: async () => (await import('./commands/import.ts')).importCommand,
  list: async () => (await import('./commands/list.ts')).list,
  show: async () => (await import('./commands/show.ts')).show,
  tag: async () => (await import('./commands/tag.ts')).tag,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  share: async () => (await import('./commands/share.ts')).shareCommand,
  merge: async () => (await import('./commands/merge.ts')).mergeCommand,
  assign: async () => (await import('./commands/assign.ts')).assign,
  key: async () => (await import('./commands/key.ts')).keyCommand,
  sync: async () => (await import('./commands/sync.ts')).sync,
  search: async () => (await import('./commands/search.ts')).search,
  agreement: async () => (await import('./commands/agreement.ts')).agreement,
  adjudicate: async () => (await import('./commands/adjudicate.ts')).adjudicate,
  feedback: async () => (await import('./commands/feedback.ts')).feedback,
  stats: async () => (await import('./commands/stats.ts')).stats,
  check: async () => (await import('./commands/check.ts')).check,
  recover: async () => (await import('./commands/recover.ts')).recoverCommand,
  backups: async () => (await import('./commands/backups.ts')).backups,
  protect: async () => (await import('./commands/protect.ts')).protect,
  unprotect: async () => (await import('./commands/protect.ts')).unprotect,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  serve: async () => (await import('./commands/serve.ts')).serve,
}

const SHARED = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

process.exitCode = await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words
  const asksHelp = name === 'help' || name === '--help' || name === '-h'
  if (name === undefined || (asksHelp && rest.length === 0)) {
    console.log(await help())
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    console.log(version)
    return 0
  }
  const called = asksHelp ? (rest[0] ?? '') : name
  const load = Object.hasOwn(commands, called) ? commands[called] : undefined
  if (!load) return wrongCall(`there is no command “${called}”; \`assay help\` lists them.`)
  const command = await load()
  return asksHelp ? helpFor(command) : run(command, rest)
}

async function run(command: Command, words: string[]): Promise<number> {
  let call: Pick<Call, 'words' | 'options'>
  try {
    call = readCall(words, { ...command.options, ...SHARED })
  } catch (error) {
    return wrongCall(`${toFailure(error, reportFault).message}; ${usageOf(command)}`)
  }
  if (call.options.help) return helpFor(command)
  const [least, most] = command.words
  if (call.words.length < least || call.words.length > most) return wrongCall(usageOf(command))
  try {
    return (await command.run({ ...call, output: outputFor(call.options.json === true) })) ? 0 : 1
  } catch (error) {
    const failure = toFailure(error, reportFault)
    console.error(`assay: ${printable(failure.message)}`)
    return failure.code === 'invalid-input' ? 2 : 1
  }
}

function wrongCall(sentence: string): number {
  console.error(`assay: ${printable(sentence)}`)
  return 2
}

function usageOf({ name, usage }: Command): string {
  return `usage: assay ${name} ${usage}`
}

function helpFor(command: Command): number {
  console.log(`${usageOf(command)}\n${command.summary}`)
  return 0
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

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map(load => load()))
  const calls = all.map(one => [`assay ${one.name} ${one.usage}`, `    ${one.summary}`].join('\n'))
  return [
    `Assay ${version}: tag the sentences of news articles and hand the annotated corpus on.`,
    '',
    ...calls,
    '',
    'ARTICLE is an id, a unique beginning of it, or an exact title. --json prints for programs.',
  ].join('\n')
}
