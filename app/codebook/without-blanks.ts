import type { Codebook } from '../model/codebook.ts'

/** A codebook as it is kept: without the empty examples and choices, and the spaces around names, that writing leaves. */
export const withoutBlanks = ({ labels, attributes }: Codebook): Codebook => ({
  labels: labels.map(one => ({
    ...one,
    name: one.name.trim().slice(0, 100).trim(),
    examples: given(one.examples),
    counterexamples: given(one.counterexamples),
  })),
  attributes: attributes.map(one => ({
    ...one,
    name: one.name.trim().slice(0, 100).trim(),
    choices: [...new Set(given(one.choices))],
  })),
})

const given = (texts: readonly string[]): string[] => texts.map(text => text.trim()).filter(Boolean)
