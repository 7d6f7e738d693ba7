import type Sigma from 'sigma'
import { NodeProgram } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { drawAtlas, fieldOf, fields } from './glyph-atlas.js'
import type { Look } from './look.js'

/** What a node needs beside what Sigma knows of it. */
export interface GlyphData extends NodeDisplayData {
  readonly glyph: string
  /** Colour of the glyph. */
  readonly ink: string
  /** Only the rim is coloured. */
  readonly hollow: boolean
  readonly ring: 'none' | 'pinned' | 'chosen'
}

const corners = [0, (2 * Math.PI) / 3, (4 * Math.PI) / 3] as const

const rings = { none: 0, pinned: 1, chosen: 2 } as const

const vertexShader = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_marks;
attribute vec4 a_color;
attribute vec4 a_ink;
attribute vec4 a_id;
attribute float a_angle;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec4 v_ink;
varying vec2 v_from;
varying float v_radius;
varying float v_marks;
varying float v_pixel;

const float scale = 255.0 / 254.0;

void main() {
  // A triangle around the disc: its corners lie two diameters from the middle.
  float reach = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  v_from = reach * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + v_from, 1.0)).xy, 0.0, 1.0);
  v_radius = reach / 2.0;
  v_pixel = u_correctionRatio;
  v_marks = a_marks;
  v_ink = a_ink;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= scale;
}
`

const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_ink;
varying vec2 v_from;
varying float v_radius;
varying float v_marks;
varying float v_pixel;

uniform sampler2D u_atlas;
uniform vec4 u_ground;
uniform vec4 u_pinned;
uniform vec4 u_chosen;

void main() {
  float away = length(v_from);
  #ifdef PICKING_MODE
  gl_FragColor = away > v_radius ? vec4(0.0) : v_color;
  gl_FragColor.a = away > v_radius ? 0.0 : 1.0;
  #else
  if (away > v_radius) discard;
  float soft = v_pixel * 1.5;
  float field = mod(v_marks, 64.0);
  float hollow = mod(floor(v_marks / 64.0), 2.0);
  float ring = floor(v_marks / 128.0);

  // The rim: that of failed attempts, or that of what is pinned or chosen.
  float rim = ring > 0.5 ? 0.78 : 0.84;
  vec4 rimColor = ring > 1.5 ? u_chosen : ring > 0.5 ? u_pinned : v_color;
  vec4 inside = hollow > 0.5 ? u_ground : v_color;
  float inRim = (ring > 0.5 || hollow > 0.5) ? smoothstep(v_radius * rim - soft, v_radius * rim, away) : 0.0;

  vec2 unit = v_from / v_radius;
  vec2 cell = vec2(mod(field, ${String(fields)}.0), floor(field / ${String(fields)}.0));
  vec2 at = (cell + clamp(0.5 + vec2(unit.x, -unit.y) * 0.5, 0.02, 0.98)) / ${String(fields)}.0;
  // Too small to be read: not worth the look-up.
  float glyph = v_radius > v_pixel * 8.0 ? texture2D(u_atlas, at).a : 0.0;

  vec4 color = mix(inside, v_ink, glyph);
  color = mix(color, rimColor, inRim);
  float inDisc = 1.0 - smoothstep(v_radius - soft, v_radius, away);
  gl_FragColor = vec4(color.rgb, 1.0) * inDisc;
  #endif
}
`

const uniforms = [
  'u_matrix',
  'u_sizeRatio',
  'u_correctionRatio',
  'u_atlas',
  'u_ground',
  'u_pinned',
  'u_chosen'
] as const

type Uniform = (typeof uniforms)[number]
type Context = WebGLRenderingContext | WebGL2RenderingContext

/** Discs with a glyph on them. `look` is asked at every frame: the theme may change. */
export function createGlyphProgram(look: () => Look) {
  // Sigma knows programs only as classes.
  return class GlyphProgram extends NodeProgram<Uniform> {
    readonly atlas: WebGLTexture | null

    constructor(gl: Context, pickingBuffer: WebGLFramebuffer | null, renderer: Sigma) {
      super(gl, pickingBuffer, renderer)
      this.atlas = uploadAtlas(gl)
    }

    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_marks', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_ink', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_angle', size: 1, type: FLOAT }
        ]
      }
    }

    override processVisibleItem(id: number, start: number, data: NodeDisplayData): void {
      const { glyph, ink, hollow, ring } = data as GlyphData
      const marks = fieldOf(glyph) + (hollow ? 64 : 0) + rings[ring] * 128
      const looks = [marks, floatColor(data.color), floatColor(ink), id]
      // Each corner has all of it: drawing instances would spare that, yet without a graphics card it takes four times as long.
      for (const [corner, angle] of corners.entries()) {
        const values = [data.x, data.y, data.size, ...looks, angle]
        const from = start + corner * values.length
        for (const [i, value] of values.entries()) this.array[from + i] = value
      }
    }

    override setUniforms(
      params: RenderParams,
      {
        gl,
        uniformLocations
      }: { gl: Context; uniformLocations: Record<Uniform, WebGLUniformLocation> }
    ): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix)
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio)
      gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio)
      const { surface, muted, accent } = look()
      gl.uniform4fv(uniformLocations.u_ground, shareOf(surface))
      gl.uniform4fv(uniformLocations.u_pinned, shareOf(muted))
      gl.uniform4fv(uniformLocations.u_chosen, shareOf(accent))
      gl.activeTexture(gl.TEXTURE0)
      gl.bindTexture(gl.TEXTURE_2D, this.atlas)
      gl.uniform1i(uniformLocations.u_atlas, 0)
    }
  }
}

/** `#rrggbb` as four shares. */
function shareOf(colour: string): number[] {
  const at = (from: number) => parseInt(colour.slice(from, from + 2), 16) / 255
  return [at(1), at(3), at(5), 1]
}

function uploadAtlas(gl: Context): WebGLTexture | null {
  const texture = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawAtlas())
  gl.generateMipmap(gl.TEXTURE_2D)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR)
  return texture
}
