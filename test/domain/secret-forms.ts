import { drawFrom, type Draw } from './planted-secrets.js'

/** A form in which people leave a secret, with a secret that was never one. */
export interface SecretForm {
  readonly kind: string
  readonly form: string
  readonly text: string
  /** What must be gone from the text. */
  readonly secret: string
}

const lower = 'abcdefghijklmnopqrstuvwxyz'
const upper = lower.toUpperCase()
const digits = '0123456789'
const hex = '0123456789abcdef'
const all = lower + upper + digits

interface Made {
  readonly draw: Draw
  /** Letters of both cases and digits. */
  readonly mixed: (length: number) => string
  readonly hex: (length: number) => string
  /** Letters of both cases that make no word. */
  readonly letters: () => string
  /** As people choose them: letters, digits, a sign. */
  readonly chosen: () => string
  readonly uuid: () => string
}

function madeFrom(draw: Draw): Made {
  const mixed = (length: number) =>
    draw(lower, 2) + draw(digits, 2) + draw(upper, 2) + draw(all, length - 6)
  const hexOf = (length: number) => `${draw(digits, 2)}${draw('abcdef', 2)}${draw(hex, length - 4)}`
  return {
    draw,
    mixed,
    hex: hexOf,
    letters: () =>
      draw(upper, 2) +
      draw('bcdfgh', 1) +
      draw(upper, 2) +
      draw('vwxz', 2) +
      draw(upper, 2) +
      'kqx',
    chosen: () => `${draw(upper, 1)}${draw('bdfgklmnprtw', 4)}${draw(digits, 2)}!${draw(lower, 3)}`,
    uuid: () => [8, 4, 4, 4, 12].map((n) => hexOf(Math.max(n, 5)).slice(-n)).join('-')
  }
}

type Place = (secret: string) => string
type Make = (made: Made) => string
type Row = readonly [form: string, make: Make, place: Place]

const strong: Make = (m) => m.mixed(16)
const long: Make = (m) => m.mixed(43)
const chosen: Make = (m) => m.chosen()
const letters: Make = (m) => m.letters()
const weak =
  (word: string): Make =>
  () =>
    word

/** A token that begins with what its service puts there. */
const begins =
  (opening: string, rest: Make): Make =>
  (m) =>
    opening + rest(m)
const bare: Place = (secret) => `use ${secret} here`

const split = (secret: string, by: string, at = Math.floor(secret.length / 2)) =>
  secret.slice(0, at) + by + secret.slice(at)
const base64 = (text: string) => Buffer.from(text).toString('base64')

const rows: Readonly<Record<string, readonly Row[]>> = {
  'keys of Cairn': [
    ['environment', begins('cairn_', long), (s) => `CAIRN_KEY=${s}`],
    ['export', begins('cairn_', long), (s) => `export CAIRN_ADMIN_KEY=${s}`],
    ['JSON', begins('cairn_', long), (s) => JSON.stringify({ env: { CAIRN_KEY: s } })],
    ['YAML', begins('cairn_', long), (s) => `env:\n  CAIRN_KEY: ${s}\n`],
    ['cookie', begins('cairn_', long), (s) => `cairn_session=${s}; Path=/`],
    ['login link', begins('cairn_', long), (s) => `http://127.0.0.1:7420/login?code=${s}`],
    ['prose', begins('cairn_', long), bare],
    ['file name', begins('cairn_', long), (s) => `backup/${s}.key`]
  ],
  'forms of Neo4j': [
    ['auth.basic', strong, (s) => `neo4j.driver(uri, neo4j.auth.basic('neo4j', '${s}'))`],
    ['auth=', strong, (s) => `GraphDatabase.driver(uri, auth=("neo4j", "${s}"))`],
    ['auth= chosen', chosen, (s) => `driver = GraphDatabase.driver(URI, auth = ('neo4j', '${s}'))`],
    ['AuthTokens', strong, (s) => `GraphDatabase.driver(uri, AuthTokens.basic("neo4j", "${s}"))`],
    ['basic_auth', strong, (s) => `driver(uri, auth=basic_auth("neo4j", "${s}"))`],
    ['Go', strong, (s) => `neo4j.NewDriver(uri, neo4j.BasicAuth("neo4j", "${s}", ""))`],
    ['NEO4J_AUTH', strong, (s) => `NEO4J_AUTH=neo4j/${s}`],
    ['NEO4J_AUTH in compose', chosen, (s) => `environment:\n  NEO4J_AUTH: neo4j/${s}\n`],
    ['docker run', chosen, (s) => `docker run -e NEO4J_AUTH=neo4j/${s} neo4j:5`],
    ['cypher-shell', strong, (s) => `cypher-shell -u neo4j -p ${s} "RETURN 1"`],
    ['cypher-shell quoted', chosen, (s) => `bin/cypher-shell -a bolt://h -u neo4j -p '${s}'`],
    ['neo4j-admin', strong, (s) => `neo4j-admin dbms set-initial-password ${s}`],
    ['ALTER USER', strong, (s) => `ALTER USER neo4j SET PASSWORD '${s}' CHANGE NOT REQUIRED`],
    ['URI', strong, (s) => `neo4j+s://neo4j:${s}@graph.internal:7687`]
  ],
  'passwords of commands': [
    ['curl -u', chosen, (s) => `curl -sS -u admin:${s} https://h/x`],
    ['curl -u quoted', strong, (s) => `curl -X POST -u "admin:${s}" https://h/x`],
    ['curl --user', strong, (s) => `curl --user admin:${s} https://h/x`],
    ['curl --user=', strong, (s) => `curl --user='admin:${s}' https://h/x`],
    ['curl, flag last', strong, (s) => `curl https://h/x \\\n  -u ci:${s}`],
    ['curl -u, weak', weak('letmein'), (s) => `curl -u admin:${s} https://h/x`],
    ['proxy', strong, (s) => `curl -x http://p:80 --proxy-user bob:${s} https://h/`],
    ['wget', strong, (s) => `wget --user=bob --password=${s} https://h/`],
    ['httpie', strong, (s) => `http -a bob:${s} GET h/api`],
    ['docker login', strong, (s) => `docker login -u bob -p ${s} registry.internal`],
    ['docker login chosen', chosen, (s) => `docker login registry.internal -u bob -p ${s}`],
    ['podman login', strong, (s) => `podman login --username bob --password ${s} quay.io`],
    ['helm', strong, (s) => `helm registry login r.internal -u bob -p ${s}`],
    ['skopeo', strong, (s) => `skopeo copy --src-creds bob:${s} docker://a docker://b`],
    ['stdin', strong, (s) => `echo ${s} | docker login -u bob --password-stdin`],
    ['printf stdin', strong, (s) => `printf '%s' "${s}" | docker login -u bob --password-stdin`],
    ['here-string', strong, (s) => `gh auth login --with-token <<< "${s}"`],
    ['sudo -S', chosen, (s) => `echo '${s}' | sudo -S apt update`],
    ['chpasswd', chosen, (s) => `echo "bob:${s}" | chpasswd`],
    ['sshpass', strong, (s) => `sshpass -p ${s} ssh bob@h`],
    ['sshpass quoted', chosen, (s) => `sshpass -p '${s}' scp a bob@h:`],
    ['sshpass glued', strong, (s) => `sshpass -p${s} ssh bob@h`],
    ['redis-cli', strong, (s) => `redis-cli -h cache -a ${s} ping`],
    ['redis-cli --pass', letters, (s) => `redis-cli --pass ${s} ping`],
    ['htpasswd', strong, (s) => `htpasswd -bc .htpasswd bob ${s}`],
    ['htpasswd -nb', chosen, (s) => `htpasswd -nbB bob '${s}'`],
    ['mysql', strong, (s) => `mysql -u root -p${s} shop`],
    ['mysql quoted', chosen, (s) => `mysqldump -uroot -p'${s}' shop > a.sql`],
    ['mysql --password', letters, (s) => `mysql --user=root --password=${s} shop`],
    ['mariadb', strong, (s) => `mariadb -h db -p${s}`],
    ['psql URL', strong, (s) => `psql postgresql://app:${s}@db:5432/app`],
    ['psql words', chosen, (s) => `psql "host=db user=app password=${s} dbname=app"`],
    ['PGPASSWORD', letters, (s) => `PGPASSWORD=${s} psql -h db -U app`],
    ['mongosh', strong, (s) => `mongosh --host db -u root -p ${s}`],
    ['sqlcmd', chosen, (s) => `sqlcmd -S db -U sa -P '${s}' -Q "SELECT 1"`],
    ['sqlplus', strong, (s) => `sqlplus scott/${s}@orcl`],
    ['ldapsearch', strong, (s) => `ldapsearch -x -D cn=admin -w ${s} -b dc=x`],
    ['openssl', strong, (s) => `openssl rsa -in k.pem -passin pass:${s}`],
    ['openssl enc', strong, (s) => `openssl enc -aes-256-cbc -k ${s} -in a`],
    ['keytool', strong, (s) => `keytool -list -keystore k.jks -storepass ${s}`],
    ['zip', strong, (s) => `zip -P ${s} a.zip a`],
    ['7z', strong, (s) => `7z x -p${s} a.7z`],
    ['gpg', strong, (s) => `gpg --batch --passphrase ${s} -d a.gpg`],
    ['az login', strong, (s) => `az login --service-principal -u app -p ${s} --tenant t`],
    ['aws configure', (m) => m.mixed(40), (s) => `aws configure set aws_secret_access_key ${s}`],
    ['kubectl', strong, (s) => `kubectl create secret generic db --from-literal=pw=${s}`],
    ['smbclient', strong, (s) => `smbclient //h/s -U bob%${s}`],
    ['net use', chosen, (s) => `net use X: \\\\h\\s /user:bob ${s}`],
    ['rabbitmqctl', strong, (s) => `rabbitmqctl add_user bob ${s}`],
    ['mosquitto', strong, (s) => `mosquitto_pub -h h -u bob -P ${s} -t a -m b`],
    ['vault login', begins('hvs.', (m) => m.mixed(90)), (s) => `vault login ${s}`],
    ['npm config', strong, (s) => `npm config set //r.internal/:_authToken ${s}`],
    ['setx', strong, (s) => `setx API_SECRET ${s}`],
    ['rclone', strong, (s) => `rclone obscure ${s}`],
    ['--token', strong, (s) => `deploy --api-token ${s} --verbose`]
  ],
  'names that say so': [
    ['SECRET_KEY_BASE', (m) => m.hex(128), (s) => `SECRET_KEY_BASE=${s}`],
    ['secret_key_base', (m) => m.hex(64), (s) => `production:\n  secret_key_base: ${s}\n`],
    ['Elixir', (m) => m.mixed(64), (s) => `config :app, secret_key_base: "${s}"`],
    ['MY_KEY', long, (s) => `MY_KEY=${s}`],
    ['Fernet', (m) => `${m.mixed(43)}=`, (s) => `FERNET_KEY = '${s}'`],
    ['camel case', long, (s) => `const encryptionKey = '${s}'`],
    ['suffix', strong, (s) => `DB_PASSWORD_PROD=${s}`],
    ['numbered', long, (s) => `API_TOKEN_2: "${s}"`],
    ['apiKey', (m) => m.hex(32), (s) => `{ apiKey: "${s}", url: "https://h" }`],
    ['two words', long, (s) => `API key: ${s}`],
    ['a service', (m) => m.hex(32), (s) => `DATADOG_APP=${s}`],
    ['default in shell', chosen, (s) => `: "\${DB_PASSWORD:-${s}}"`],
    ['default in code', chosen, (s) => `const p = process.env.DB_PASSWORD || '${s}'`],
    ['getenv', chosen, (s) => `os.getenv("DB_PASSWORD", "${s}")`],
    ['comparison', chosen, (s) => `if (password === '${s}') return true`],
    ['setter', strong, (s) => `ds.setPassword("${s}");`],
    ['builder', strong, (s) => `builder.username("bob").password("${s}").build()`],
    ['Rust', chosen, (s) => `let password: &'static str = "${s}";`],
    ['C', chosen, (s) => `const char password[] = "${s}";`],
    ['C#', chosen, (s) => `Server=h;User Id=sa;Password=${s};Encrypt=true`],
    ['German', chosen, (s) => `Passwort: ${s}`],
    ['Spanish', chosen, (s) => `contraseña: ${s}`],
    ['Russian', chosen, (s) => `пароль: ${s}`],
    ['Chinese', chosen, (s) => `密码：${s}`],
    ['prose', chosen, (s) => `The password for the staging box is ${s}, do not lose it.`],
    ['prose with digits', strong, (s) => `log in as bob with password ${s} and go on`],
    ['requests', strong, (s) => `requests.get(u, auth=("bob", "${s}"))`],
    ['HTTPBasicAuth', chosen, (s) => `HTTPBasicAuth('bob', '${s}')`],
    ['SMTP', chosen, (s) => `server.login("me@corp.internal", "${s}")`],
    ['PowerShell', chosen, (s) => `ConvertTo-SecureString "${s}" -AsPlainText -Force`],
    ['JDBC', chosen, (s) => `DriverManager.getConnection(url, "sa", "${s}");`],
    ['SQL', chosen, (s) => `CREATE ROLE app LOGIN PASSWORD '${s}';`],
    ['IDENTIFIED BY', chosen, (s) => `CREATE USER 'app'@'%' IDENTIFIED BY '${s}';`]
  ],
  files: [
    ['ENV with a space', strong, (s) => `FROM a\nENV API_SECRET ${s}\nRUN b`],
    ['ENV with =', strong, (s) => `ENV DB_PASSWORD=${s} PORT=80`],
    ['ARG', letters, (s) => `ARG DB_PASSWORD=${s}\n`],
    ['setenv', strong, (s) => `setenv API_SECRET ${s}`],
    ['SetEnv', strong, (s) => `SetEnv DB_PASSWORD "${s}"`],
    ['netrc', strong, (s) => `machine api.internal login bob password ${s}`],
    ['netrc, lines', letters, (s) => `machine api.internal\n  login bob\n  password ${s}\n`],
    ['pgpass', strong, (s) => `db.internal:5432:app:bob:${s}`],
    ['pgpass, stars', chosen, (s) => `# mine\n*:*:*:postgres:${s}\n`],
    [
      'Terraform',
      chosen,
      (s) => `variable "db_password" {\n  type = string\n  default = "${s}"\n}`
    ],
    ['tfvars', letters, (s) => `db_password = "${s}"\n`],
    ['CloudFormation', chosen, (s) => `  DbPassword:\n    Type: String\n    Default: ${s}\n`],
    ['XML element', letters, (s) => `<password>${s}</password>`],
    ['XML add', chosen, (s) => `<add key="Password" value="${s}" />`],
    ['XML property', chosen, (s) => `<property name="db.password" value="${s}"/>`],
    ['XML entry', chosen, (s) => `<entry key="api.secret.password">${s}</entry>`],
    ['plist', chosen, (s) => `<key>Password</key>\n<string>${s}</string>`],
    ['Maven', letters, (s) => `<server><username>b</username><password>${s}</password></server>`],
    ['Android', long, (s) => `<string name="maps_api_secret">${s}</string>`],
    ['YAML letters', letters, (s) => `db:\n  password: ${s}\n`],
    ['YAML hunter2', weak('hunter2'), (s) => `db:\n  password: ${s}\n`],
    ['properties', weak('hunter2'), (s) => `spring.datasource.password=${s}\n`],
    ['compose', weak('correcthorsebattery'), (s) => `environment:\n  POSTGRES_PASSWORD: ${s}\n`],
    ['compose list', weak('correcthorse'), (s) => `environment:\n  - MYSQL_ROOT_PASSWORD=${s}\n`],
    ['ini', weak('letmein'), (s) => `[db]\npasswd = ${s}\n`],
    ['YAML block', strong, (s) => `password: >-\n  ${s}\nuser: bob\n`],
    ['k8s env', chosen, (s) => `- name: DB_PASSWORD\n  value: ${s}\n`],
    ['k8s secret', strong, (s) => `kind: Secret\ndata:\n  db: ${base64(`password=${s}`)}\n`],
    ['ECS', strong, (s) => `{"name": "DB_PASSWORD", "value": "${s}"}`],
    ['docker config', strong, (s) => `{"auths":{"r":{"auth":"${base64(`bob:${s}`)}"}}}`],
    ['redis.conf', strong, (s) => `port 6379\nrequirepass ${s}\n`],
    ['wpa_supplicant', chosen, (s) => `network={\n  ssid="home"\n  psk="${s}"\n}`],
    ['WireGuard', (m) => `${m.mixed(43)}=`, (s) => `[Interface]\nPrivateKey = ${s}\n`],
    ['npmrc', strong, (s) => `//r.internal/:_password=${s}`],
    ['git-credentials', strong, (s) => `https://bob:${s}@git.internal`],
    [
      'PuTTY',
      (m) => m.mixed(64),
      (s) => `PuTTY-User-Key-File-2: ssh-rsa\nPrivate-Lines: 1\n${s}\nPrivate-MAC: 0`
    ],
    ['JWK', long, (s) => `{"kty":"EC","crv":"P-256","d":"${s}"}`],
    ['wp-config', chosen, (s) => `define('DB_PASSWORD', '${s}');`],
    ['Ansible', letters, (s) => `ansible_become_pass: ${s}\n`]
  ],
  services: [
    [
      'Telegram in a URL',
      (m) => `${m.draw('123456789', 9)}:AA${m.mixed(33)}`,
      (s) => `https://api.telegram.org/bot${s}/getMe`
    ],
    ['age', begins('AGE-SECRET-KEY-1', (m) => m.draw(upper + digits, 58)), bare],
    ['Brevo', begins('xkeysib-', (m) => `${m.hex(64)}-${m.mixed(16)}`), bare],
    ['Sentry', begins('sntrys_', (m) => `eyJ${m.mixed(90)}_${m.mixed(43)}`), bare],
    ['Sentry user', begins('sntryu_', (m) => m.hex(64)), bare],
    ['Notion', begins('ntn_', (m) => m.draw(digits, 11) + m.mixed(35)), bare],
    ['OpenRouter', begins('sk-or-v1-', (m) => m.hex(64)), bare],
    ['Replicate', begins('r8_', (m) => m.mixed(37)), bare],
    ['Postman', begins('PMAK-', (m) => `${m.hex(24)}-${m.hex(34)}`), bare],
    ['Bitbucket', begins('ATBB', (m) => m.mixed(32)), bare],
    ['Atlassian', begins('ATATT3xFfGF0', (m) => m.mixed(170)), bare],
    ['Airtable', (m) => `pat${m.mixed(14)}.${m.hex(64)}`, bare],
    ['Databricks', begins('dapi', (m) => m.hex(32)), bare],
    ['Doppler', begins('dp.pt.', (m) => m.mixed(43)), bare],
    ['Fly', begins('fo1_', (m) => m.mixed(43)), bare],
    ['Grafana', begins('glsa_', (m) => `${m.mixed(32)}_${m.hex(8)}`), bare],
    ['HubSpot', (m) => `pat-na1-${m.uuid()}`, bare],
    ['Heroku', begins('HRKU-AA', (m) => m.mixed(58)), bare],
    ['Linear', begins('lin_api_', (m) => m.mixed(40)), bare],
    ['Netlify', begins('nfp_', (m) => m.mixed(36)), bare],
    ['New Relic', begins('NRAK-', (m) => m.draw(upper + digits, 27)), bare],
    ['Perplexity', begins('pplx-', (m) => m.mixed(48)), bare],
    ['PlanetScale', begins('pscale_tkn_', (m) => m.mixed(43)), bare],
    ['Pulumi', begins('pul-', (m) => m.hex(40)), bare],
    ['RubyGems', begins('rubygems_', (m) => m.hex(48)), bare],
    ['Shopify', begins('shpat_', (m) => m.hex(32)), bare],
    ['SonarQube', begins('squ_', (m) => m.hex(40)), bare],
    ['Supabase', begins('sbp_', (m) => m.hex(40)), bare],
    ['Tailscale', begins('tskey-auth-', (m) => `${m.mixed(16)}-${m.mixed(32)}`), bare],
    ['Terraform Cloud', (m) => `${m.mixed(14)}.atlasv1.${m.mixed(66)}`, bare],
    ['xAI', begins('xai-', (m) => m.mixed(80)), bare],
    ['LangSmith', begins('lsv2_pt_', (m) => `${m.hex(32)}_${m.hex(10)}`), bare],
    ['Resend', (m) => `re_${m.mixed(8)}_${m.mixed(24)}`, bare],
    ['Figma', begins('figd_', (m) => m.mixed(40)), bare],
    ['Docker', begins('dckr_pat_', (m) => m.mixed(27)), bare],
    ['PostHog', begins('phx_', (m) => m.mixed(43)), bare],
    ['Square', begins('sq0atp-', (m) => m.mixed(22)), bare],
    ['Facebook', begins('EAAC', (m) => m.mixed(120)), bare],
    [
      'Teams webhook',
      (m) => m.hex(32),
      (s) =>
        `https://corp.webhook.office.com/webhookb2/11111111-2222-3333-4444-555555555555@66666666-2222-3333-4444-555555555555/IncomingWebhook/${s}/77777777-2222-3333-4444-555555555555`
    ]
  ],
  cookies: [
    [
      'connect.sid',
      (m) => `s%3A${m.mixed(32)}.${m.mixed(43)}`,
      (s) => `Set-Cookie: connect.sid=${s}; Path=/; HttpOnly`
    ],
    ['sid', (m) => m.mixed(26), (s) => `Set-Cookie: sid=${s}; Path=/`],
    [
      'Cookie',
      (m) => `s%3A${m.mixed(32)}.${m.mixed(43)}`,
      (s) => `Cookie: theme=dark; connect.sid=${s}`
    ],
    [
      'PHPSESSID',
      (m) => m.draw(lower, 13) + m.draw(digits, 13),
      (s) => `cookie: lang=de; PHPSESSID=${s}`
    ],
    ['JSESSIONID', (m) => m.hex(32).toUpperCase(), (s) => `GET /;JSESSIONID=${s} HTTP/1.1`],
    ['Rails', (m) => `${m.mixed(90)}%3D%3D--${m.hex(40)}`, (s) => `_app_session=${s}; path=/`],
    ['curl -b', (m) => m.mixed(32), (s) => `curl -b 'sessionid=${s}' https://h`],
    [
      'cookies.txt',
      (m) => m.mixed(32),
      (s) => `h.internal\tFALSE\t/\tTRUE\t1799999999\tauth\t${s}`
    ],
    ['JSON', (m) => m.mixed(32), (s) => `{"name": "sessionid", "value": "${s}", "path": "/"}`],
    ['NextAuth', (m) => m.mixed(64), (s) => `__Secure-next-auth.session-token=${s}`]
  ],
  disguised: [
    [
      'two lines',
      begins('ghp_', (m) => m.mixed(36)),
      (s) => `token:\n${split(s, '\n')}\nnext line`
    ],
    [
      'two lines, indented',
      begins('ghp_', (m) => m.mixed(36)),
      (s) => `    ${split(s, '\n    ', 12)}\n    done`
    ],
    [
      'after a backslash',
      begins('sk-ant-api03-', (m) => `${m.mixed(93)}AA`),
      (s) => `KEY=${split(s, '\\\n', 70)}`
    ],
    [
      'joined strings',
      begins('glpat-', (m) => m.mixed(20)),
      (s) => `t = "${split(s, '" +\n  "', 14)}"`
    ],
    [
      'implicit join',
      begins('ghp_', (m) => m.mixed(36)),
      (s) => `t = ("${split(s, '"\n     "', 20)}")`
    ],
    ['a wrapped value', long, (s) => `API_KEY=${split(s, '\n', 24)}\n`],
    ['zero width', begins('ghp_', (m) => m.mixed(36)), (s) => split(s, '\u200B', 14)],
    [
      'zero width, often',
      begins('sk-proj-', (m) => m.mixed(48)),
      (s) => s.replace(/.{6}/g, '$&\u200C')
    ],
    ['word joiner', chosen, (s) => `password = "${split(s, '\u2060')}"`],
    ['soft hyphen', begins('cairn_', long), (s) => split(s, '\u00AD')],
    ['in the name', strong, (s) => `pass\u200Bword = "${s}"`],
    ['base64 of an assignment', chosen, (s) => `data: ${base64(`password=${s}`)}`],
    ['base64 of JSON', long, (s) => base64(JSON.stringify({ user: 'bob', token: s }))],
    ['base64 of a token', begins('ghp_', (m) => m.mixed(36)), (s) => `blob ${base64(s)}`],
    ['base64 twice', chosen, (s) => base64(base64(`DB_PASSWORD=${s}`))],
    ['base64url', chosen, (s) => `x=${Buffer.from(`db_password: "${s}"`).toString('base64url')}`],
    ['file name', strong, (s) => `src/token=${s}.py`],
    ['file name with a password', strong, (s) => `File "/work/password-${s}.txt", line 3`],
    ['file name of a token', begins('glpat-', (m) => m.mixed(20)), (s) => `open('/tmp/${s}.json')`],
    ['HTML entities', chosen, (s) => `password=&quot;${s}&quot;`],
    ['ANSI colours', begins('ghp_', (m) => m.mixed(36)), (s) => split(s, '\u001b[31m')],
    ['full width', strong, (s) => `ｐａｓｓｗｏｒｄ：${s}`],
    ['URL encoded', strong, (s) => `next=%2Flogin%3Fpassword%3D${s}%26a%3D1`],
    ['diff', strong, (s) => `-API_SECRET=old\n+API_SECRET=${s}\n`]
  ]
}

/** Every form with a secret of its own; the same for the same seed. */
export function secretForms(seed: number): SecretForm[] {
  const made = madeFrom(drawFrom(seed))
  return Object.entries(rows).flatMap(([kind, forms]) =>
    forms.map(([form, make, place]) => {
      const secret = make(made)
      return { kind, form, text: place(secret), secret }
    })
  )
}

/** Whether a stretch of a secret that is long enough to be of use is left in a text, however it is split or encoded. */
export function isLeft({ secret, text }: SecretForm, redacted: string): boolean {
  const plain = (value: string) =>
    value.replaceAll(`${String.fromCharCode(27)}[31m`, '').replace(/[\p{Cf}\s"'+\\]/gu, '')
  const size = Math.min(9, secret.length)
  const sought = Array.from({ length: secret.length - size + 1 }, (_, i) =>
    secret.slice(i, i + size)
  )
  const readable = plain(redacted)
  if (sought.some((part) => readable.includes(plain(part)))) return true
  // Where the text never shows the secret, it is encoded: the longest run of it must be gone.
  if (plain(text).includes(plain(secret))) return false
  const encoded = text.match(/[\w+/=-]{16,}/g) ?? []
  return encoded.some((run) => redacted.includes(run))
}
