/** What may stand in a map that goes to or comes from the graph. */
export type GraphValue = string | number | boolean | null | readonly GraphValue[] | GraphMap
export interface GraphMap {
  readonly [key: string]: GraphValue
}

type Scalar = 'string' | 'int' | 'float' | 'boolean' | 'map'
export type ColumnType = Scalar | `${Scalar}[]` | `${Scalar}?` | `${Scalar}[]?`

/** One statement of cypher/, with its types. `batched` runs outside a transaction of ours (CALL … IN TRANSACTIONS). */
export interface Query<P, R> {
  readonly name: string
  readonly access: 'read' | 'write' | 'batched'
  /** Parameters that Cypher needs as integers; a JS number alone is sent as a float. */
  readonly integers: readonly string[]
  readonly columns: { readonly [K in keyof R]: ColumnType }
  readonly text: string
  /** Only for the compiler: ties the parameters' type to the value. */
  readonly params?: P
}
