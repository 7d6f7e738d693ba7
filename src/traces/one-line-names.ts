import type { CanonicalTrace } from './canonical-trace.js'

/** What a name must not hold: it would begin a line of its own where it is shown, or hide what it says. */
const breaks = /[^\S\n]*[\p{Cc}\p{Zl}\p{Zp}][\s\p{Cc}\p{Zl}\p{Zp}]*/gu
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu

/** The names in a trace, each on one line: of agent, model, libraries, titles, things learned about, and its source. */
export function withOneLineNames(trace: CanonicalTrace): CanonicalTrace {
  const { task, agent, model, libraries, apis, learned, source } = trace
  return {
    ...trace,
    task: { ...task, ...lines({ title: task.title, family: task.family }) },
    agent: {
      ...agent,
      name: line(agent.name).trim() === '' ? 'unnamed' : line(agent.name),
      ...lines({ version: agent.version })
    },
    ...(model === undefined
      ? {}
      : { model: { ...model, name: line(model.name), ...lines({ provider: model.provider }) } }),
    ...(libraries === undefined ? {} : { libraries: libraries.map(line) }),
    ...(apis === undefined ? {} : { apis: apis.map(line) }),
    ...(learned === undefined
      ? {}
      : {
          learned: learned.map((note) => ({
            ...note,
            about: typeof note.about === 'string' ? line(note.about) : note.about.map(line)
          }))
        }),
    ...(source === undefined
      ? {}
      : { source: { ...source, ...lines({ file: source.file, ref: source.ref }) } })
  }
}

function line(text: string): string {
  return text.replace(unseen, '').replace(breaks, ' ')
}

function lines<T extends Record<string, string | undefined>>(said: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, line(value)]]
    )
  ) as Partial<T>
}
