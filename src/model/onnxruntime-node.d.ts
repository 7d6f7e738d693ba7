/** The package's own declarations are not in what it publishes; it exports what onnxruntime-common declares. */
declare module 'onnxruntime-node' {
  export { InferenceSession, Tensor } from 'onnxruntime-common'
}
