import { annotatorNames } from '../model/annotator.ts'
import { articleOf } from './brat/read-article.ts'
import { type Conf, NO_CONF, readConf } from './brat/read-conf.ts'
import { typeNamesOf } from './brat/type-names.ts'
import { annOf } from './brat/write-article.ts'
import { annotationConf, visualConf } from './brat/write-conf.ts'
import type { Format, GivenFile } from './format.ts'
import type { ReadArticle, ReadAttribute, ReadCorpus, ReadLabel } from './read-corpus.ts'

/** brat standoff: for each article a text and its annotations, and the collection's configuration. */
export const brat: Format = {
  id: 'brat',
  name: 'brat standoff',
  description: 'A text and a file of annotations for each article, with the configuration, for brat.',
  extension: 'zip',
  packaging: 'folder',
  offsets: 'code points',
  losses: [],
  *write({ codebook, annotators, articles }) {
    const types = typeNamesOf(codebook)
    const names = annotatorNames(annotators)
    yield { path: 'annotation.conf', content: annotationConf(codebook, types) }
    yield { path: 'visual.conf', content: visualConf(codebook, types) }
    for (const one of articles) {
      yield { path: `${one.article.id}.txt`, content: [one.text] }
      yield { path: `${one.article.id}.ann`, content: annOf(one, types, names) }
    }
  },
  read: {
    recognises: files => {
      const texts = new Set(files.filter(isText).map(stemOf))
      return files.some(file => isAnn(file) && texts.has(stemOf(file)))
    },
    read,
  },
}

const isAnn = ({ path }: GivenFile): boolean => /\.ann$/i.test(path)
const isText = ({ path }: GivenFile): boolean => /\.txt$/i.test(path)
const stemOf = ({ path }: GivenFile): string => path.slice(0, -4)

/** The texts that have annotations beside them. A text without, such as a README, is none of the collection. */
function read(files: readonly GivenFile[]): ReadCorpus {
  const confOf = confsIn(files)
  const labels = new Map<string, ReadLabel>()
  const attributes = new Map<string, ReadAttribute>()
  for (const { path } of files.filter(({ path }) => baseOf(path) === 'annotation.conf')) {
    const conf = confOf(folderOf(path))
    for (const label of conf.labels.values()) if (!labels.has(label.id)) labels.set(label.id, label)
    for (const { valueOf: _, ...one } of conf.attributes.values())
      if (!attributes.has(one.id)) attributes.set(one.id, one)
  }
  function* articles(): Generator<ReadArticle> {
    const texts = new Map(files.filter(isText).map(file => [stemOf(file), file]))
    for (const ann of files.filter(isAnn)) {
      const text = texts.get(stemOf(ann))
      if (text) yield articleOf(baseOf(stemOf(ann)), text, ann, confOf(folderOf(ann.path)))
    }
  }
  return { labels: [...labels.values()], attributes: [...attributes.values()], articles: articles() }
}

/** The configuration that holds for a folder: each file of it from the nearest folder above that has one. */
function confsIn(files: readonly GivenFile[]): (folder: string) => Conf {
  const byPath = new Map(files.filter(({ path }) => path.endsWith('.conf')).map(file => [file.path, file]))
  const nearest = (folder: string, name: string): GivenFile | undefined => {
    for (let at = folder; ; at = folderOf(at.slice(0, -1))) {
      const found = byPath.get(at + name)
      if (found || at === '') return found
    }
  }
  const confs = new Map<string, Conf>()
  return folder => {
    const known = confs.get(folder)
    if (known) return known
    const annotation = nearest(folder, 'annotation.conf')
    const conf = annotation ? readConf(annotation, nearest(folder, 'visual.conf')) : NO_CONF
    confs.set(folder, conf)
    return conf
  }
}

/** The folder of a path, with a slash at its end; '' at the top. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
