import { z } from 'zod'
import { AnnotatorId } from './ids.ts'

export const AnnotatorName = z.string().trim().min(1).max(200)

/** A person. The id says who it is; two people may bear one name. */
export const Annotator = z.object({ id: AnnotatorId, name: AnnotatorName }).readonly()

export type Annotator = z.infer<typeof Annotator>

/** The layer of what adjudication decided. It is nobody's own: whoever decides writes into it. */
export const GOLD: Annotator = {
  id: AnnotatorId.parse('00000000-0000-8000-8000-00000000601d'),
  name: 'Gold',
}

/** What annotators are called: by name; those who share one are told apart by the end of their id. */
export function annotatorNames(annotators: readonly Annotator[]): ReadonlyMap<AnnotatorId, string> {
  const bearers = Map.groupBy(annotators, annotator => annotator.name)
  return new Map(
    annotators.map(({ id, name }) => [
      id,
      (bearers.get(name)?.length ?? 0) > 1 ? `${name} (${id.slice(-6)})` : name,
    ]),
  )
}

/** The same annotators, called so that a person who reads their names tells them apart. */
export function toldApart<A extends Annotator>(annotators: readonly A[]): A[] {
  const names = annotatorNames(annotators)
  return annotators.map(one => ({ ...one, name: names.get(one.id) ?? one.name }))
}
