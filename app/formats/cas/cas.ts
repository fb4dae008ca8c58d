/**
 * A CAS (common analysis system, of Apache UIMA) as far as text with annotations needs it: one view, and feature
 * structures that are all anchored in its text. Offsets are UTF-16 units, as UIMA counts in all its files.
 */
import type { Range } from '../../text/range.ts'

export interface Cas {
  /** What UIMA calls the sofa string. */
  readonly text: string
  readonly structures: readonly FeatureStructure[]
}

export interface FeatureStructure extends Range {
  /** In full, such as `webanno.custom.Assay`. */
  readonly type: string
  /** By their names; those of the type string only. */
  readonly features: Readonly<Record<string, string>>
}

/** The last part of the name of a type, which a person sees. */
export const shortName = (type: string): string => type.slice(type.lastIndexOf('.') + 1)

/** Whether these are features of a relation between two annotations, which a CAS of ours leaves out. */
export const isRelation = (features: object): boolean => 'Governor' in features || 'Dependent' in features
