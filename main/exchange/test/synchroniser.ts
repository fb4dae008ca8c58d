/** A synchroniser between the folders of several devices: slow, out of order, and at times wrong. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Device, seen } from './devices.ts'

/** What may happen to a file on its way. */
export const MISHAPS = ['none', 'none', 'none', 'torn', 'twice', 'copied', 'copied instead'] as const
export type Mishap = (typeof MISHAPS)[number]

type Delivery = { readonly to: Device; readonly name: string; readonly content: Buffer | null }

export function synchroniser(devices: readonly Device[]) {
  /** What each folder had when it was last looked at. */
  const noticed = new Map<Device, Map<string, Buffer>>(devices.map(one => [one, new Map()]))
  const underWay: Delivery[] = []
  let copies = 0

  /** Notices what devices wrote and removed in their own folders, and sends it on its way to all others. */
  function notice(): void {
    for (const from of devices) {
      const before = noticed.get(from) ?? new Map<string, Buffer>()
      const now = new Map(seen(from).map(name => [name, readFileSync(join(from.folder, name))]))
      const others = devices.filter(one => one !== from)
      for (const [name, content] of now)
        if (!before.get(name)?.equals(content)) for (const to of others) underWay.push({ to, name, content })
      for (const name of before.keys())
        if (!now.has(name)) for (const to of others) underWay.push({ to, name, content: null })
      noticed.set(from, now)
    }
  }

  function put(to: Device, name: string, content: Buffer | null): void {
    const path = join(to.folder, name)
    if (content === null) {
      rmSync(path, { force: true })
      noticed.get(to)?.delete(name)
    } else {
      writeFileSync(path, content)
      noticed.get(to)?.set(name, content)
    }
  }

  /** Brings one of the files that are under way, whichever; what is torn or doubled comes once more later. */
  function deliver(which: number, mishap: Mishap): void {
    notice()
    const [delivery] = underWay.splice(which % Math.max(1, underWay.length), 1)
    if (!delivery) return
    const { to, name, content } = delivery
    if (content === null || mishap === 'none') put(to, name, content)
    else if (mishap === 'torn' && !existsSync(join(to.folder, name))) {
      put(to, name, content.subarray(0, which % content.length))
      underWay.push(delivery)
    } else if (mishap === 'copied' || mishap === 'copied instead') {
      put(to, name.replace(/\.gz$/, ` (conflicted copy ${++copies}).gz`), content)
      // Where the file itself is there, cut off, it comes whole in the end.
      if (mishap === 'copied' || existsSync(join(to.folder, name))) put(to, name, content)
    } else {
      put(to, name, content)
      underWay.push(delivery)
    }
  }

  return {
    deliver,
    /** Brings all that is under way, in the order in which it set out. */
    deliverAll(): void {
      notice()
      while (underWay.length > 0) deliver(0, 'none')
    },
  }
}
