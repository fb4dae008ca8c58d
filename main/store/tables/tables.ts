import type { Kind } from '#app/model/record'
import type { annotationTable } from './annotations.ts'
import type { annotatorTable } from './annotators.ts'
import type { articleTable } from './articles.ts'
import type { attributeTable, labelTable } from './codebook.ts'
import type { collectionTable, membershipTable } from './collections.ts'
import type { dealingTable } from './dealings.ts'
import type { decisionTable } from './decisions.ts'
import type { editionTable } from './editions.ts'
import type { guidelineTable } from './guidelines.ts'
import type { identityTable } from './identities.ts'
import type { projectTable } from './project.ts'
import type { reviewTable } from './reviews.ts'
import type { segmentationTable } from './segmentations.ts'
import type { Table } from './table.ts'

/** The tables of a project, each under the kind of its records. */
export interface Tables {
  readonly project: ReturnType<typeof projectTable>
  readonly annotator: ReturnType<typeof annotatorTable>
  readonly label: ReturnType<typeof labelTable>
  readonly attribute: ReturnType<typeof attributeTable>
  readonly edition: ReturnType<typeof editionTable>
  readonly guideline: ReturnType<typeof guidelineTable>
  readonly article: ReturnType<typeof articleTable>
  readonly segmentation: ReturnType<typeof segmentationTable>
  readonly annotation: ReturnType<typeof annotationTable>
  readonly review: ReturnType<typeof reviewTable>
  readonly decision: ReturnType<typeof decisionTable>
  readonly collection: ReturnType<typeof collectionTable>
  readonly membership: ReturnType<typeof membershipTable>
  readonly dealing: ReturnType<typeof dealingTable>
  readonly identity: ReturnType<typeof identityTable>
}

/** The table for a kind. TypeScript cannot follow that an edit's kind and record belong together; `Edit` holds them so. */
export const tableOf = (tables: Tables, kind: Kind): Table<Kind> => tables[kind] as Table<Kind>
