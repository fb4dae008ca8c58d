/**
 * Names of features. They have to be identifiers in Java and in Python and names in every edition of XML 1.0, and
 * the ids of attributes need not be. `attributed-to` becomes `attributed_to`; an id that this would not give back,
 * or that has a meaning already, is spelt: `snake_case` becomes `x_snake_5f_case`.
 */

const PLAIN = /^(?!x-)[A-Za-zÀ-ÖØ-öø-ıА-яЁёЄєІіЇїҐґ][A-Za-zÀ-ÖØ-öø-ıА-яЁёЄєІіЇїҐґ0-9-]*$/

/** Features of the layer `Assay` and of all annotations, and the keywords of Python, where features are fields. */
const TAKEN = new Set(
  `sofa begin end label annotator annotatorId note created updated identifier xmiID type self
  False None True and as assert async await break class continue def del elif else except finally for from global
  if import in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/),
)

/** The feature for an attribute. */
export function featureName(id: string): string {
  if (PLAIN.test(id) && !TAKEN.has(id)) return id.replaceAll('-', '_')
  return `x_${id.replace(/[^A-Za-z0-9]/gu, character => `_${character.codePointAt(0)?.toString(16)}_`)}`
}

/** The attribute for a feature: the inverse of `featureName`. */
export function attributeIdOf(feature: string): string {
  if (!feature.startsWith('x_')) return feature.replaceAll('_', '-')
  return feature
    .slice(2)
    .replace(/_([0-9a-f]{1,5})_/g, (_, hexadecimal: string) =>
      String.fromCodePoint(Number.parseInt(hexadecimal, 16)),
    )
}
