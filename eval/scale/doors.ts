import { ask } from '../backup/writers.js'
import type { WhatToAsk } from './what-to-ask.js'

/** Where a Cairn answers. */
export interface Served {
  readonly url: string
  readonly key: string
}

/** Something that somebody waits for, asked over HTTP as agents and pages ask it. */
export interface Door {
  readonly name: string
  /** @throws Error with the first refusal */
  ask(i: number): Promise<unknown>
}

/** Every door that the issue of scale names, beside an empty request. */
export function doorsOf(served: Served, what: WhatToAsk): Door[] {
  const door = (
    name: string,
    query: string,
    variables: (i: number) => Readonly<Record<string, unknown>> = () => ({})
  ): Door => ({ name, ask: (i) => ask(asRunning(served), query, variables(i)) })
  const api = (i: number) => what.apis[(i * 13) % what.apis.length]
  return [
    door('HTTP alone', 'query { __typename }'),
    door('recommend', recommendQuery, (i) => ({ q: what.question(i) })),
    door('search', 'query ($q: String!) { search(question: $q) { id title } }', (i) => ({
      q: what.question(i + 1)
    })),
    door(
      'resolve_error',
      'query ($text: String!) { resolveError(text: $text) { id resolved attempts { trace code } } }',
      (i) => ({ text: what.errorText(i) })
    ),
    door('notes', 'query ($of: String!) { fieldNotes(of: $of) { id text } }', (i) => ({
      of: api(i)?.name ?? ''
    })),
    door('next_step', 'query ($code: String) { nextStep(code: $code) { __typename } }', (i) => ({
      code: `# ${what.task(i).text}\ncase = ${i}`
    })),
    door(
      'neighbourhood',
      'query ($id: ID!) { neighborhood(id: $id) { nodes { id title } edges { from to } } }',
      (i) => ({ id: api(i)?.id ?? '' })
    ),
    door(
      'review queue',
      'query { reviewQueue(filter: {}, first: 20) { totalCount nodes { id title } } }'
    ),
    door('Answers', 'query { recommendations(first: 20) { totalCount nodes { id } } }'),
    door('Attempts', 'query { traces(first: 20) { totalCount nodes { id } } }'),
    door('libraries', 'query { libraries { key docs apis } }'),
    door('Overview', 'query { overview(range: week) { __typename } }'),
    door(
      'Health',
      'query { health { orphans { what count } missingVectors { what count } openGaps { count } neverUsedInsights { count } } }'
    ),
    door('status', 'query { status { nodes { name count } edges { name count } } }')
  ]
}

export const recommendQuery =
  'mutation ($q: String!) { recommend(question: $q) { id answer citations { number } } }'

/** What `ask` of the backup's writers needs of a Cairn. */
export function asRunning({ url, key }: Served) {
  return { url, key, pid: 0, shell: {}, stop: () => Promise.resolve() }
}
