import { call, nothing } from './call.ts'

/** Something that ships with Assay, by whoever made it: a package, or a work within one. Assay itself is one too. */
export interface ShippedWork {
  readonly name: string
  /** Empty where it is not known. */
  readonly version: string
  /** Its SPDX name, such as `MIT`. */
  readonly licence: string
  /** The licence's whole text, with whose it is. */
  readonly text: string
}

export const aboutCalls = {
  /** All that ships, Assay first, then by name. */
  'about.works': call<readonly ShippedWork[]>()(nothing),
  /** Shows the page with Assay's releases in the system's browser. Assay itself asks no server about them. */
  'about.releases': call<null>()(nothing),
} as const
