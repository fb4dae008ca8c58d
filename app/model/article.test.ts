import { expect, test } from 'vitest'
import { articleId } from './article.ts'

test('an article id is a UUID of version 8 made of the hash of the text', () => {
  const id = articleId('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(id).toBe('ba7816bf-8f01-8fea-8141-40de5dae2223')
})
