import { z } from 'zod'

/** What several tools are given. Lengths are those above which the memory refuses. */
export const fields = {
  task: z.string().trim().min(1).max(100_000),
  code: z.string().max(200_000),
  libraries: z
    .array(z.string().trim().min(1).max(300))
    .max(20)
    .describe('Libraries it is about: pandas, pandas@1.4.0.'),
  tokens: (usual: number) =>
    z.int().min(100).max(1_600).default(usual).describe('Length of the answer.'),
  id: z.string().trim().min(1).max(1_000)
} as const
