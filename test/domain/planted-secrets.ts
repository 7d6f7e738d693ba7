/** A secret that was never one: drawn anew from a seed, so that none stands in the repository. */
export interface PlantedSecret {
  readonly kind: string
  readonly context: string
  readonly text: string
  /** What must be gone: the parts of the secret that would give it away, as they stand in the text. */
  readonly secret: string
}

const lower = 'abcdefghijklmnopqrstuvwxyz'
const digits = '0123456789'
const hex = '0123456789abcdef'
const upper = lower.toUpperCase()
const alphanumeric = lower + upper + digits
const base64 = `${alphanumeric}+/`

export type Draw = (alphabet: string, length: number) => string

/** Mulberry32: small, and the same on every machine. */
export function drawFrom(seed: number): Draw {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return (alphabet, length) =>
    Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join('')
}

/** Letters and digits, some of each wherever the draw falls. */
const mixed = (draw: Draw, length: number) =>
  draw(lower, 2) + draw(digits, 2) + draw(upper, 2) + draw(alphanumeric, length - 6)

/** Each kind: what the secret is, and the name under which people keep it. */
const kinds: Readonly<Record<string, { name: string; make: (draw: Draw) => string }>> = {
  'aws-access-key': { name: 'AWS_ACCESS_KEY_ID', make: (d) => `AKIA${d(`${upper}234567`, 16)}` },
  'aws-secret-key': { name: 'AWS_SECRET_ACCESS_KEY', make: (d) => mixed(d, 40) },
  'github-classic': { name: 'GITHUB_TOKEN', make: (d) => `ghp_${mixed(d, 36)}` },
  'github-oauth': { name: 'GH_AUTH', make: (d) => `gho_${mixed(d, 36)}` },
  'github-server': { name: 'GH_APP', make: (d) => `ghs_${mixed(d, 36)}` },
  'github-fine': { name: 'GITHUB_PAT', make: (d) => `github_pat_${mixed(d, 22)}_${mixed(d, 59)}` },
  gitlab: { name: 'GITLAB', make: (d) => `glpat-${mixed(d, 20)}` },
  'slack-bot': {
    name: 'SLACK',
    make: (d) => `xoxb-${d(digits, 12)}-${d(digits, 12)}-${mixed(d, 24)}`
  },
  'google-key': { name: 'MAPS', make: (d) => `AIza${mixed(d, 35)}` },
  'google-oauth': { name: 'GCP', make: (d) => `ya29.${mixed(d, 60)}` },
  'stripe-live': { name: 'STRIPE', make: (d) => `sk_live_${mixed(d, 24)}` },
  'stripe-restricted': { name: 'STRIPE_R', make: (d) => `rk_live_${mixed(d, 24)}` },
  npm: { name: 'NPM', make: (d) => `npm_${mixed(d, 36)}` },
  pypi: { name: 'TWINE', make: (d) => `pypi-${mixed(d, 120)}` },
  'openai-project': { name: 'OPENAI', make: (d) => `sk-proj-${mixed(d, 64)}` },
  'openai-old': { name: 'OPENAI_OLD', make: (d) => `sk-${mixed(d, 48)}` },
  anthropic: { name: 'ANTHROPIC', make: (d) => `sk-ant-api03-${mixed(d, 93)}AA` },
  huggingface: { name: 'HF', make: (d) => `hf_${d(lower + upper, 34)}` },
  sendgrid: { name: 'SENDGRID', make: (d) => `SG.${mixed(d, 22)}.${mixed(d, 43)}` },
  twilio: { name: 'TWILIO', make: (d) => `SK${d(hex, 32)}` },
  mailchimp: { name: 'MAILCHIMP', make: (d) => `${d(hex, 32)}-us${d('123456789', 1)}` },
  telegram: { name: 'TG', make: (d) => `${d('123456789', 9)}:AA${mixed(d, 33)}` },
  discord: { name: 'DISCORD', make: (d) => `M${mixed(d, 23)}.${mixed(d, 6)}.${mixed(d, 27)}` },
  'azure-storage': {
    name: 'AZURE',
    make: (d) => `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${d(base64, 86)}==`
  },
  'azure-client': { name: 'AZ', make: (d) => `${d(lower, 3)}8Q~${mixed(d, 34)}` },
  jwt: {
    name: 'JWT',
    make: (d) =>
      [`{"alg":"HS256","n":"${d(lower, 9)}"}`, `{"sub":"${d(digits, 10)}"}`]
        .map((part) => Buffer.from(part).toString('base64url'))
        .concat(mixed(d, 43))
        .join('.')
  },
  postgres: { name: 'DSN', make: (d) => `postgresql://app:${mixed(d, 12)}@db.internal:5432/app` },
  mongodb: { name: 'MONGO', make: (d) => `mongodb+srv://app:${mixed(d, 14)}@c0.mongo.internal/x` },
  redis: { name: 'REDIS', make: (d) => `redis://:${mixed(d, 16)}@cache:6379/0` },
  'url-password': { name: 'REMOTE', make: (d) => `https://bot:${mixed(d, 14)}@git.internal/a.git` },
  'generic-api-key': { name: 'ACME_API_KEY', make: (d) => mixed(d, 32) },
  'generic-token': { name: 'DEPLOY_TOKEN', make: (d) => d(hex, 40) },
  'generic-secret': { name: 'CLIENT_SECRET', make: (d) => mixed(d, 28) },
  password: { name: 'DB_PASSWORD', make: (d) => `${mixed(d, 9)}!${d(digits, 2)}` },
  'private-key': { name: 'DEPLOY_KEY', make: (d) => privateKey(d, 'RSA ') },
  'private-key-openssh': { name: 'SSH_KEY', make: (d) => privateKey(d, 'OPENSSH ') }
}

function privateKey(draw: Draw, type: string): string {
  const lines = Array.from({ length: 6 }, () => draw(base64, 64))
  const rule = '-'.repeat(5)
  const frame = (word: string) => `${rule}${word} ${type}PRIVATE KEY${rule}`
  return [frame('BEGIN'), ...lines, `${draw(base64, 38)}==`, frame('END')].join('\n')
}

const contexts: Readonly<Record<string, (name: string, secret: string) => string>> = {
  'env file': (name, secret) => `# settings\nDEBUG=1\n${name}=${secret}\nPORT=80\n`,
  'quoted env file': (name, secret) => `export ${name}="${secret}"\n`,
  JSON: (name, secret) => JSON.stringify({ id: 7, [name.toLowerCase()]: secret, last: true }),
  'JSON in JSON': (name, secret) =>
    JSON.stringify({ role: 'tool', content: JSON.stringify({ [name]: secret }) }),
  Python: (name, secret) => `import os\nclient = Client(${name.toLowerCase()}="""${secret}""")\n`,
  'Python environment': (name, secret) => `os.environ["${name}"] = '${secret}'\nrun()\n`,
  shell: (name, secret) => `$ ${name}='${secret}' ./deploy.sh --dry-run`,
  traceback: (name, secret) =>
    `Traceback (most recent call last):\n  File "a.py", line 3, in f\n    connect(${name}='${secret}')\nValueError: refused`,
  header: (name, secret) =>
    `POST /v1 HTTP/1.1\nX-${name.replaceAll('_', '-')}: ${secret}\nHost: a\n`,
  YAML: (name, secret) => `service:\n  ${name.toLowerCase()}: "${secret}"\n  replicas: 2\n`,
  'percent-encoded': (name, secret) =>
    `GET /cb?${name.toLowerCase()}=${encodeURIComponent(secret)}&next=1 200`
}

/** Every kind in every context: the same secrets for the same seed. */
export function plantedSecrets(seed: number): PlantedSecret[] {
  const draw = drawFrom(seed)
  return Object.entries(kinds).flatMap(([kind, { name, make }]) =>
    Object.entries(contexts).map(([context, place]) => {
      const secret = make(draw)
      return { kind, context, text: place(name, secret), secret }
    })
  )
}

/** The part of a secret that no reader may see: without what surrounds it and anyone may know. */
export function tellingParts({ kind, secret }: PlantedSecret): string[] {
  if (kind.startsWith('private-key')) return secret.split('\n').slice(1, -1)
  const inUrl = /:\/\/[^:]*:([^@]+)@/.exec(secret)?.[1]
  if (inUrl !== undefined) return [inUrl]
  return [/AccountKey=(.+)==$/.exec(secret)?.[1] ?? secret]
}
