import { redact } from '../../src/domain/redact.js'
import { plantedSecrets, tellingParts } from './planted-secrets.js'

const planted = plantedSecrets(20_261)

/** A run of a secret that is long enough to be found again in a text. */
function pieces(part: string): string[] {
  return part.length < 16 ? [part] : [part.slice(0, 16), part.slice(-16)]
}

const secretOf = (kind: string) => {
  const found = planted.find((item) => item.kind === kind)
  if (found === undefined) throw new Error(`no planted secret of kind ${kind}`)
  return found.secret
}

test('at least 220 secrets of at least 22 kinds are planted', () => {
  expect(planted.length).toBeGreaterThanOrEqual(220)
  expect(new Set(planted.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(22)
})

test('no planted secret survives, whatever it stands in', () => {
  const survivors = planted.filter((item) => {
    const { text } = redact(item.text)
    const readable = `${text}\n${decodeURIComponent(text.replace(/%(?![0-9A-F]{2})/g, ''))}`
    return tellingParts(item)
      .flatMap((part) => pieces(part))
      .some((piece) => readable.includes(piece))
  })
  expect(survivors.map(({ kind, context }) => `${kind} in ${context}`)).toEqual([])
})

test('what surrounds a secret stays', () => {
  const { text, redactions } = redact(`a = 1\nurl = "${secretOf('postgres')}"\nb = 2`)
  expect(text).toBe(
    'a = 1\nurl = "postgresql://app:<redacted:database-url>@db.internal:5432/app"\nb = 2'
  )
  expect(redactions).toEqual([{ kind: 'database-url', count: 1 }])
})

test('redacting twice changes nothing and finds nothing', () => {
  for (const { text } of planted) {
    const once = redact(text)
    expect(redact(once.text)).toEqual({ text: once.text, redactions: [] })
  }
})

test('JSON stays JSON without its secrets, also inside JSON', () => {
  for (const { text, context } of planted) {
    const wrapped = JSON.stringify({ log: JSON.stringify({ text }) })
    const outer = JSON.parse(redact(wrapped).text) as { log: string }
    expect(JSON.parse(outer.log)).toHaveProperty('text')
    if (context.startsWith('JSON')) expect(typeof JSON.parse(redact(text).text)).toBe('object')
  }
})

test('all secrets at once are gone and counted', () => {
  const { text, redactions } = redact(planted.map((item) => item.text).join('\n\n'))
  expect(redactions.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(
    planted.length
  )
  const left = planted.filter((item) =>
    tellingParts(item).some((part) => text.includes(part.slice(0, 16)))
  )
  expect(left).toEqual([])
})

test.each([
  ['without its end', (key: string) => key.split('\n').slice(0, -2).join('\n')],
  ['without its beginning', (key: string) => key.split('\n').slice(2).join('\n')],
  ['cut inside a line', (key: string) => key.slice(0, 200)],
  ['with escaped line breaks', (key: string) => `{"key": "${key.replaceAll('\n', '\\n')}"}`],
  ['escaped twice', (key: string) => JSON.stringify(JSON.stringify(JSON.stringify({ key })))],
  ['with line numbers', (key: string) => key.replace(/^/gm, '   12\t')],
  ['as quoted lines of code', (key: string) => key.replace(/^(.*)$/gm, '    "$1\\n" +')],
  ['escaped and without its end', (key: string) => JSON.stringify(key).slice(0, 300)]
])('a private key %s is taken out', (_, change) => {
  const lines = secretOf('private-key').split('\n')
  const { text } = redact(`before\n${change(lines.join('\n'))}\nafter, as it was`)
  for (const line of lines.slice(1, -1)) expect(text).not.toContain(line.slice(0, 16))
  expect(text).toMatch(/^before\n/)
  expect(text).toContain('after, as it was')
})

test.each([
  ['a flag', (secret: string) => `deploy --token ${secret} --verbose`],
  ['a bearer header', (secret: string) => `curl -H 'Authorization: Bearer ${secret}' https://a.b`],
  ['a basic header', (secret: string) => `Authorization: Basic ${secret}`],
  ['a curl user', (secret: string) => `curl -s -u admin:${secret} https://a.b/c`],
  ['a tag', (secret: string) => `<password>${secret}</password>`],
  ['a call', (secret: string) => `os.environ.setdefault("SERVICE_TOKEN", "${secret}")`],
  ['a typed field', (secret: string) => `api_key: str = "${secret}"`],
  ['.npmrc', (secret: string) => `//registry.npmjs.org/:_authToken=${secret}`],
  ['a MySQL command', (secret: string) => `mysql -u root -p${secret} shop`],
  ['a signed URL', (secret: string) => `https://x.blob.core.windows.net/a?sv=1&sig=${secret}%3D`]
])('a secret in %s is taken out', (_, place) => {
  const secret = secretOf('generic-api-key')
  expect(redact(place(secret)).text).not.toContain(secret.slice(0, 16))
})

test('a comment that tells secretlint to look away is not obeyed', () => {
  const secret = secretOf('github-classic')
  expect(redact(`/* secretlint-disable */\nx = ${secret}`).text).not.toContain(secret)
})

test.each([
  'token = tokenizer.encode(text)[0]',
  'password = getpass.getpass("Password: ")',
  'api_key = os.environ["OPENAI_API_KEY"]',
  'DB_PASSWORD=${DB_PASSWORD}',
  'password: your-password-here',
  'postgres://user:password@localhost/db',
  'https://user:<password>@host.example/x',
  'key = "user_profile_2"',
  'next_token = logits.argmax(dim=-1)',
  'secret_key_base: "<%= ENV[\'KEY\'] %>"',
  'commit 3f2a91c04be7d5518a60f93c2b7de4a1908f6c35',
  'uuid = "0b9c1f5e-2f51-4d0e-9a4e-33f2b1f0a001"',
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4',
  'class="sk-toggleable__label sk-toggleable__label-arrow"',
  'if "-----BEGIN PRIVATE KEY-----" in text:\n    raise ValueError("a key")',
  'sort_key=lambda item: item.created_at_2024',
  'pad_token="<|endoftext|>", eos_token="</s>"',
  'tokens = ["alpha1", "beta2"]',
  '"minipass": "^5.0.0 || ^6.0.2 || ^7.0.0"',
  'process.env.npm_config_shop_runtime_node_install_all',
  'Bearer authentication-is-described-below',
  "redact: { paths: ['password', '*.password', 'user.password'] }"
])('%j is no secret', (text) => {
  expect(redact(text)).toEqual({ text, redactions: [] })
})

test('homes and e-mail addresses go only when asked', () => {
  const text = 'File "/home/jane/a.py", C:\\Users\\jane\\b.py, mail jane.doe@corp.io'
  expect(redact(text).text).toBe(text)
  expect(redact(text, { homes: true, emails: true })).toEqual({
    text: 'File "/home/<redacted:home>/a.py", C:\\Users\\<redacted:home>\\b.py, mail <redacted:email>',
    redactions: [
      { kind: 'email', count: 1 },
      { kind: 'home', count: 2 }
    ]
  })
})

test.each([
  ['code', 'df = frame.groupby("a").agg({"b": "sum"})  # as before\n'],
  ['openings of URLs', 'https://a:'],
  ['backslashes', '\\\\'],
  ['openings of keys', `${'-'.repeat(5)}BEGIN RSA PRIVATE KEY${'-'.repeat(5)}\n`],
  ['ends of keys', `${'-'.repeat(5)}END RSA PRIVATE KEY${'-'.repeat(5)}\n`],
  ['assignments', 'password="'],
  ['names', 'aws_secret_'],
  ['percent signs', '%25'],
  ['one letter', 'a'],
  ['token openings', 'eyJ'],
  ['curl', 'curl -u '],
  ['markers', '<redacted:password> '],
  ['dots', 'a.'],
  ['spaces', ' ']
])('ten times as many characters of %s take about ten times as long', (_, unit) => {
  const took = (characters: number) => {
    const text = unit.repeat(Math.ceil(characters / unit.length))
    const started = process.cpuUsage()
    redact(text, { homes: true, emails: true })
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1_000
  }
  // Backtracking would take a hundred times as long, each time; milliseconds of the processor's, as machines are shared.
  const short = Math.max(5, took(20_000), took(20_000))
  expect(Math.min(took(200_000), took(200_000))).toBeLessThan(30 * short)
})
