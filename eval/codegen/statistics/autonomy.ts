/** How good a piece of software is that a team wrote (Qian et al., Experiential Co-Learning, 2023). */
export interface SoftwareQuality {
  /** α: no placeholder is left in it (1 or 0; a share where it is a mean). */
  readonly completeness: number
  /** β: it compiles and runs. */
  readonly executability: number
  /** γ: cosine of the embeddings of what was asked for and of the code. */
  readonly consistency: number
}

/** Autonomy as α × β × γ. */
export function autonomy({ completeness, executability, consistency }: SoftwareQuality): number {
  return completeness * executability * consistency
}

/** Both readings of a team's autonomy: the paper's table has one column and does not say which it is. */
export function autonomyBothWays(tasks: readonly SoftwareQuality[]): {
  readonly productOfMeans: number
  readonly meanOfProducts: number
} {
  const average = (of: (task: SoftwareQuality) => number) =>
    tasks.reduce((sum, task) => sum + of(task), 0) / tasks.length
  return {
    productOfMeans: autonomy({
      completeness: average((task) => task.completeness),
      executability: average((task) => task.executability),
      consistency: average((task) => task.consistency)
    }),
    meanOfProducts: average(autonomy)
  }
}
