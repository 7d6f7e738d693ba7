const fields = 'what count examples { id title }'

export const healthDocument = /* GraphQL */ `
  query Health {
    health {
      orphans { ${fields} }
      missingVectors { ${fields} }
      neverUsedInsights { ${fields} }
      contradictedInsights { ${fields} }
      suspendedInsights { ${fields} }
      nearDuplicates { ${fields} }
      openGaps { ${fields} }
      failingJobs { ${fields} }
      rejectedWrites { ${fields} }
      silentHosts { ${fields} }
      emptyJobs { ${fields} }
      hurtingInsights { ${fields} }
      blockedQueue { ${fields} }
      staleLibraries { ${fields} }
    }
    status {
      embedder
      dimensions
      graph
      browserUrl
      nodes { name count }
      edges { name count }
    }
  }
`

export interface Finding {
  readonly what: string
  readonly count: number
  readonly examples: readonly { readonly id: string; readonly title: string }[]
}

export interface HealthAnswer {
  readonly health: {
    readonly orphans: readonly Finding[]
    readonly missingVectors: readonly Finding[]
    readonly neverUsedInsights: Finding
    readonly contradictedInsights: Finding
    readonly suspendedInsights: Finding
    readonly nearDuplicates: Finding
    readonly openGaps: Finding
    readonly failingJobs: Finding
    readonly rejectedWrites: Finding
    readonly silentHosts: Finding
    readonly emptyJobs: Finding
    readonly hurtingInsights: Finding
    readonly blockedQueue: Finding
    readonly staleLibraries: Finding
  }
  readonly status: {
    readonly embedder: string
    readonly dimensions: number
    readonly graph: string
    readonly browserUrl: string | null
    readonly nodes: readonly { readonly name: string; readonly count: number }[]
    readonly edges: readonly { readonly name: string; readonly count: number }[]
  }
}
