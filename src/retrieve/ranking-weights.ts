/** Learned, not written: `npm run eval:fit-ranking -- --problems FILE --docs DIR… --traces FILE --embedder E` (eval/README.md tells how). */

/** One feature's part in the ranking: its weight in units of its standard deviation. */
export interface FeatureWeight {
  readonly feature: string
  readonly weight: number
  readonly mean: number
  readonly deviation: number
}
export type Weights = readonly FeatureWeight[]

/** One table for questions that documentation alone answers, one for those to which experience was recalled. */
export interface RankingWeights {
  readonly documentation: Weights
  readonly experience: Weights
}

/** Hashes of the families of questions that the weights were learned from: eval does not judge them by these. */
export const learnedFrom: readonly string[] =
  '017e16a3 01ce6e2d 03010acb 030c083a 03aadb23 04832dae 0493743c 050bdc39 079d6f5c 08f9f087 099147b3 099e0160 09b87f6b 0b481b57 0e5d0ff8 0fcde961 103dca85 11366c09 1184c3dd 13db319d 147c969b 16fd8353 173b2fcd 179f0962 1a02a751 1b8b7326 1becc470 1d1a1181 1df2f807 1e5d62e2 1eb7395e 1f0c6f84 1ff639cc 204ec1fc 20acecde 20faf601 21a6a932 21cbde49 21f68f21 2328cbaa 23697f2e 2485fc48 249aea04 26013519 28aa8ebb 28b3c286 28ddcddc 2ac493b1 2b01b185 2ce5a984 2cf05671 2dab4acb 2e0a5e4e 2e470454 2ed176d0 2ef5358c 2f74beec 2f975d67 304049c1 30da4fc2 31542ef8 338f0f1d 341cd17b 34f29813 367aae32 36da2eb4 3809e34a 384e3388 3853cacb 386acac4 38877603 3949606d 399a65e9 39f1ed77 39f865f3 3aff4b9d 3b569cf5 3c80b993 3c9780e8 3fdea8f8 403b885d 40822d02 413783e1 41e9b2c4 41eb24ca 4383e0d3 444d2a35 447d577a 44ede817 45c1e9a6 48ac8315 490a95cd 4975103e 498e2d89 49fb9aac 4a7173ac 4bb3b39b 4bc527c5 4c088c93 4c49fe16 4c8df67b 4ce1d680 4d185821 4d5e7259 4dc21cd6 4e1796c8 4e93ca75 4eca8a19 4ef1806d 4fbb6ca2 501347ff 51d7eb7b 531e7e7b 53293413 5382bcff 54a13a8a 57d15d46 58203512 586c0328 590c0867 59b1b131 59b23254 5a40bff9 5a8eeeb0 5cf0e89a 5d1fe847 5e36a577 5ea6cc5f 5f1a96d3 5f593b9d 6005b4cc 6124f44d 616b48f3 61db6303 62ed37da 63ecb3ed 64ce0abc 66707e1b 682b8f30 686beeba 6aa63033 6b0e04bf 6b4efd9c 6db3c7e4 6dfb027a 6e50d786 6e652bb0 707dcd5e 70d69b28 72625966 75020d7c 76480828 791ee749 7a87de4b 7beed24a 7c0b8cf3 7d2b8dea 7db28376 7ee880cd 7f6d532f 7fe42ce8 80303f41 81099139 81929c2f 81c61fe5 81f2855f 827606a2 832021a9 849fb404 84d10783 85119198 87c0004f 8b195414 8b212f44 8b973f9b 8c5d6d6c 8da288e7 8e100881 8e715011 8e87c382 8f5757a8 8fdcea04 901e054d 91360caf 91784723 9186ba6d 929596c9 92f5e596 938f3160 93c42d97 93e05a56 994d6c3b 99790fdd 99dc153f 9a305ea2 9cd3fcf6 9db3a224 9e7d27a4 9edb6ef5 9f49bfd0 9f5906f1 9fd4d957 a19c2b37 a37290fd a38d079a a489e044 a6b8e30f a742be99 a836b756 a97a3d91 ab77d988 abbb9f2c abf72e6a ad4ca13a af0fb2c8 af3abf3f af8e9b1b b07e7f8f b0bf749c b1d1ebb7 b24b0ce0 b49f7991 b4a38eed b5106d69 b821e528 b82722af b8e1aadc b8e29f93 b9065e9b b95d46bc b9c7577e b9c7e0ad ba2341df ba32f289 bb8c1258 bba2ed23 bc031139 bc311348 bd82cbb8 bda63d1d bdeb07e0 be0741b0 beb42638 bf5e7284 bf897781 c0a4dae8 c13f8a2d c2283055 c29981d7 c2dc9805 c35c4658 c39d3a17 c3db3fc1 c40c6063 c4d60090 c563af5b c6c15e6a c8087cb8 c8b3d131 c9a406ef c9d4f619 cacb35b4 cbefecf5 cc2326c5 cc832635 cd22b030 cd45b237 cddcfa5e ce1440da cfaea566 d05f917e d0a59bf8 d1d6f798 d233d521 d2c837cb d38a6f9c d577b021 d65bcbaa d706f7a7 d861a449 d8bbda62 da61b367 dac816ac dad77e0e db549355 dd4953b4 dddf9181 ddf9eb3c e1857391 e2bc211c e4122c78 e55a4dc5 e57f73a9 e5aa3ad0 e6c81a04 e732f1ca e78730d3 e78d2c88 e84b4d9a e8de2824 e9583f56 e9fd4172 ea574b78 ead9f0cc ecc5c2de ed5698ad edee0747 ee37637f eea24db7 efa0b1cc efbc30af f0381b70 f08963f7 f08a3b5c f0b98fa4 f0c2c888 f134e4cb f3bc0886 f3d73f7b f583cf82 f6086f0f f695bb7d f7978619 f8db46b8 f8e377d2 f8fea720 f9011a58 f9f1e36d fb16322e fc8b3a36 fcc292d4 fccc1352 fccf0c65 fcfa4cd9 fd5b2d26 fdc383e4 fe0a1487 fef85bfa ff3253f0 ffb545ea'.split(
    ' '
  )

export const rankingWeights: RankingWeights = {
  documentation: [
    { feature: 'similarity', weight: 0.15436, mean: 0.57025, deviation: 0.22849 },
    { feature: 'similarityGap', weight: 0.15436, mean: -0.42975, deviation: 0.22849 },
    { feature: 'similarityRank', weight: -0.23252, mean: 5.1609, deviation: 0.98531 },
    { feature: 'prior', weight: 0.18088, mean: 0.68804, deviation: 0.17957 },
    { feature: 'priorGap', weight: 0.1615, mean: -0.5473, deviation: 0.20219 },
    { feature: 'priorRank', weight: -0.020373, mean: 5.0871, deviation: 1.0141 },
    { feature: 'words', weight: 0.14081, mean: 0.05004, deviation: 0.15789 },
    { feature: 'wordsRank', weight: -0.01169, mean: 5.1337, deviation: 0.56577 },
    { feature: 'names', weight: -0.15081, mean: 0.03549, deviation: 0.13497 },
    { feature: 'namesRank', weight: -0.14994, mean: 5.105, deviation: 0.68504 },
    { feature: 'usage', weight: -0.026367, mean: 1.222, deviation: 1.7223 },
    { feature: 'mentions', weight: 0.033648, mean: 0.6678, deviation: 1.1457 },
    { feature: 'linked', weight: 0.21227, mean: 0.47898, deviation: 0.96842 },
    { feature: 'twins', weight: -0.13608, mean: 0.92573, deviation: 1.1198 },
    { feature: 'twinUsage', weight: 0.005773, mean: 1.435, deviation: 1.7653 },
    { feature: 'shareOfTwins', weight: -0.07447, mean: -0.213, deviation: 0.74954 },
    { feature: 'parentUsage', weight: -0.075534, mean: 4.2831, deviation: 3.0977 },
    { feature: 'depth', weight: -0.19807, mean: 1.8308, deviation: 1.0479 },
    { feature: 'length', weight: 0.28138, mean: 6.5906, deviation: 1.1943 },
    { feature: 'internal', weight: -0.028714, mean: 0.049925, deviation: 0.21779 },
    { feature: 'companion', weight: -0.0043283, mean: -8.7303, deviation: 1.2216 },
    { feature: 'twinSimilarity', weight: 0.09138, mean: 0.021828, deviation: 0.060708 },
    { feature: 'bestTwin', weight: -0.10872, mean: 0.7553, deviation: 0.42991 },
    { feature: 'shareOfParents', weight: 0.078184, mean: -0.76009, deviation: 1.814 },
    { feature: 'bestParent', weight: 0.21929, mean: 0.78067, deviation: 0.4138 },
    { feature: 'nameInQuestion', weight: 0.21484, mean: 0.045667, deviation: 0.20876 },
    { feature: 'nameCalled', weight: 0.11401, mean: 0.014179, deviation: 0.11823 },
    { feature: 'nameAfterDot', weight: -0.10367, mean: 0.016072, deviation: 0.12575 },
    { feature: 'exactName', weight: 0.015729, mean: 0.0041604, deviation: 0.064367 },
    { feature: 'partsInQuestion', weight: 0.15583, mean: 0.071571, deviation: 0.17809 },
    { feature: 'parentInQuestion', weight: 0.30105, mean: 0.29437, deviation: 0.45576 },
    { feature: 'parentHinted', weight: 0.28672, mean: 0.19867, deviation: 0.399 },
    { feature: 'libraryInProse', weight: 0.24568, mean: 0.29313, deviation: 0.4552 },
    { feature: 'isModule', weight: -0.072008, mean: 0.00984, deviation: 0.098708 },
    { feature: 'isClass', weight: -0.00029743, mean: 0.12844, deviation: 0.33458 },
    { feature: 'isFunction', weight: 0.35698, mean: 0.40723, deviation: 0.49132 },
    { feature: 'isMethod', weight: 0.092279, mean: 0.32913, deviation: 0.4699 },
    { feature: 'isAttribute', weight: 0.049467, mean: 0.048055, deviation: 0.21388 },
    { feature: 'isPage', weight: -0.12051, mean: 0.054224, deviation: 0.22646 },
    { feature: 'gap*usage', weight: 0.15909, mean: -0.76852, deviation: 1.2065 },
    { feature: 'parent*usage', weight: 0.085619, mean: 0.50953, deviation: 1.2082 },
    { feature: 'parts*name', weight: -0.10947, mean: 0.023322, deviation: 0.12301 },
    { feature: 'share*twin', weight: 0.058336, mean: -0.014308, deviation: 0.094326 },
    { feature: 'gap^2', weight: -0.16825, mean: 0.23689, deviation: 0.22874 },
    { feature: 'usage^2', weight: -0.29421, mean: 4.4598, deviation: 7.882 },
    { feature: 'companion^2', weight: -0.067745, mean: 77.711, deviation: 16.623 },
    { feature: 'length^2', weight: 0.22397, mean: 44.862, deviation: 14.505 },
    { feature: 'priorRank^2', weight: -0.50155, mean: 26.906, deviation: 8.7397 },
    { feature: 'familiesUsing', weight: 0, mean: 0, deviation: 1 },
    { feature: 'nearSolved', weight: 0, mean: 0, deviation: 1 },
    { feature: 'nearTwin', weight: 0, mean: 0, deviation: 1 }
  ],
  experience: [
    { feature: 'similarity', weight: 0.11714, mean: 0.56696, deviation: 0.22798 },
    { feature: 'similarityGap', weight: 0.11714, mean: -0.43304, deviation: 0.22798 },
    { feature: 'similarityRank', weight: -0.21277, mean: 5.1894, deviation: 0.98459 },
    { feature: 'prior', weight: 0.098625, mean: 0.68378, deviation: 0.18201 },
    { feature: 'priorGap', weight: 0.088998, mean: -0.55114, deviation: 0.2026 },
    { feature: 'priorRank', weight: -0.16216, mean: 5.1168, deviation: 1.0141 },
    { feature: 'words', weight: 0.14584, mean: 0.048454, deviation: 0.15572 },
    { feature: 'wordsRank', weight: -0.02408, mean: 5.1392, deviation: 0.55749 },
    { feature: 'names', weight: -0.10886, mean: 0.03435, deviation: 0.13287 },
    { feature: 'namesRank', weight: -0.10888, mean: 5.1111, deviation: 0.67544 },
    { feature: 'usage', weight: -0.034659, mean: 1.2005, deviation: 1.7133 },
    { feature: 'mentions', weight: -0.10921, mean: 0.6928, deviation: 1.1698 },
    { feature: 'linked', weight: 0.2918, mean: 0.46989, deviation: 0.9594 },
    { feature: 'twins', weight: -0.072811, mean: 0.93828, deviation: 1.1246 },
    { feature: 'twinUsage', weight: 0.0031334, mean: 1.4217, deviation: 1.7602 },
    { feature: 'shareOfTwins', weight: -0.085325, mean: -0.22124, deviation: 0.76716 },
    { feature: 'parentUsage', weight: 0.018301, mean: 4.3251, deviation: 3.0838 },
    { feature: 'depth', weight: -0.2182, mean: 1.8375, deviation: 1.0375 },
    { feature: 'length', weight: 0.25732, mean: 6.6005, deviation: 1.192 },
    { feature: 'internal', weight: -0.018527, mean: 0.048359, deviation: 0.21452 },
    { feature: 'companion', weight: -0.094575, mean: -8.7425, deviation: 1.2065 },
    { feature: 'twinSimilarity', weight: 0.056685, mean: 0.022127, deviation: 0.061307 },
    { feature: 'bestTwin', weight: -0.15152, mean: 0.75443, deviation: 0.43042 },
    { feature: 'shareOfParents', weight: 0.083524, mean: -0.76007, deviation: 1.8111 },
    { feature: 'bestParent', weight: 0.23206, mean: 0.77956, deviation: 0.41454 },
    { feature: 'nameInQuestion', weight: 0.14791, mean: 0.044872, deviation: 0.20702 },
    { feature: 'nameCalled', weight: 0.14356, mean: 0.013972, deviation: 0.11738 },
    { feature: 'nameAfterDot', weight: -0.10145, mean: 0.015816, deviation: 0.12476 },
    { feature: 'exactName', weight: -0.0093649, mean: 0.0040262, deviation: 0.063325 },
    { feature: 'partsInQuestion', weight: 0.12315, mean: 0.070243, deviation: 0.1768 },
    { feature: 'parentInQuestion', weight: 0.3023, mean: 0.29028, deviation: 0.45389 },
    { feature: 'parentHinted', weight: 0.2211, mean: 0.19951, deviation: 0.39963 },
    { feature: 'libraryInProse', weight: 0.23351, mean: 0.29172, deviation: 0.45455 },
    { feature: 'isModule', weight: -0.073685, mean: 0.0095019, deviation: 0.097014 },
    { feature: 'isClass', weight: 0.018686, mean: 0.12582, deviation: 0.33165 },
    { feature: 'isFunction', weight: 0.36511, mean: 0.40077, deviation: 0.49006 },
    { feature: 'isMethod', weight: 0.17585, mean: 0.33695, deviation: 0.47267 },
    { feature: 'isAttribute', weight: -0.042838, mean: 0.050303, deviation: 0.21857 },
    { feature: 'isPage', weight: -0.083378, mean: 0.052074, deviation: 0.22218 },
    { feature: 'gap*usage', weight: 0.12844, mean: -0.75308, deviation: 1.1972 },
    { feature: 'parent*usage', weight: 0.047168, mean: 0.4965, deviation: 1.1936 },
    { feature: 'parts*name', weight: -0.088585, mean: 0.02289, deviation: 0.1219 },
    { feature: 'share*twin', weight: -0.0085957, mean: -0.014667, deviation: 0.095076 },
    { feature: 'gap^2', weight: -0.14914, mean: 0.2395, deviation: 0.22838 },
    { feature: 'usage^2', weight: -0.5491, mean: 4.3764, deviation: 7.8408 },
    { feature: 'companion^2', weight: -0.10512, mean: 77.887, deviation: 16.432 },
    { feature: 'length^2', weight: 0.1742, mean: 44.987, deviation: 14.485 },
    { feature: 'priorRank^2', weight: -0.5079, mean: 27.211, deviation: 8.7941 },
    { feature: 'familiesUsing', weight: 0.2958, mean: 0.28953, deviation: 0.75319 },
    { feature: 'nearSolved', weight: 0.12891, mean: 0.0050905, deviation: 0.038058 },
    { feature: 'nearTwin', weight: -0.053173, mean: 0.011472, deviation: 0.067543 }
  ]
}
