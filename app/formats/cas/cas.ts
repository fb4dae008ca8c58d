/**
 * A CAS (common analysis system, of Apache UIMA) as far as text with annotations needs it: one view, and feature
 * structures that are all anchored in its text. Offsets are UTF-16 units, as UIMA counts in all its files.
 */
import type { Range } from '../../text/range.ts'
import { SENTENCE, TOKEN } from './type-system.ts'

export interface Cas {
  /** What UIMA calls the sofa string. */
  readonly text: string
  readonly sentences: readonly Range[]
  /** Of what is read there are none: Assay divides texts into tokens itself. */
  readonly tokens: readonly Range[]
  /** All others. */
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

/** The CAS with this text and these structures, sentences and tokens among them. */
export function casWith(text: string, structures: readonly FeatureStructure[]): Cas {
  return {
    text,
    sentences: structures.filter(({ type, start, end }) => type === SENTENCE && start !== end),
    tokens: [],
    structures: structures.filter(({ type }) => type !== SENTENCE && type !== TOKEN),
  }
}

/** Whether these are features of a relation between two annotations, which a CAS of ours leaves out. */
export const isRelation = (features: object): boolean => 'Governor' in features || 'Dependent' in features
