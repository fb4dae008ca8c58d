import { Codebook } from '#app/model/codebook'
import codebook from '../../resources/codebook.json' with { type: 'json' }

/** Fact, pledge, claim and opinion: what a project begins with where nothing else is given. */
export const defaultCodebook = (): Codebook => Codebook.parse(codebook)
