/** Neo4j's score of a cosine index is (1 + cosine) / 2. */
export function cosineOf(score: number): number {
  return 2 * score - 1
}
