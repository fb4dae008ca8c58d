import type { Metadata } from '../../model/article.ts'
import { guidOf } from './guid.ts'

/** The metadata of articles that are variables, by their names there. The title is the name of the source. */
export const VARIABLES: readonly (readonly [name: string, field: Exclude<keyof Metadata, 'title'>])[] = [
  ['Source', 'source'],
  ['Author', 'author'],
  ['URL', 'url'],
  ['Published', 'published'],
  ['Language', 'language'],
]

export const variableGuid = (name: string): string => guidOf('variable', name)
