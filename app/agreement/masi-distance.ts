/**
 * The distance of two sets of labels, 0 to 1: one less the share of labels they have in common (Jaccard), less
 * again where neither set holds the other (Passonneau 2006). Two empty sets are equal. As a
 * difference for Krippendorff's alpha: `byDistance(sets, masiDistance)`.
 *
 * NLTK rounds the factors 2/3 and 1/3 to .67 and .33; DKPro weighs the distance instead of the likeness.
 * Both give other figures than the paper.
 *
 * @param a labels, each once, in any order
 */
export function masiDistance(a: readonly string[], b: readonly string[]): number {
  const others = new Set(b)
  const common = a.filter(label => others.has(label)).length
  const union = a.length + b.length - common
  if (union === 0) return 0
  return 1 - (common / union) * monotonicity(a.length, b.length, common)
}

/** 1 for equal sets, 2/3 where one holds the other, 1/3 where they only meet, 0 where they do not. */
function monotonicity(a: number, b: number, common: number): number {
  if (common === 0) return 0
  if (common === a && common === b) return 1
  return common === a || common === b ? 2 / 3 : 1 / 3
}
