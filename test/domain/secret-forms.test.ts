import { expectLinear } from '../support/linear-time.js'
import { redact } from '../../src/domain/redact.js'
import { isLeft, secretForms } from './secret-forms.js'

const seeds = [1, 20_262, 777]

test('at least 200 forms in which people leave secrets are tried', () => {
  expect(secretForms(1).length).toBeGreaterThanOrEqual(200)
})

test.each(seeds)('no secret survives in the form in which people leave it (seed %i)', (seed) => {
  const survivors = secretForms(seed).filter((form) => isLeft(form, redact(form.text).text))
  expect(survivors.map(({ kind, form, text }) => `${kind}, ${form}: ${text}`)).toEqual([])
})

test('redacting twice changes nothing in any form', () => {
  for (const { text } of secretForms(3)) {
    const once = redact(text)
    expect(redact(once.text)).toEqual({ text: once.text, redactions: [] })
  }
})

test('forms side by side in one text are found as well as alone', () => {
  const forms = secretForms(5)
  const { text } = redact(forms.map((form) => form.text).join('\n\n---\n\n'))
  const left = forms.filter((form) => text.includes(form.secret))
  expect(left.map(({ kind, form }) => `${kind}, ${form}`)).toEqual([])
})

test('what surrounds a secret stays, also where it was split or encoded', () => {
  const encoded = Buffer.from('DB_PASSWORD=Krumb42!xyz').toString('base64')
  expect(redact(`a: 1\nblob: ${encoded}\nb: 2`).text).toBe(
    'a: 1\nblob: <redacted:encoded-secret>\nb: 2'
  )
  expect(redact('curl -u ci:Krumb42!xyz https://h/x').text).toBe(
    'curl -u ci:<redacted:command-password> https://h/x'
  )
  expect(redact('Cookie: theme=dark; sid=a1B2c3D4e5F6g7H8; lang=de').text).toBe(
    'Cookie: theme=dark; sid=<redacted:session-cookie>; lang=de'
  )
})

test.each([
  'curl -u user:password https://h/x',
  'curl -u "$USER:$TOKEN" https://h',
  'docker login -u bob -p $REGISTRY_PASSWORD r.internal',
  'docker login --password-stdin < file',
  'mysql -u root -p shop',
  'mysql --protocol=tcp -h db',
  'sshpass -p <password> ssh h',
  'redis-cli -h cache ping',
  'psql postgresql://user:password@localhost/db',
  'auth=("user", "password")',
  'neo4j.auth.basic("neo4j", "password")',
  'NEO4J_AUTH=neo4j/password',
  'NEO4J_AUTH=none',
  'ENV API_SECRET $SECRET',
  'ENV NODE_VERSION 20.11.0',
  'machine h login u password <your-password>',
  'localhost:5432:app:bob:password',
  'src/a.ts:12:5:error',
  'variable "db_password" {\n  type = string\n}',
  '<add key="Password" value="" />',
  '<input type="password" name="password" value="">',
  'password: string',
  'password: str = Field(min_length=8)',
  'passwordField: PasswordInput',
  '  password: required,',
  '"forgotPassword": "Forgot your password?"',
  'The password is stored as a hash.',
  'The password is base64-encoded.',
  'a password of at least 12 characters',
  'the token is passed on to the parser',
  'sortKey: "created_at"',
  'const cacheKey = `user:${id}`',
  'Set-Cookie: theme=dark; Path=/; Max-Age=31536000',
  'Cookie: lang=de; consent=yes',
  'integrity sha512-Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4==',
  'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4',
  'echo "a:b" | tr : -',
  'npm config set registry https://r.internal/',
  'git config user.name bob',
  'openssl req -new -key server.key -out server.csr',
  'secretName: my-app-tls-cert-2024',
  'if (token === undefined) return',
  'PASSWORD_MIN_LENGTH=12'
])('%j holds no secret', (text) => {
  expect(redact(text)).toEqual({ text, redactions: [] })
})

test.each([
  ['one line of code', 'const a = f(b, { c: "d" }); '],
  ['base64', Buffer.from('lorem ipsum dolor sit amet ').toString('base64')],
  ['names', 'password_'],
  ['assignments', 'a.b.token = "'],
  ['commands', 'docker login -p '],
  ['cookies', 'Cookie: a=b; '],
  ['line ends in tokens', 'abcdefgh\n'],
  ['two fields', '"name": "password", '],
  ['letters of services', 'ghp_ sk-ant- eyJ AAAA pat. cairn_ '],
  ['variables', 'variable "password" { '],
  ['zero width', 'a\u200B'],
  ['entities', '&quot;']
])('a megabyte of %s is read in linear time', (_, unit) => {
  expectLinear(redact, unit.repeat(Math.ceil(1_000_000 / unit.length)))
})
