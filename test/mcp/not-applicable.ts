/** Why Cairn need not pass a scenario of the conformance suite. */
const reasons = {
  fixture: 'calls a tool, a prompt or a resource that only the test server of the suite has',
  undeclared: 'asks for an optional capability that Cairn does not declare',
  input: 'has a tool ask its caller back, which no tool of Cairn does',
  headers: 'needs a tool whose arguments travel as headers, which none of Cairn does',
  tasks: 'the optional extension io.modelcontextprotocol/tasks, which Cairn does not declare'
} as const

type Reason = keyof typeof reasons

const scenarios: Readonly<Record<Reason, readonly string[]>> = {
  fixture: [
    'tools-call-simple-text',
    'tools-call-image',
    'tools-call-audio',
    'tools-call-embedded-resource',
    'tools-call-mixed-content',
    'tools-call-error',
    'tools-call-with-progress',
    'resources-read-text',
    'resources-read-binary',
    'resources-templates-read',
    'prompts-get-simple',
    'prompts-get-with-args',
    'prompts-get-embedded-resource',
    'prompts-get-with-image',
    'json-schema-2020-12',
    // Single checks of a scenario whose others have to pass.
    'server-stateless:sep-2575-http-server-no-independent-requests-on-stream',
    'server-stateless:sep-2575-missing-capability-http-400',
    'server-stateless:sep-2575-server-no-log-without-loglevel',
    'server-stateless:sep-2575-server-rejects-undeclared-capability'
  ],
  undeclared: [
    'completion-complete',
    'logging-set-level',
    'tools-call-with-logging',
    'resources-subscribe',
    'resources-unsubscribe'
  ],
  input: [
    'tools-call-sampling',
    'tools-call-elicitation',
    'elicitation-sep1034-defaults',
    'elicitation-sep1330-enums',
    'input-required-result-basic-elicitation',
    'input-required-result-basic-sampling',
    'input-required-result-basic-list-roots',
    'input-required-result-request-state',
    'input-required-result-multiple-input-requests',
    'input-required-result-multi-round',
    'input-required-result-non-tool-request',
    'input-required-result-result-type',
    'input-required-result-tampered-state',
    'input-required-result-capability-check'
  ],
  headers: ['http-custom-header-server-validation'],
  tasks: [
    'tasks-lifecycle',
    'tasks-capability-negotiation',
    'tasks-wire-fields',
    'tasks-request-state-removal',
    'tasks-mrtr-input',
    'tasks-request-headers',
    'tasks-dispatch-and-envelope',
    'tasks-required-task-error',
    'tasks-mrtr-composition'
  ]
}

/** What Cairn need not pass, a whole scenario or `scenario:check`, each with the reason. */
export const notApplicable: ReadonlyMap<string, string> = new Map(
  (Object.keys(scenarios) as Reason[]).flatMap((reason) =>
    scenarios[reason].map((name): [string, string] => [name, reasons[reason]])
  )
)
