import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { packages } from '../../seed/knowledge.js'
import { adminKey, emptyGraph, removeFolders } from '../support/build-cairn.js'
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

test('the demo takes in the installed packages, answers three questions from them and says how to stop', async () => {
  const { out } = await demo()

  for (const name of packages) expect(out).toMatch(new RegExp(`^npm/${name}@\\S+: .* written`, 'm'))
  const answers = out.split(/^[4-9]\. /m).slice(1)
  expect(answers).toHaveLength(3)
  for (const answer of answers) {
    expect(answer).toMatch(/^ {2}1 {2}\S/m)
    expect(answer).toMatch(/^Sources {2}\[1\] [^]*cairn show '?(?:doc|api|trace|lesson|insight):/m)
  }
  expect(answers[0]).toContain('neo4j.int')
  expect(out).toContain(`http://127.0.0.1:${shell.port}/graphql`)
  expect(out).toMatch(/Stop it +npx cairn down/)
})

test('the demo again changes nothing and answers the same', async () => {
  const { out } = await demo()
  for (const name of packages)
    expect(out).toMatch(new RegExp(`^npm/${name}@\\S+: nothing changed`, 'm'))
  expect(out.match(/^Sources /gm)).toHaveLength(3)
})

/** Nothing of this is documented in the packages of the demo, and nobody tried it. */
const offTopic = [
  'Which wine goes with grilled sardines?',
  'Translate my grandmother’s letter from Latvian',
  'How do I prune an apple tree in winter?',
  'zzgh quorl fnarp',
  'Plan a weekend in Ghent for three people',
  'Drain a Kubernetes node before its kernel is upgraded',
  'Train a gradient boosting classifier on unbalanced classes',
  'Center a div vertically with flexbox',
  'Write a haiku about the first snow',
  'Convert a Word document to PDF with LibreOffice',
  'Interpolate a terrain raster from lidar points',
  'Solder a broken headphone jack',
  'Sign an Android bundle for the Play Store',
  'What is the boiling point of ethanol at 2000 metres?',
  'Rebase my branch and drop the third commit'
]

async function byGraphql(question: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${String(shell.port)}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'query ($q: String!) { recommend(question: $q) { answer items { title } } }',
      variables: { q: question }
    })
  })
  const { data } = (await answer.json()) as {
    data: { recommend: { answer: string; items: { title: string }[] } }
  }
  return [data.recommend.answer, ...data.recommend.items.map(({ title }) => title)].join('\n')
}

async function byMcp(client: Client, question: string): Promise<string> {
  const call = { name: 'recommend', arguments: { task: question } }
  const { content } = await client.callTool(call)
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('\n')
}

async function byHook(question: string): Promise<string> {
  const input = JSON.stringify({
    session_id: 'off-topic',
    cwd: shell.home,
    hook_event_name: 'UserPromptSubmit',
    prompt: question
  })
  return (await shell.cairn(['hook', 'UserPromptSubmit', '--patience', '20000'], { input })).out
}

test('what has nothing to do with anything held gets one line by GraphQL, MCP and the command line, and nothing by the hook', async () => {
  const url = new URL(`http://127.0.0.1:${String(shell.port)}/mcp`)
  const requestInit = { headers: { authorization: `Bearer ${adminKey}` } }
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit }))
  const oneLine = /^Nothing here fits[^\n]*$/
  const askEverywhere = async (question: string) => {
    const { out } = await shell.cairn(['recommend', question])
    // The shell of the tests has no encoder, which every answer says.
    const printed = out.replace(/^Only words are compared[^]*/m, '').trim()
    const said = [await byGraphql(question), await byMcp(client, question), printed]
    expect([question, ...said, await byHook(question)]).toEqual([
      question,
      ...said.map((): unknown => expect.stringMatching(oneLine)),
      ''
    ])
  }
  for (let at = 0; at < offTopic.length; at += 5)
    await Promise.all(offTopic.slice(at, at + 5).map(askEverywhere))
  await client.close()
})
