import js from '@eslint/js'
import tseslint from 'typescript-eslint'

const onlyIn = (message, patterns) => [
  'error',
  { patterns: patterns.map((group) => ({ group: [group], message })) }
]

export default tseslint.config(
  { ignores: ['**/*.js', 'dist/**'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      complexity: ['error', 10],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/config.ts reads the environment.' }
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' }
      ],
      'no-restricted-imports': onlyIn('Only src/graph knows Neo4j, only src/model knows models.', [
        'neo4j-driver',
        'openai',
        '@huggingface/transformers'
      ]),
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Misfires on the driver's QueryConfig.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off'
    }
  },
  {
    files: ['src/graph/**', 'src/model/**', 'test/support/**'],
    rules: { 'no-restricted-imports': 'off' }
  },
  { files: ['src/config.ts', 'test/**'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['src/graph/queries.ts', 'src/graph/migrations.ts', 'src/api/resolver-types.ts'],
    rules: { 'max-lines': 'off' }
  },
  {
    files: ['test/**'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      'max-params': 'off',
      'no-restricted-imports': 'off'
    }
  }
)
