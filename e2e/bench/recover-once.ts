/** Recovers one damaged project in a process of its own, and prints what it took. */
import { recover } from '#main/store/recovery/recover'

/** What is printed, as JSON. */
export interface Took {
  readonly ms: number
  /** The most that the process held, in MB. */
  readonly memory: number
  readonly articles: number
  readonly annotations: number
}

const [path = '', target = ''] = process.argv.slice(2)
const began = performance.now()
const { records } = recover(path, target)
const took: Took = {
  ms: performance.now() - began,
  memory: process.resourceUsage().maxRSS / 1024,
  articles: records.article,
  annotations: records.annotation,
}
console.log(JSON.stringify(took))
