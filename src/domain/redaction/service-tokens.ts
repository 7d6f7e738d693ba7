import type { Span } from './span.js'

/**
 * Tokens that begin with letters of their service: opening, then what follows. The kinds are those of gitleaks' rules
 * and of the services that agents use; where a token has no digit or no upper case by chance, the length decides.
 */
const rows: readonly (readonly [kind: string, openings: string, rest: string])[] = [
  ['cairn-key', 'cairn_ cairns_ cairnl_', '[\\w-]{32,90}'],
  ['1password-token', 'ops_eyJ', '[\\w+/=-]{100,2000}'],
  [
    '1password-key',
    'A3-',
    '[A-Z0-9]{6}-[A-Z0-9]{6,11}-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}(?:-[A-Z0-9]{5})?'
  ],
  ['adobe-secret', 'p8e-', '[A-Za-z0-9]{32}'],
  ['adyen-key', 'AQE', '[A-Za-z0-9+/=*^-]{80,200}'],
  ['age-key', 'AGE-SECRET-KEY-1', '[A-Za-z0-9]{40,80}'],
  ['airtable-token', 'pat', '[A-Za-z0-9]{14}\\.[a-f0-9]{64}'],
  ['alibaba-key', 'LTAI', '[A-Za-z0-9]{16,24}'],
  ['apify-token', 'apify_api_', '[A-Za-z0-9]{30,50}'],
  ['artifactory-key', 'AKCp', '[A-Za-z0-9]{60,75}'],
  ['artifactory-token', 'cmVmdGtu', '[A-Za-z0-9]{50,60}'],
  ['atlassian-token', 'ATATT3 ATCTT3', '[\\w=-]{60,250}'],
  ['axiom-token', 'xaat- xapt-', '[0-9a-f-]{36}'],
  ['bedrock-key', 'ABSK bedrock-api-key-', '[A-Za-z0-9+/=]{100,2000}'],
  ['bitbucket-token', 'ATBB BBDC-', '[\\w=+/-]{24,60}'],
  ['braintree-token', 'access_token$production$ access_token$sandbox$', '[\\w$-]{30,80}'],
  ['brevo-key', 'xkeysib- xsmtpsib-', '[a-f0-9]{40,80}-[A-Za-z0-9]{10,24}'],
  ['buildkite-token', 'bkua_ bkct_ bkaj_', '[a-f0-9]{40}'],
  ['circleci-token', 'CCIPAT_ CCIPRJ_', '[\\w-]{40,90}'],
  ['clickhouse-key', '4b1d', '[A-Za-z0-9]{38}'],
  ['clojars-token', 'CLOJARS_', '[a-z0-9]{60}'],
  ['cloudflare-key', 'v1.0-', '[a-f0-9]{24}-[a-f0-9]{146}'],
  ['contentful-token', 'CFPAT-', '[\\w-]{40,80}'],
  ['crates-token', 'cio', '[A-Za-z0-9]{32}'],
  ['databricks-token', 'dapi', '[a-f0-9]{32}(?:-\\d)?'],
  ['dnkey', 'dnkey-', '[\\w=-]{60,120}'],
  ['docker-token', 'dckr_pat_ dckr_oat_', '[\\w-]{20,60}'],
  ['doppler-token', 'dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.', '[\\w.-]{40,90}'],
  ['dropbox-token', 'sl.', '[\\w-]{100,1500}'],
  ['duffel-token', 'duffel_test_ duffel_live_', '[\\w=-]{40,50}'],
  ['dynatrace-token', 'dt0c01. dt0s01. dt0s16.', '[A-Za-z0-9]{24}\\.[A-Za-z0-9]{60,64}'],
  ['e2b-key', 'e2b_', '[a-f0-9]{40}'],
  ['easypost-key', 'EZAK EZTK', '[A-Za-z0-9]{54}'],
  ['facebook-token', 'EAA', '[A-Za-z0-9]{90,400}'],
  ['fcm-key', 'AAAA', '[\\w-]{7}:APA91b[\\w-]{100,200}'],
  ['figma-token', 'figd_ figu_ figo_', '[\\w-]{30,60}'],
  ['firecrawl-key', 'fc-', '[a-f0-9]{32}'],
  ['fireworks-key', 'fw_', '[A-Za-z0-9]{22,40}'],
  ['flutterwave-key', 'FLWSECK_TEST- FLWSECK-', '[A-Za-z0-9]{12,40}(?:-X)?'],
  ['fly-token', 'fo1_ fm1a_ fm1r_ fm2_', '[\\w+/=-]{40,1000}'],
  ['frameio-token', 'fio-u-', '[\\w=-]{60,70}'],
  ['gitlab-token', 'GR1348941', '[\\w-]{20}'],
  ['gocardless-token', 'live_', '[\\w=-]{40}'],
  ['google-code', '4/0A', '[\\w-]{40,200}'],
  ['grafana-key', 'eyJrIjoi', '[A-Za-z0-9+/]{70,400}={0,3}'],
  ['grafana-token', 'glc_ glsa_', '[\\w+/=]{32,400}'],
  ['harness-token', 'pat. sat.', '[\\w-]{22}\\.[a-zA-Z0-9]{24}\\.[a-zA-Z0-9]{20}'],
  ['heroku-key', 'HRKU-', '[\\w-]{30,70}'],
  ['honeycomb-key', 'hcaik_ hcbik_ hcamk_', '[A-Za-z0-9]{30,70}'],
  ['hubspot-token', 'pat-na1- pat-eu1- pat-na2-', '[0-9a-f-]{36}'],
  ['infracost-token', 'ico-', '[A-Za-z0-9]{32}'],
  ['intra42-secret', 's-s4t2ud- s-s4t2af-', '[a-f0-9]{64}'],
  ['jina-key', 'jina_', '[\\w-]{40,80}'],
  ['jwt-in-base64', 'ZXlKaGJHY2lPaU ZXlKMGVYQWlPaU', '[A-Za-z0-9+/]{60,2000}={0,2}'],
  ['langfuse-key', 'sk-lf- pk-lf-', '[0-9a-f-]{36}'],
  ['langsmith-key', 'lsv2_pt_ lsv2_sk_ ls__', '[a-f0-9]{32}(?:_[a-f0-9]{10})?'],
  [
    'launchdarkly-key',
    'sdk- mob- api-',
    '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
  ],
  ['linear-key', 'lin_api_ lin_oauth_', '[A-Za-z0-9]{32,80}'],
  ['lob-key', 'live_ test_', '(?:pub_)?[a-f0-9]{31,35}'],
  ['mapbox-token', 'sk.eyJ tk.eyJ', '[\\w-]{40,200}\\.[\\w-]{20,30}'],
  ['neon-key', 'napi_', '[a-z0-9]{50,80}'],
  ['netlify-token', 'nfp_ nfc_ nfo_ nfb_ nfu_', '[A-Za-z0-9_-]{30,60}'],
  ['newrelic-key', 'NRAK- NRJS- NRII- NRSP- NRRA-', '[A-Za-z0-9-]{19,42}'],
  ['notion-token', 'ntn_', '[A-Za-z0-9]{40,50}'],
  ['notion-token', 'secret_', '[A-Za-z0-9]{43}'],
  ['nuget-key', 'oy2', '[a-z0-9]{43}'],
  ['nvidia-key', 'nvapi-', '[\\w-]{60,80}'],
  ['octopus-key', 'API-', '[A-Z0-9]{26,32}'],
  ['openai-key', 'sess-', '[A-Za-z0-9]{40}'],
  ['openrouter-key', 'sk-or-v1- sk-or-', '[0-9a-f]{48,80}'],
  ['openshift-token', 'sha256~', '[\\w-]{43}'],
  ['perplexity-key', 'pplx-', '[A-Za-z0-9]{32,64}'],
  ['pinecone-key', 'pcsk_', '[\\w-]{40,90}'],
  ['plaid-token', 'access-sandbox- access-development- access-production-', '[0-9a-f-]{36}'],
  ['planetscale-token', 'pscale_tkn_ pscale_oauth_ pscale_pw_', '[\\w=.-]{32,64}'],
  ['posthog-key', 'phx_ phs_', '[A-Za-z0-9]{32,60}'],
  ['postman-key', 'PMAK- PMAT-', '[A-Za-z0-9]{24}-?[A-Za-z0-9]{0,34}'],
  ['prefect-key', 'pnu_ pnb_', '[A-Za-z0-9]{36}'],
  ['pulumi-token', 'pul-', '[a-f0-9]{40}'],
  ['razorpay-key', 'rzp_live_ rzp_test_', '[A-Za-z0-9]{14,24}'],
  ['readme-key', 'rdme_', '[a-z0-9]{60,90}'],
  ['render-key', 'rnd_', '[A-Za-z0-9]{28,40}'],
  ['replicate-token', 'r8_', '[A-Za-z0-9]{30,45}'],
  ['resend-key', 're_', '[A-Za-z0-9]{8}_[A-Za-z0-9]{20,30}'],
  ['rubygems-key', 'rubygems_', '[a-f0-9]{48}'],
  ['runpod-key', 'rpa_', '[A-Z0-9]{36,50}[a-z0-9]{0,8}'],
  ['scalingo-token', 'tk-us- tk-eu-', '[\\w-]{40,50}'],
  ['sentry-token', 'sntrys_ sntryu_ sntrya_ sntryi_', '[\\w+/=-]{40,600}'],
  ['settlemint-token', 'sm_aat_ sm_pat_ sm_sat_', '[A-Za-z0-9]{16}'],
  ['shippo-token', 'shippo_live_ shippo_test_', '[A-Fa-f0-9]{40}'],
  ['shopify-token', 'shpat_ shpca_ shppa_ shpss_ shpua_ shptka_', '[A-Za-z0-9]{32,64}'],
  ['sonar-token', 'squ_ sqp_ sqa_ sqb_', '[a-f0-9]{40}'],
  ['sourcegraph-token', 'sgp_ slk_', '(?:[\\w]{1,20}_)?[a-f0-9]{40,64}'],
  ['square-token', 'EAAAE sq0atp- sq0csp-', '[\\w-]{22,80}'],
  ['stytch-secret', 'secret-live- secret-test-', '[\\w=-]{30,60}'],
  ['supabase-key', 'sbp_ sb_secret_', '[\\w-]{30,60}'],
  ['tailscale-key', 'tskey-', '[A-Za-z]{3,12}-[\\w-]{16,80}'],
  ['tavily-key', 'tvly-', '[A-Za-z0-9-]{28,60}'],
  ['tencent-key', 'AKID', '[A-Za-z0-9]{32}'],
  ['trello-token', 'ATTA', '[a-f0-9]{60,72}'],
  ['typeform-token', 'tfp_', '[\\w.=-]{40,80}'],
  ['vault-token', 'hvs. hvb. hvr.', '[\\w-]{20,300}'],
  ['vault-token', 's.', '[A-Za-z0-9]{24}'],
  ['vercel-token', 'vcp_ vci_ vca_ vcr_ vck_ vercel_blob_rw_', '[\\w-]{24,80}'],
  ['wandb-key', 'wandb_v1_', '[\\w-]{40,90}'],
  ['xai-key', 'xai-', '[A-Za-z0-9]{60,100}'],
  ['yandex-key', 'AQVN YCAJ YCM y0_Ag t1.9', '[\\w.-]{35,250}=?']
]

/** Where the opening itself is no sign: names are made of these too, so digits are asked for; of a telling opening fewer. */
const spread = (secret: string, isTelling = false) =>
  new Set(secret).size >= (isTelling ? 8 : 10) &&
  !/x{6}|\*{3}|\.{3}/i.test(secret) &&
  (secret.match(/\d/g)?.length ?? 0) >= (isTelling ? 1 : 3) &&
  !/(?:[A-Za-z]{3,12}[_-]){3}/.test(secret)

/** So long an opening is met by chance nowhere. */
const telling = 6

const rules = rows.flatMap(([kind, openings, rest]) =>
  openings.split(' ').map((opening) => ({
    kind,
    opening,
    rest: new RegExp(`${rest}(?![A-Za-z0-9])`, 'y')
  }))
)

/** A name inside, or an end, is the sign. */
const inside: readonly (readonly [kind: string, sign: string, pattern: RegExp])[] = [
  ['terraform-token', '.atlasv1.', /[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,70}/g],
  [
    'authress-key',
    '.acc',
    /(?<![A-Za-z0-9])(?:sc|ext|scauth|authress)_[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[\w+/=-]{30,120}/g
  ],
  ['facebook-token', '|', /(?<!\d)\d{15,16}\|[A-Za-z0-9_-]{27,40}(?![\w-])/g],
  [
    'sidekiq-secret',
    'CONTRIBSYS__COM',
    /CONTRIBSYS__COM["']?[\s:=]{1,4}["']?(?<secret>[a-f0-9]{8}:[a-f0-9]{8})(?!\w)/g
  ],
  ['maxmind-key', '_mmk', /(?<![A-Za-z0-9])[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk(?!\w)/g],
  ['newrelic-key', 'NRAL', /(?<![A-Za-z0-9])[a-f0-9]{32,36}(?:FFFF)?NRAL(?![A-Za-z0-9])/g],
  ['telegram-token', ':AA', /(?<!\d)\d{8,10}:AA[\w-]{32,34}(?![\w-])/g],
  [
    'teams-webhook',
    'IncomingWebhook/',
    /IncomingWebhook\/(?<secret>[A-Za-z0-9]{32}(?:\/[\w-]{36})?)/g
  ],
  ['slack-webhook', 'hooks.slack.com/', /hooks\.slack\.com\/triggers\/(?<secret>[\w/-]{20,200})/g],
  ['okta-token', 'SSWS', /(?<![A-Za-z0-9])SSWS\s{1,2}(?<secret>[\w-]{30,60})/g],
  [
    'stripe-secret',
    '_secret_',
    /(?<![A-Za-z0-9])(?:pi|seti|cs)_[A-Za-z0-9]{14,40}_secret_[A-Za-z0-9]{14,40}/g
  ]
]

/** Finds tokens by the letters that their services put into them; text without these letters costs next to nothing. */
export function serviceTokens(text: string): Span[] {
  const opened = rules.flatMap((rule) => openedBy(text, rule))
  const marked = inside
    .filter(([, sign]) => text.includes(sign))
    .flatMap(([kind, , pattern]) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const secret = match.groups?.['secret'] ?? match[0]
        if (!spread(secret)) return []
        const start = match.index + match[0].lastIndexOf(secret)
        return [{ start, end: start + secret.length, kind }]
      })
    )
  return [...opened, ...marked]
}

function openedBy(text: string, { kind, opening, rest }: (typeof rules)[number]): Span[] {
  const spans: Span[] = []
  let start = text.indexOf(opening)
  while (start >= 0) {
    let next = start + opening.length
    // A long opening is known wherever it stands.
    if (opening.length >= telling || !/[A-Za-z0-9]/.test(text.charAt(start - 1))) {
      rest.lastIndex = next
      const found = rest.exec(text)
      if (found !== null && spread(found[0], opening.length >= telling)) {
        next += found[0].length
        spans.push({ start, end: next, kind })
      }
    }
    start = text.indexOf(opening, next)
  }
  return spans
}
