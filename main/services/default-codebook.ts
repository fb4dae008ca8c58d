import type { Codebook } from '#app/model/codebook'
import { readyCodebook } from './ready-codebooks.ts'

/** Fact, pledge, claim and opinion: what a project begins with where nothing else is given. */
export const defaultCodebook = (): Codebook => readyCodebook('default')
