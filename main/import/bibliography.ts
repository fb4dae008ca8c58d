import type { GroupId } from '#app/model/ids'
import type { MetadataRecord } from './references/metadata-record.ts'

/** The works of the bibliographies among the files of one import, which complete its other files. */
export class Bibliography {
  #group: GroupId | undefined
  #records: MetadataRecord[] = []

  /** For an import; what an earlier one had is forgotten. */
  for(group: GroupId): this {
    if (this.#group !== group) this.#records = []
    this.#group = group
    return this
  }

  /** All works so far, with these. */
  with(records: readonly MetadataRecord[]): readonly MetadataRecord[] {
    this.#records.push(...records)
    return this.#records
  }
}
