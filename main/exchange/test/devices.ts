/** Installations of Assay around team folders, each with its own copy of the folder as a synchroniser keeps it. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FolderRound } from '#app/exchange/folder-round'
import type { Annotator } from '#app/model/annotator'
import { type Syncing, syncFolder } from '../team-folder.ts'
import { type Machine, machine } from './machines.ts'

export interface Device extends Machine {
  readonly device: string
  readonly folder: string
}

let made = 0

/** A device on which one person works, with a folder of its own. */
export function device(person: Annotator, drift = 0): Device {
  const one = machine(person, drift)
  const folder = join(dirname(one.store.path), 'Team folder')
  mkdirSync(folder)
  return { ...one, device: (++made).toString(16).padStart(12, '0'), folder }
}

export const sync = (
  { store, person, device, folder }: Device,
  options: Partial<Omit<Syncing, 'by' | 'device'>> = {},
): Promise<FolderRound> => syncFolder(store, folder, { by: person, device, ...options })

/** What lies in a folder for a person to see, in order. */
export const seen = ({ folder }: Pick<Device, 'folder'>): string[] =>
  readdirSync(folder)
    .filter(name => !name.startsWith('.'))
    .sort()

/** Brings every file of one folder into another, as a synchroniser does that works. */
export function carry(from: Device, to: Device, name = (one: string): string => one): void {
  for (const one of seen(from)) copyFileSync(join(from.folder, one), join(to.folder, name(one)))
}
