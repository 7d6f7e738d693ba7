import { packages } from '../../seed/knowledge.js'
import { emptyGraph, removeFolders } from '../support/build-cairn.js'
import { openShell, type Ended, type Shell } from '../cli/run-cli.js'

let shell: Shell

beforeAll(async () => {
  await emptyGraph()
  shell = await openShell({ CAIRN_WORKERS: '2' })
})

afterAll(async () => {
  await shell.cairn(['down'])
  await emptyGraph()
  removeFolders()
})

async function demo(): Promise<Ended> {
  const ended = await shell.cairn([], { program: 'seed/demo.js' })
  if (ended.exit !== 0) throw new Error(`${ended.out}${ended.err}`)
  return ended
}

const inMinutes = 180_000

test(
  'the demo takes in the installed packages, answers three questions from them and says how to stop',
  async () => {
    const { out } = await demo()

    for (const name of packages)
      expect(out).toMatch(new RegExp(`^npm/${name}@\\S+: .* written`, 'm'))
    const answers = out.split(/^[4-9]\. /m).slice(1)
    expect(answers).toHaveLength(3)
    for (const answer of answers) {
      expect(answer).toMatch(/^ {2}1 {2}\S/m)
      expect(answer).toMatch(
        /^Sources {2}\[1\] [^]*cairn show '?(?:doc|api|trace|lesson|insight):/m
      )
    }
    expect(answers[0]).toContain('neo4j.int')
    expect(out).toContain(`http://127.0.0.1:${shell.port}/graphql`)
    expect(out).toMatch(/Stop it +npx cairn down/)
  },
  inMinutes
)

test(
  'the demo again changes nothing and answers the same',
  async () => {
    const { out } = await demo()
    for (const name of packages)
      expect(out).toMatch(new RegExp(`^npm/${name}@\\S+: nothing changed`, 'm'))
    expect(out.match(/^Sources /gm)).toHaveLength(3)
  },
  inMinutes
)
