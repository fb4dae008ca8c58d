/**
 * The log of Assay's own faults, for a report: JSON, a line each, in the data folder. It holds what went wrong and where in
 * Assay's code; no text of an article, no name and no path of the person. It is sent nowhere.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import { Refusal } from '#app/failure'
import { version } from './version.ts'

/** Bytes after which the log begins anew; one old one is kept. */
const LARGEST = 256 * 1024
const KEY = 'assay-fault-log'

/** Where something went wrong. */
export type FaultPlace = 'main' | 'window'

interface Fault {
  readonly name: string
  readonly message: string
  readonly stack: string
}

/** Begins to log into a folder, from this thread and those that it starts. */
export function keepFaultLog(folder: string): void {
  setEnvironmentData(KEY, join(folder, 'faults.jsonl'))
}

/** Adds a fault. Never throws: a log that cannot be written costs nobody their work. */
export function logFault(place: FaultPlace, fault: unknown): void {
  const path = getEnvironmentData(KEY)
  if (typeof path !== 'string') return
  const { name, message, stack } = asFault(fault)
  const entry = {
    at: new Date().toISOString(),
    ...{ version, system: process.platform, place },
    ...{ name: withoutPerson(name), message: withoutPerson(message), stack: framesOf(stack) },
  }
  try {
    mkdirSync(join(path, '..'), { recursive: true })
    if (existsSync(path) && statSync(path).size > LARGEST) renameSync(path, oldOf(path))
    appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
  } catch {
    // The disk is full, or may not be written to.
  }
}

/** The whole log, oldest first; empty where nothing went wrong. */
export function readFaultLog(folder: string): string {
  const path = join(folder, 'faults.jsonl')
  return [oldOf(path), path].map(one => (existsSync(one) ? readFileSync(one, 'utf8') : '')).join('')
}

const oldOf = (path: string): string => path.replace(/\.jsonl$/, '.old.jsonl')

function asFault(fault: unknown): Fault {
  // What is refused is said in words for the person, with their names in them.
  if (fault instanceof Refusal) return { name: fault.name, message: fault.code, stack: fault.stack ?? '' }
  if (fault instanceof Error) return { name: fault.name, message: fault.message, stack: fault.stack ?? '' }
  return { name: 'Fault', message: String(fault), stack: '' }
}

/** What is in quotation marks, what looks like a path or an address, and what is no plain English is the person's. */
export function withoutPerson(message: string): string {
  return message
    .slice(0, 2000)
    .replace(/(["'`“”«»‘’])[\s\S]*(["'`“”«»‘’])/g, '…')
    .replace(/\S*[\\/]\S*/g, '…')
    .replace(/\S*\.(assay|jsonl|txt|md|html?|pdf|docx?|csv)\S*/gi, '…')
    .replace(/[^\x20-\x7e…]+/g, '…')
    .slice(0, 300)
}

/** The functions and files of Assay that a stack names, without their folders. */
function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .map(line => /^\s*at (?:(?:async )?([\w.#<>$ [\]]+) \()?(.*?):(\d+):\d+\)?$/.exec(line))
    .filter(found => found !== null)
    .slice(0, 20)
    .map(([, name = '', file = '', line = '']) =>
      `${name} ${basename(file.replaceAll('\\', '/'))}:${line}`.trim(),
    )
}
