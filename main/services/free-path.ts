import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A path in a folder that is not taken: `name.assay`, `name 2.assay` … */
export function freePath(folder: string, name: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? '' : ` ${number}`}.assay`)
    if (!existsSync(path)) return path
  }
}
