/** What things are called in JSON-LD. */

const ASSAY = 'urn:x-assay:'

/**
 * The context of the Web Annotation vocabulary, and the terms that Assay adds to it. What has no term, such as the
 * codebook, is there for programs that read JSON; to those that read RDF it does not exist. Nothing needs JSON-LD 1.1.
 */
export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    assay: ASSAY,
    articles: 'assay:article',
    title: 'dcterms:title',
    author: 'dc:creator',
    publisher: 'dc:publisher',
    published: 'dc:date',
    url: 'schema:url',
    sentences: 'assay:sentence',
    reviews: 'assay:review',
    judgement: 'assay:judgement',
    attribute: 'assay:attribute',
    mention: 'assay:mention',
  },
]

/** The program, as an agent. */
export const APPLICATION = `${ASSAY}application`

const UUID = 'urn:uuid:'

export const uuidIri = (id: string): string => `${UUID}${id}`

/** The UUID that an IRI names; undefined for other IRIs. */
export const uuidIn = (iri: string | undefined): string | undefined =>
  /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(iri ?? '')?.[1]?.toLowerCase()

const LABEL = `${ASSAY}label:`

export const labelIri = (id: string): string => `${LABEL}${id}`

/** The label of Assay that an IRI names; undefined for other IRIs. */
export const labelIn = (iri: string): string | undefined =>
  iri.startsWith(LABEL) ? iri.slice(LABEL.length) : undefined
