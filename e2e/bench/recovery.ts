import { execFileSync } from 'node:child_process'
import { closeSync, fstatSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import type { Took } from './recover-once.ts'
import { scaleProject } from './scale-project.ts'

const PAGE = 4096
const ARTICLES = 10_000

/** Megabytes of JavaScript’s own memory that a recovery gets: a third of the file. The program itself takes 60 of them. */
const HEAP = 96

/** A large project of which every hundredth page is lost, recovered with little memory. */
export const recovery: Bench = {
  name: 'recovery',
  async run(folder) {
    const path = join(folder, 'damaged.assay')
    scaleProject(path, ARTICLES)
    const file = openSync(path, 'r+')
    const { size } = fstatSync(file)
    for (let page = 1; page < size / PAGE; page += 100)
      writeSync(file, Buffer.alloc(PAGE), 0, PAGE, page * PAGE)
    closeSync(file)
    const once = join(import.meta.dirname, 'recover-once.ts')
    const words = [`--max-old-space-size=${HEAP}`, once, path, join(folder, 'recovered.assay')]
    const took: Took = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }))
    const what = `a project of ${ARTICLES.toLocaleString('en')} articles, ${Math.round(size / 1e6)} MB, every hundredth page lost, recovered with a heap of ${HEAP} MB`
    return [
      { name: what, value: took.ms, unit: 'ms' },
      {
        name: `memory of it; ${took.articles} articles, ${took.annotations} annotations`,
        value: took.memory,
        unit: 'MB',
        bar: 400,
      },
    ]
  },
}
