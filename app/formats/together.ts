/**
 * Some annotation tools keep one corpus in many files that mean nothing alone: brat a text and its annotations,
 * UIMA a document and its type system. Such files are read together, as one archive.
 */

/** Endings of files that are looked for in a folder because others need them. */
export const COMPANION_ENDINGS: readonly string[] = ['ann', 'conf', 'xmi']

export interface Together<T> {
  /** Files that are read by themselves. */
  readonly alone: readonly T[]
  /** Corpora of several files. */
  readonly corpora: readonly (readonly T[])[]
}

/** Divides files by whether they are read alone. A `.conf` without a corpus is left out. */
export function together<T>(files: readonly T[], pathOf: (file: T) => string): Together<T> {
  const stems = new Set(files.map(pathOf).filter(isBrat).map(stemOf))
  const hasXmi = files.some(file => isXmi(pathOf(file)))
  const brat: T[] = []
  const uima: T[] = []
  const alone: T[] = []
  for (const file of files) {
    const path = pathOf(file)
    if (stems.has(stemOf(path)) && /\.(?:ann|txt)$/i.test(path)) brat.push(file)
    else if (/\.conf$/i.test(path)) {
      if (stems.size > 0) brat.push(file)
    } else if (hasXmi && (isXmi(path) || /typesystem[^/\\]*\.xml$/i.test(path))) uima.push(file)
    else alone.push(file)
  }
  return { alone, corpora: [brat, uima].filter(corpus => corpus.length > 0) }
}

const isBrat = (path: string): boolean => /\.ann$/i.test(path)
const isXmi = (path: string): boolean => /\.xmi$/i.test(path)
const stemOf = (path: string): string => path.replace(/\.[^./\\]+$/, '')
