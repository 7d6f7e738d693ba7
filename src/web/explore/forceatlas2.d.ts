/** What the package leaves untyped: the pieces that its own worker is made of. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'
  function iterate(settings: ForceAtlas2Settings, nodes: Float32Array, edges: Float32Array): object
  export { iterate as default }
}

declare module 'graphology-layout-forceatlas2/helpers.js' {
  import type Graph from 'graphology'
  const helpers: {
    graphToByteArrays(
      graph: Graph,
      weightOf: () => number
    ): { nodes: Float32Array<ArrayBuffer>; edges: Float32Array<ArrayBuffer> }
  }
  export { helpers as default }
}

declare module 'graphology-layout-forceatlas2/defaults.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'
  const defaults: Required<ForceAtlas2Settings>
  export { defaults as default }
}
