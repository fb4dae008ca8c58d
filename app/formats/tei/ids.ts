import type { Corpus } from '../corpus.ts'

/**
 * The `xml:id`s of a corpus. UUIDs may begin with a digit and ids of labels have letters of every script, neither
 * of which an `xml:id` may: these are called after their kind and counted.
 */
export interface Ids {
  text(article: string): string
  body(article: string): string
  /** By the number of the sentence, from 1. */
  sentence(article: string, number: number): string
  annotation(id: string): string
  /** Of the attributes of an annotation. */
  features(annotation: string): string
  review(article: string, number: number): string
  annotator(id: string): string | undefined
  label(id: string): string | undefined
}

export function idsOf({ annotators, codebook }: Corpus): Ids {
  const people = new Map<string, string>(annotators.map(({ id }, index) => [id, `annotator-${index + 1}`]))
  const labels = new Map<string, string>(codebook.labels.map(({ id }, index) => [id, `label-${index + 1}`]))
  return {
    text: article => `text-${article}`,
    body: article => `body-${article}`,
    sentence: (article, number) => `s-${article}-${number}`,
    annotation: id => `annotation-${id}`,
    features: annotation => `attributes-${annotation}`,
    review: (article, number) => `review-${article}-${number}`,
    annotator: id => people.get(id),
    label: id => labels.get(id),
  }
}

/** The name of an attribute as a feature. XML has no names that begin with a digit. */
export const featureName = (attribute: string): string =>
  /^\p{N}/u.test(attribute) ? `_${attribute}` : attribute
