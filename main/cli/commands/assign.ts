import { mkdirSync } from 'node:fs'
import { Refusal } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import { DealingTerms, MOST_RECIPIENTS, SecondReadingTerms } from '#app/model/dealing'
import { type DealingPlan, dealArticles, planDealing, type Recipient } from '#main/assign/deal-articles'
import { openLayers } from '#main/assign/open-layers'
import { dealSecondReading, planSecondReading } from '#main/assign/second-reading'
import { type StartFile, startersOf, startPaths, writeStartFile } from '#main/assign/start-files'
import { diskRefusal } from '#main/store/disk'
import type { Store } from '#main/store/store'
import { asName, type Call, type Command, optionOf, optionsOf, word } from '../command.ts'
import { count } from '../count.ts'
import { annotatorNamed, localAnnotator, localKey, withProject } from '../project.ts'

export const assign: Command = {
  name: 'assign',
  usage:
    'P.assay [--to NAME…] [--each N] [--overlap 20%] [--overlap-to N] [--balance articles|sentences] [--stratify source|language] [--seed N] [--blind] [--out FOLDER|FILE.assay.jsonl[.gz]] [--dry-run] | P.assay --again 10% [--to NAME…] [--stratify source|language] [--seed N] [--out …] [--dry-run] | P.assay --open',
  summary:
    'deals what nobody has yet out to annotators, known or new, and writes what each of them starts with, or one file for all; without --to only writes the files, as the project stands; --again deals a part of each annotator’s articles to them a second time; --open opens the layers of what you dealt blind',
  words: [1, Number.POSITIVE_INFINITY],
  options: {
    to: { type: 'string', multiple: true },
    each: { type: 'string' },
    overlap: { type: 'string' },
    'overlap-to': { type: 'string' },
    balance: { type: 'string' },
    stratify: { type: 'string' },
    seed: { type: 'string' },
    blind: { type: 'boolean' },
    out: { type: 'string' },
    'dry-run': { type: 'boolean' },
    again: { type: 'string' },
    open: { type: 'boolean' },
  },
  run(call) {
    const out = optionOf(call, 'out')
    return withProject(word(call, 0), async store => {
      if (call.options.open === true) return open(call, store)
      const again = optionOf(call, 'again')
      if (again !== undefined) return dealAgain(call, store, again, out)
      const anew = optionsOf(call, 'to').length === 0 && call.words.length === 1 && out !== undefined
      if (anew) return writeAnew(call, store, out)
      const by = localAnnotator(store)
      const [blind, dryRun] = [call.options.blind === true, call.options['dry-run'] === true]
      const terms = termsFrom(call)
      const plan = planDealing(store, recipientsFrom(call, store), terms)
      if (!dryRun) {
        store.introduce(by.id, by.name)
        dealArticles(store, plan, { by: by.id, terms, blind, at: new Date().toISOString() })
      }
      const annotators = plan.recipients.map(({ annotator }) => annotator)
      const files = dryRun || out === undefined ? [] : await writeFiles(store, annotators, out, blind)
      for (const line of [...describe(plan, dryRun), ...files.map(written)]) call.output.line(line)
      call.output.value({ dealt: !dryRun, blind, terms, ...asJson(plan), files })
      return true
    })
  },
}

/** Deals a part of what annotators have to them a second time: to all, or to those who are named. */
async function dealAgain(call: Call, store: Store, again: string, out: string | undefined): Promise<boolean> {
  const by = localAnnotator(store)
  const dryRun = call.options['dry-run'] === true
  const names = namesFrom(call)
  const terms = SecondReadingTerms.safeParse({
    part: partFrom(again),
    stratify: optionOf(call, 'stratify') ?? 'none',
    seed: numberOf(call, 'seed', 1),
  })
  if (!terms.success) throw notThat(call, terms.error.issues[0]?.path[0])
  const annotators = names.length === 0 ? null : names.map(name => annotatorNamed(store, name))
  const plan = planSecondReading(store, annotators, terms.data)
  if (!dryRun) {
    store.introduce(by.id, by.name)
    dealSecondReading(store, plan, { by: by.id, at: new Date().toISOString() })
  }
  const { blind } = startersOf(store)
  const readers = plan.readers.map(({ annotator }) => annotator)
  const files = dryRun || out === undefined ? [] : await writeFiles(store, readers, out, blind)
  for (const { annotator, of, articles } of plan.readers)
    call.output.line(
      `${annotator.name} ${dryRun ? 'would read' : 'reads'} ${articles.length} of ${count(of, 'article')} a second time`,
    )
  for (const file of files) call.output.line(written(file))
  call.output.value({
    ...{ dealt: !dryRun, terms: terms.data, files },
    readers: plan.readers.map(({ annotator, of, articles }) => ({
      ...{ annotator, of },
      articles: articles.map(({ id }) => id),
    })),
  })
  return true
}

function open(call: Call, store: Store): boolean {
  const at = new Date().toISOString()
  openLayers(store, localAnnotator(store).id, at)
  call.output.line('Opened the layers. Share the project, and they are open for everybody.')
  call.output.value({ opened: at })
  return true
}

/** Without anybody to deal to: the files of all to whom articles are dealt, as the project stands now. */
async function writeAnew(call: Call, store: Store, out: string): Promise<boolean> {
  const { annotators, blind } = startersOf(store)
  if (annotators.length === 0)
    throw new Refusal('not-found', 'Nothing is dealt to anybody yet. Say to whom: --to NAME.')
  const files = await writeFiles(store, annotators, out, blind)
  for (const file of files) call.output.line(written(file))
  call.output.value({ dealt: false, blind, annotators, files })
  return true
}

/** Names after the first `--to` need no other: `--to Anna Borys`. */
const namesFrom = (call: Call): string[] =>
  [...optionsOf(call, 'to'), ...call.words.slice(1)].map(given => asName(given, 'to'))

function recipientsFrom(call: Call, store: Store): Recipient[] {
  const names = namesFrom(call)
  if (names.length === 0)
    throw new Refusal('invalid-input', 'Say to whom: --to NAME, once for each annotator.')
  return names.map(name => {
    const bearers = store.tables.annotator.all().filter(one => one.name === name || one.id === name)
    return bearers.length === 0 ? { name } : annotatorNamed(store, name)
  })
}

function termsFrom(call: Call): DealingTerms {
  const terms = DealingTerms.safeParse({
    each: numberOf(call, 'each', 1),
    overlap: partFrom(optionOf(call, 'overlap') ?? '0%'),
    overlapTo: optionOf(call, 'overlap-to') === undefined ? null : numberOf(call, 'overlap-to', 2),
    balance: optionOf(call, 'balance') ?? 'articles',
    stratify: optionOf(call, 'stratify') ?? 'none',
    seed: numberOf(call, 'seed', 1),
  })
  if (terms.success) return terms.data
  throw notThat(call, terms.error.issues[0]?.path[0])
}

/** A whole number; not a number where something else is given. */
function numberOf(call: Call, option: string, otherwise: number): number {
  const given = optionOf(call, option)
  return given === undefined ? otherwise : /^\d+$/.test(given) ? Number(given) : Number.NaN
}

/** @param term what of the terms is not as it should be */
function notThat(call: Call, term: PropertyKey | undefined): Refusal {
  const [option, values] = TAKEN[String(term)] ?? ['terms', 'others']
  return new Refusal('invalid-input', `--${option} takes ${values}, not “${optionOf(call, option) ?? ''}”.`)
}

/** The option of each of the terms, and what it takes. */
const TAKEN: Readonly<Record<string, readonly [option: string, values: string]>> = {
  each: ['each', `a number from 1 to ${MOST_RECIPIENTS}`],
  overlap: ['overlap', 'a part of the articles from 0% to 100%'],
  overlapTo: ['overlap-to', `a number from 2 to ${MOST_RECIPIENTS}`],
  balance: ['balance', 'articles or sentences'],
  stratify: ['stratify', 'source or language'],
  seed: ['seed', 'a number from 0 to 4294967295'],
  part: ['again', 'a part of the articles above 0% and up to 100%'],
}

/** `20%`, or `0.2`. */
function partFrom(given: string): number {
  const [, percent] = /^(\d+(?:\.\d+)?)\s*%$/.exec(given) ?? []
  if (percent !== undefined) return Number(percent) / 100
  return /^[01](\.\d+)?$/.test(given) ? Number(given) : Number.NaN
}

/** One file for each, or, where a file is named, one for all. */
async function writeFiles(
  store: Store,
  annotators: readonly Annotator[],
  out: string,
  blind: boolean,
): Promise<StartFile[]> {
  const [by, key] = [localAnnotator(store), await localKey()]
  if (/\.jsonl(\.gz)?$/i.test(out))
    return [await writeStartFile(store, { by, of: annotators.map(({ id }) => id), blind, key }, out)]
  const files: StartFile[] = []
  makeFolder(out)
  for (const [place, path] of startPaths(out, store.tables.project.only().name, annotators).entries()) {
    const annotator = annotators[place]
    if (annotator) files.push(await writeStartFile(store, { by, of: [annotator.id], blind, key }, path))
  }
  return files
}

function describe({ deals, recipients }: DealingPlan, dryRun: boolean): string[] {
  const overlap = deals.filter(one => one.overlap).length
  return [
    `${dryRun ? 'Would deal' : 'Dealt'} ${count(deals.length, 'article')} to ${count(recipients.length, 'annotator')}, ${overlap} of them to several for agreement`,
    ...recipients.map(
      ({ annotator, isNew, articles, sentences, overlap }) =>
        `  ${annotator.name}${isNew ? ' (new)' : ''}: ${count(articles, 'article')}, ${count(sentences, 'sentence')}, ${overlap} of the overlap`,
    ),
  ]
}

const written = ({ path, articles }: StartFile): string => `Wrote ${path}: ${count(articles, 'article')}`

const asJson = ({ deals, recipients }: DealingPlan) => ({
  annotators: recipients,
  deals: deals.map(({ article, to, overlap }) => ({
    article: article.id,
    overlap,
    to: to.map(place => recipients[place]?.annotator.id),
  })),
})

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw diskRefusal(error, path) ?? error
  }
}
