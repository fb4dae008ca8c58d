/** What an export says of itself: what it is, where it comes from, and how to tell that it is whole. */
import type { Project } from '../model/project.ts'
import type { Restriction } from './restriction.ts'

export interface Manifest {
  readonly format: string
  readonly application: string
  /** ISO 8601, UTC. */
  readonly exported: string
  readonly project: Project
  readonly restriction: Restriction
  readonly counts: Counts
  /** Of the format, in words. */
  readonly lost: readonly string[]
  readonly files: readonly ManifestFile[]
}

export interface Counts {
  readonly articles: number
  readonly sentences: number
  readonly annotations: number
  readonly reviews: number
}

export interface ManifestFile {
  readonly path: string
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
}

/** The manifest as a file: JSON that people can read too. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`
