import { expect, test } from 'vitest'
import { type Annotator, toldApart } from './annotator.ts'
import { AnnotatorId } from './ids.ts'

const named = (name: string, end: string): Annotator => ({
  id: AnnotatorId.parse(`01900000-0000-7000-8000-000000${end}`),
  name,
})

test('annotators who bear one name are told apart, and nobody else is called otherwise', () => {
  const annotators = [named('Anna', '00000a'), named('Borys', '00000b'), named('Anna', '00000c')]
  expect(toldApart(annotators).map(({ name }) => name)).toEqual(['Anna (00000a)', 'Borys', 'Anna (00000c)'])
  expect(toldApart(annotators).map(({ id }) => id)).toEqual(annotators.map(({ id }) => id))
})
