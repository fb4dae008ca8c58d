/** What has been said of a sentence, in words. */
import type { Annotation } from '#app/model/annotation'
import type { Label } from '#app/model/label'
import { say } from '../messages/messages.ts'
import type { Mark } from './marks.ts'

/** The known labels of annotations, each once. */
export function labelsOf(annotations: readonly Annotation[], labels: readonly Label[]): Label[] {
  const ids = new Set(annotations.map(annotation => annotation.label))
  return [...ids].flatMap(id => labels.find(label => label.id === id) ?? [])
}

export const namesOf = (labels: readonly Label[]): string => labels.map(label => label.name).join(' · ')

/** Its labels, and what was said beside them; empty where nothing was. */
export function describeMark({ annotations, judgement }: Mark, labels: readonly Label[]): string {
  const names = namesOf(labelsOf(annotations, labels))
  const isSaid = judgement !== null && (names === '' || judgement === 'difficult')
  return [names, isSaid ? say(`reader.said-${judgement}`) : ''].filter(Boolean).join(', ')
}
