/**
 * A process that works until it is killed. Whatever Assay calls saved it says at once on its standard output, a line of
 * JSON each: what is in the pipe is not lost with the process. `node victim.ts WORK FOLDER [TURNS]`
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import type { Work } from './work.ts'

const [name = '', folder = '', turns = '100000'] = process.argv.slice(2)
const say = (said: object) => writeSync(1, `${JSON.stringify(said)}\n`)
const { work }: { work: Work } = await import(`./${name}.ts`)
const go = await work.start(folder)
say({ ready: true })
for (let turn = 0; turn < Number(turns); turn++) say({ saved: await go(turn) })
flushCompileCache()
process.exit()
