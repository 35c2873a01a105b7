/**
 * What the Web Annotation Data Model says must hold (https://www.w3.org/TR/annotation-model/), as a JSON Schema for tests. Written
 * from the Recommendation's text; the section is named at each part. `unevaluatedProperties` stays open: the model may be extended.
 */
const iri = { type: 'string', format: 'uri' };
const time = { type: 'string', format: 'date-time', pattern: 'Z$' };
const oneOrMore = (schema: object) => ({ anyOf: [schema, { type: 'array', minItems: 1, items: schema }] });
const ofType = (name: string, required: string[], properties: object = {}) => ({
  type: 'object',
  required: ['type', ...required],
  properties: { type: { const: name }, ...properties },
});

/** 3.3.5, the motivations that the model itself has. */
const motivation = oneOrMore({
  enum: [
    'assessing',
    'bookmarking',
    'classifying',
    'commenting',
    'describing',
    'editing',
    'highlighting',
    'identifying',
    'linking',
    'moderating',
    'questioning',
    'replying',
    'tagging',
  ],
});
/** 3.3.2 */
const agent = oneOrMore({
  type: 'object',
  properties: { id: iri, type: { enum: ['Person', 'Organization', 'Software'] }, name: { type: 'string' } },
});
/** 3.3.1 */
const lifecycle = { created: time, modified: time, creator: agent, generator: agent };
/** 4.2.4 and 4.2.5 */
const selector = oneOrMore({
  oneOf: [
    ofType('TextQuoteSelector', ['exact'], {
      exact: { type: 'string', minLength: 1 },
      prefix: { type: 'string' },
      suffix: { type: 'string' },
    }),
    ofType('TextPositionSelector', ['start', 'end'], {
      start: { type: 'integer', minimum: 0 },
      end: { type: 'integer', minimum: 0 },
    }),
  ],
});
/** 4.3.1: a TimeState says at least when, or where a copy is. */
const state = {
  ...ofType('TimeState', [], { sourceDate: time, cached: iri }),
  anyOf: [{ required: ['sourceDate'] }, { required: ['cached'] }],
};
/** 4: exactly one source, an address or a resource that has one. */
const specificResource = ofType('SpecificResource', ['source'], {
  source: { anyOf: [iri, { type: 'object', required: ['id'], properties: { id: iri } }] },
  purpose: motivation,
  selector,
  state,
  ...lifecycle,
});
/** 3.2.4 */
const textualBody = ofType('TextualBody', ['value'], {
  value: { type: 'string' },
  format: { type: 'string', pattern: '^[a-z]+/[a-z.+-]+$' },
  purpose: motivation,
  ...lifecycle,
});
const context = { '@context': { const: 'http://www.w3.org/ns/anno.jsonld' } };
/** 3.1 */
const annotation = {
  type: 'object',
  required: ['@context', 'id', 'type', 'target'],
  properties: {
    ...context,
    id: iri,
    type: { const: 'Annotation' },
    motivation,
    via: iri,
    ...lifecycle,
    body: { type: 'array', minItems: 1, items: { oneOf: [specificResource, textualBody] } },
    target: { type: 'array', minItems: 1, items: specificResource },
  },
  not: { required: ['bodyValue'] },
};
/** 5.2 */
const page = {
  type: 'object',
  required: ['id', 'type', 'items', 'partOf', 'startIndex'],
  properties: {
    id: iri,
    type: { const: 'AnnotationPage' },
    items: { type: 'array', minItems: 1, items: annotation },
    startIndex: { type: 'integer', minimum: 0 },
    partOf: { type: 'object', required: ['id'], properties: { id: iri } },
  },
  not: { required: ['next'] },
};
/** 5.1: `first` wherever there is anything in it. */
export const collectionSchema = {
  type: 'object',
  required: ['@context', 'id', 'type', 'label', 'total'],
  properties: {
    ...context,
    id: iri,
    type: { const: 'AnnotationCollection' },
    label: { type: 'string' },
    total: { type: 'integer', minimum: 0 },
    first: page,
    last: iri,
    ...lifecycle,
  },
  if: { properties: { total: { const: 0 } } },
  else: { required: ['first', 'last'] },
};
