import type { Draw } from '../../test/domain/planted-secrets.js'

/** A secret of the shape that a rule of a rule set looks for, as it stands in a text. */
export interface ShapedSecret {
  readonly set: string
  /** The rule's name in its set. */
  readonly rule: string
  readonly text: string
  /** What must be gone from the text. */
  readonly secret: string
}

const lower = 'abcdefghijklmnopqrstuvwxyz'
const digits = '0123456789'
const alphabets: Readonly<Record<string, string>> = {
  a: lower + lower.toUpperCase() + digits,
  b: `${lower}${lower.toUpperCase()}${digits}+/`,
  c: 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L',
  d: digits,
  g: `${digits}abcdefgh`,
  h: `${digits}abcdef`,
  l: lower + digits,
  s: `${lower.toUpperCase()}234567`,
  t: lower + lower.toUpperCase(),
  u: lower.toUpperCase() + digits,
  w: `${lower}${lower.toUpperCase()}${digits}_-`,
  x: `${digits}ABCDEF`
}

/**
 * Rules of gitleaks (config/gitleaks.toml) by name, with a shape of our own that their published expressions match:
 * the rule, the name under which the secret stands or `-` where its own letters tell it, and its shape, in which
 * `{h32}` is 32 letters of an alphabet above. Left out are rules for what is no secret (ids of clients, public keys),
 * for files by their path alone, and generic-api-key, which is a guess by entropy.
 */
const gitleaks = `
1password-secret-key - A3-{u6}-{u11}-{u5}-{u5}-{u5}
1password-service-account-token - ops_eyJ{b260}
adafruit-api-key ADAFRUIT_IO_KEY {l32}
adobe-client-secret - p8e-{l32}
age-secret-key - AGE-SECRET-KEY-1{c58}
airtable-api-key AIRTABLE_API_KEY {l17}
airtable-personnal-access-token - pat{a14}.{h64}
algolia-api-key ALGOLIA_ADMIN_KEY {l32}
alibaba-access-key-id - LTAI{l20}
alibaba-secret-key ALIBABA_CLOUD_SECRET {l30}
anthropic-admin-api-key - sk-ant-admin01-{w93}AA
anthropic-api-key - sk-ant-api03-{w93}AA
artifactory-api-key - AKCp{a69}
artifactory-reference-token - cmVmdGtu{a56}
asana-client-secret ASANA_CLIENT_SECRET {l32}
atlassian-api-token - ATATT3{w186}
authress-service-client-access-key - sc_{l12}.{l5}.acc_{l16}.{l60}
aws-access-token - AKIA{s16}
aws-amazon-bedrock-api-key-long-lived - ABSK{b120}
azure-ad-client-secret - {a3}8Q~{a32}
beamer-api-token BEAMER_TOKEN b_{l44}
bitbucket-client-secret BITBUCKET_CLIENT_SECRET {l64}
bittrex-access-key BITTREX_ACCESS_KEY {l32}
bittrex-secret-key BITTREX_SECRET_KEY {l32}
cisco-meraki-api-key MERAKI_DASHBOARD_API_KEY {h40}
clickhouse-cloud-api-secret-key - 4b1d{a38}
clojars-api-token - CLOJARS_{l60}
cloudflare-api-key CLOUDFLARE_API_TOKEN {l40}
cloudflare-global-api-key CLOUDFLARE_GLOBAL_KEY {h37}
cloudflare-origin-ca-key - v1.0-{h24}-{h146}
codecov-access-token CODECOV_TOKEN {l32}
cohere-api-token CO_API_KEY {a40}
coinbase-access-token COINBASE_ACCESS_TOKEN {l64}
confluent-access-token CONFLUENT_API_TOKEN {l16}
confluent-secret-key CONFLUENT_SECRET {l64}
contentful-delivery-api-token CONTENTFUL_DELIVERY_TOKEN {l43}
databricks-api-token - dapi{h32}
datadog-access-token DATADOG_APP_KEY {l40}
defined-networking-api-token DNKEY dnkey-{l26}-{l52}
digitalocean-access-token - doo_v1_{h64}
digitalocean-pat - dop_v1_{h64}
digitalocean-refresh-token - dor_v1_{h64}
discord-api-token DISCORD_TOKEN {h64}
discord-client-secret DISCORD_CLIENT_SECRET {l32}
doppler-api-token - dp.pt.{l43}
droneci-access-token DRONECI_TOKEN {l32}
dropbox-api-token DROPBOX_APP_SECRET {l15}
dropbox-long-lived-api-token DROPBOX_TOKEN {l11}AAAAAAAAAA{l43}
dropbox-short-lived-api-token DROPBOX_TOKEN sl.{l135}
duffel-api-token - duffel_test_{l43}
dynatrace-api-token - dt0c01.{l24}.{l64}
easypost-api-token - EZAK{l54}
easypost-test-api-token - EZTK{l54}
etsy-access-token ETSY_API_KEY {l24}
facebook-access-token - {d15}|{l30}
facebook-page-access-token - EAAM{l110}
facebook-secret FACEBOOK_APP_SECRET {h32}
fastly-api-token FASTLY_API_TOKEN {l32}
finicity-api-token FINICITY_APP_TOKEN {h32}
finicity-client-secret FINICITY_CLIENT_SECRET {l20}
finnhub-access-token FINNHUB_API_KEY {l20}
flickr-access-token FLICKR_ACCESS_TOKEN {l32}
flutterwave-encryption-key - FLWSECK_TEST-{g12}
flutterwave-secret-key - FLWSECK_TEST-{g32}-X
flyio-access-token - fm2_{b120}
frameio-api-token - fio-u-{l64}
freshbooks-access-token FRESHBOOKS_TOKEN {l64}
gcp-api-key - AIza{w35}
github-app-token - ghs_{a36}
github-fine-grained-pat - github_pat_{a82}
github-oauth - gho_{a36}
github-pat - ghp_{a36}
github-refresh-token - ghr_{a36}
gitlab-cicd-job-token - glcbt-{a2}_{a20}
gitlab-deploy-token - gldt-{a20}
gitlab-feature-flag-client-token - glffct-{a20}
gitlab-feed-token - glft-{a20}
gitlab-incoming-mail-token - glimt-{a25}
gitlab-kubernetes-agent-token - glagent-{a50}
gitlab-oauth-app-secret - gloas-{a64}
gitlab-pat - glpat-{a20}
gitlab-pat-routable - glpat-{a30}.{l9}
gitlab-ptt - glptt-{h40}
gitlab-rrt - GR1348941{a20}
gitlab-runner-authentication-token - glrt-{a20}
gitlab-runner-authentication-token-routable - glrt-t1_{a30}.{l9}
gitlab-scim-token - glsoat-{a20}
gitlab-session-cookie _gitlab_session {l32}
gitter-access-token GITTER_TOKEN {l40}
gocardless-api-token GOCARDLESS_TOKEN live_{l40}
grafana-api-key - eyJrIjoi{a90}
grafana-cloud-api-token - glc_{b60}
grafana-service-account-token - glsa_{a32}_{h8}
harness-api-key - pat.{a22}.{a24}.{a20}
hashicorp-tf-api-token - {l14}.atlasv1.{l64}
hashicorp-tf-password administrator_login_password "{l16}"
heroku-api-key HEROKU_API_KEY {h8}-{h4}-{h4}-{h4}-{h12}
heroku-api-key-v2 - HRKU-AA{w58}
hubspot-api-key HUBSPOT_API_KEY {x8}-{x4}-{x4}-{x4}-{x12}
huggingface-access-token - hf_{t34}
huggingface-organization-api-token - api_org_{t34}
infracost-api-token - ico-{a32}
intercom-api-key INTERCOM_TOKEN {l60}
intra42-client-secret - s-s4t2ud-{h64}
jfrog-api-key JFROG_API_KEY {l73}
jfrog-identity-token JFROG_TOKEN {l64}
jwt - eyJ{a30}.eyJ{a60}.{w43}
jwt-base64 - ZXlKaGJHY2lPaU{a120}
kraken-access-token KRAKEN_SECRET {b86}==
kucoin-access-token KUCOIN_API_KEY {h24}
kucoin-secret-key KUCOIN_SECRET {h8}-{h4}-{h4}-{h4}-{h12}
launchdarkly-access-token LAUNCHDARKLY_TOKEN {l40}
linear-api-key - lin_api_{l40}
linear-client-secret LINEAR_CLIENT_SECRET {h32}
linkedin-client-secret LINKEDIN_CLIENT_SECRET {l16}
lob-api-key LOB_KEY live_{h35}
looker-client-secret LOOKER_CLIENT_SECRET {l24}
mailchimp-api-key MAILCHIMP_KEY {h32}-us19
mailgun-private-api-token MAILGUN_KEY key-{h32}
mailgun-signing-key MAILGUN_SIGNING_KEY {h32}-{h8}-{h8}
mattermost-access-token MATTERMOST_TOKEN {l26}
maxmind-license-key - {a6}_{a29}_mmk
messagebird-api-token MESSAGEBIRD_API_KEY {l25}
netlify-access-token NETLIFY_AUTH_TOKEN {l43}
new-relic-browser-api-token NEW_RELIC_KEY NRJS-{h19}
new-relic-insert-key NEW_RELIC_INSERT_KEY NRII-{l32}
new-relic-user-api-id NEW_RELIC_API_KEY {l64}
new-relic-user-api-key NEW_RELIC_API_KEY NRAK-{u27}
notion-api-token - ntn_{d11}{a35}
npm-access-token - npm_{a36}
nytimes-access-token NYTIMES_API_KEY {l32}
octopus-deploy-api-key - API-{u26}
okta-access-token OKTA_API_TOKEN 00{a40}
openai-api-key - sk-{a20}T3BlbkFJ{a20}
openshift-user-token - sha256~{w43}
perplexity-api-key - pplx-{a48}
plaid-api-token PLAID_TOKEN access-sandbox-{h8}-{h4}-{h4}-{h4}-{h12}
plaid-secret-key PLAID_SECRET {l30}
planetscale-api-token - pscale_tkn_{a43}
planetscale-oauth-token - pscale_oauth_{a43}
planetscale-password - pscale_pw_{a43}
postman-api-token - PMAK-{h24}-{h34}
prefect-api-token - pnu_{a36}
privateai-api-token PRIVATE_AI_KEY {l32}
pulumi-api-token - pul-{h40}
pypi-upload-token - pypi-AgEIcHlwaS5vcmc{w80}
rapidapi-access-token RAPIDAPI_KEY {l50}
readme-api-token - rdme_{l70}
rubygems-api-token - rubygems_{h48}
scalingo-api-token - tk-us-{w48}
sendbird-access-token SENDBIRD_API_TOKEN {h40}
sendgrid-api-token - SG.{w22}.{w43}
sendinblue-api-token - xkeysib-{h64}-{l16}
sentry-access-token SENTRY_AUTH_TOKEN {h64}
sentry-org-token - sntrys_eyJpYXQiO{a40}LCJyZWdpb25fdXJs{a40}_{b43}
sentry-user-token - sntryu_{h64}
settlemint-application-access-token - sm_aat_{a16}
settlemint-personal-access-token - sm_pat_{a16}
settlemint-service-access-token - sm_sat_{a16}
shippo-api-token - shippo_live_{h40}
shopify-access-token - shpat_{h32}
shopify-custom-access-token - shpca_{h32}
shopify-private-app-access-token - shppa_{h32}
shopify-shared-secret - shpss_{h32}
sidekiq-secret BUNDLE_ENTERPRISE__CONTRIBSYS__COM {h8}:{h8}
slack-app-token - xapp-1-{u11}-{d13}-{h64}
slack-bot-token - xoxb-{d12}-{d12}-{a24}
slack-config-access-token - xoxe.xoxp-1-{u164}
slack-config-refresh-token - xoxe-1-{u146}
slack-legacy-bot-token - xoxb-{d10}-{a24}
slack-legacy-token - xoxs-{d10}-{d10}-{d10}-{h10}
slack-legacy-workspace-token - xoxa-2-{a40}
slack-user-token - xoxp-{d12}-{d12}-{d12}-{a32}
slack-webhook-url - https://hooks.slack.com/services/T{u10}/B{u10}/{a24}
snyk-api-token SNYK_TOKEN {h8}-{h4}-{h4}-{h4}-{h12}
sonar-api-token SONAR_TOKEN sqp_{h40}
sourcegraph-access-token - sgp_{h16}_{h40}
square-access-token - sq0atp-{w22}
stripe-access-token - sk_live_{a24}
sumologic-access-token SUMO_ACCESS_KEY {l64}
telegram-bot-api-token TELEGRAM_BOT_TOKEN {d9}:A{w34}
travisci-access-token TRAVIS_TOKEN {l22}
twilio-api-key - SK{h32}
twitch-api-token TWITCH_API_TOKEN {l30}
twitter-access-secret TWITTER_ACCESS_SECRET {l45}
twitter-access-token TWITTER_ACCESS_TOKEN {d19}-{a30}
twitter-api-key TWITTER_API_KEY {l25}
twitter-api-secret TWITTER_API_SECRET {l50}
twitter-bearer-token TWITTER_BEARER_TOKEN AAAAAAAAAAAAAAAAAAAAAA{a90}
typeform-api-token TYPEFORM_TOKEN tfp_{l59}
vault-batch-token - hvb.{w150}
vault-service-token - hvs.{w100}
yandex-access-token YANDEX_TOKEN t1.{a20}.{w86}
yandex-api-key YANDEX_API_KEY AQVN{w36}
yandex-aws-access-token YANDEX_SECRET YC{w38}
zendesk-secret-key ZENDESK_SECRET {l40}`

/** Plugins of detect-secrets, in the same way; left out are those by entropy, public addresses and ids of accounts. */
const detectSecrets = `
ArtifactoryDetector - AKCp{a69}
AWSKeyDetector - ASIA{s16}
AzureStorageKeyDetector AccountKey {b86}==
DiscordBotTokenDetector - M{a23}.{a6}.{a27}
GitHubTokenDetector - ghu_{a36}
GitLabTokenDetector - glpat-{a26}
IbmCloudIamDetector IBM_CLOUD_IAM_API_KEY {w44}
IbmCosHmacDetector COS_HMAC_SECRET_ACCESS_KEY {h48}
JwtTokenDetector - eyJhbGciOiJIUzI1NiJ9.eyJ{a40}.{a43}
KeywordDetector db_password {a14}
MailchimpDetector - {h32}-us12
OpenAIDetector - sk-proj-{a20}T3BlbkFJ{a20}
PypiTokenDetector - pypi-AgENdGVzdC5weXBpLm9yZw{a80}
SendGridDetector - SG.{a22}.{a43}
SlackDetector - xoxo-{d10}-{d10}-{l24}
SoftlayerDetector SOFTLAYER_API_KEY {h64}
SquareOAuthDetector - sq0csp-{a43}
StripeDetector - rk_live_{a24}
TelegramBotTokenDetector - {d9}:AA{w33}
TwilioKeyDetector - SK{h32}`

/** Where the rule asks for more than a name and a value: the secret stands between « and ». */
const placed: readonly (readonly [set: string, rule: string, text: string])[] = [
  [
    'gitleaks',
    'curl-auth-header',
    'curl -H "Authorization: Bearer «{a30}»" https://api.example.com'
  ],
  ['gitleaks', 'curl-auth-user', 'curl -u "deploy:«{a14}»" https://api.example.com'],
  ['gitleaks', 'freemius-secret-key', '"secret_key" => "«sk_{a29}»"'],
  ['gitleaks', 'nuget-config-password', '<add key="ClearTextPassword" value="«{a14}»" />'],
  ['gitleaks', 'private-key', '-----BEGIN PRIVATE KEY-----\n«{b64}»\n-----END PRIVATE KEY-----'],
  ['gitleaks', 'kubernetes-secret-yaml', 'kind: Secret\ndata:\n  password: «{a20}»\n'],
  ['gitleaks', 'sidekiq-sensitive-url', 'https://«{h8}:{h8}»@gems.contribsys.com/'],
  ['detect-secrets', 'BasicAuthDetector', 'postgres://app:«{a14}»@db.example.com/app'],
  ['detect-secrets', 'CloudantDetector', 'https://acme:«{h64}»@acme.cloudant.com'],
  ['detect-secrets', 'NpmDetector', '//registry.npmjs.org/:_authToken=«{h8}-{h4}-{h4}-{h4}-{h12}»'],
  [
    'detect-secrets',
    'PrivateKeyDetector',
    '-----BEGIN RSA PRIVATE KEY-----\n«{b64}»\n-----END RSA PRIVATE KEY-----'
  ]
]

/** One secret for each rule of both sets, drawn anew: none stands in the repository. */
export function shapedSecrets(draw: Draw): ShapedSecret[] {
  const listed = Object.entries({ gitleaks, 'detect-secrets': detectSecrets }).flatMap(
    ([set, rows]) =>
      rows
        .trim()
        .split('\n')
        .map((row): readonly [string, string, string] => {
          const [rule = '', name = '', shape = ''] = row.split(' ')
          return [set, rule, name === '-' ? `Sent with «${shape}» today.` : `${name}=«${shape}»`]
        })
  )
  return [...listed, ...placed].map(([set, rule, form]) => {
    const text = form.replace(/\{([a-z])(\d+)\}/g, (_, alphabet: string, n: string) =>
      draw(alphabets[alphabet] ?? '', Number(n))
    )
    const secret = /«([\s\S]*)»/.exec(text)?.[1]?.replace(/^"|"$/g, '') ?? ''
    return { set, rule, text: text.replace(/[«»]/g, ''), secret }
  })
}
