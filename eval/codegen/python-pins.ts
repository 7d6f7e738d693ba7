/** The libraries of the experiments at their versions: always installed. */
export const pins: Readonly<Record<string, string>> = {
  pandas: '1.5.3',
  numpy: '1.26.4',
  scipy: '1.12.0',
  'scikit-learn': '1.4.0',
  matplotlib: '3.8.4',
  seaborn: '0.13.2',
  statsmodels: '0.14.1',
  xgboost: '2.0.3',
  PyYAML: '6.0.2',
  Pillow: '10.4.0'
}

/** Large ones: installed when asked for. */
export const optionalPins: Readonly<Record<string, string>> = {
  torch: '2.2.0',
  tensorflow: '2.16.1',
  gensim: '4.3.2'
}

/** The versions of Python that the pinned libraries have wheels for, the best first. */
export const pythonVersions = ['3.11', '3.10', '3.9'] as const
