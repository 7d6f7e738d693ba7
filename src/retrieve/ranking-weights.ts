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
    { feature: 'similarity', weight: 0.12764, mean: 0.5838, deviation: 0.21846 },
    { feature: 'similarityGap', weight: 0.12764, mean: -0.4162, deviation: 0.21846 },
    { feature: 'similarityRank', weight: -0.24894, mean: 5.1967, deviation: 0.98251 },
    { feature: 'prior', weight: 0.13652, mean: 0.70012, deviation: 0.1714 },
    { feature: 'priorGap', weight: 0.11562, mean: -0.52012, deviation: 0.2035 },
    { feature: 'priorRank', weight: -0.20852, mean: 5.1113, deviation: 1.0197 },
    { feature: 'words', weight: 0.048266, mean: 0.051158, deviation: 0.15802 },
    { feature: 'wordsRank', weight: -0.10373, mean: 5.129, deviation: 0.57108 },
    { feature: 'names', weight: -0.18084, mean: 0.035569, deviation: 0.13499 },
    { feature: 'namesRank', weight: -0.18593, mean: 5.1037, deviation: 0.68745 },
    { feature: 'usage', weight: -0.039644, mean: 1.2215, deviation: 1.7187 },
    { feature: 'mentions', weight: 0.032875, mean: 0.61998, deviation: 1.12 },
    { feature: 'linked', weight: 0.13152, mean: 0.48659, deviation: 0.9832 },
    { feature: 'twins', weight: -0.19581, mean: 0.85107, deviation: 1.0934 },
    { feature: 'twinUsage', weight: -0.046916, mean: 1.4242, deviation: 1.7675 },
    { feature: 'shareOfTwins', weight: 0.019684, mean: -0.2027, deviation: 0.74487 },
    { feature: 'parentUsage', weight: -0.15497, mean: 4.183, deviation: 3.1531 },
    { feature: 'depth', weight: -0.26661, mean: 1.7606, deviation: 1.0591 },
    { feature: 'length', weight: 0.21491, mean: 6.6947, deviation: 1.1282 },
    { feature: 'internal', weight: -0.08957, mean: 0.050658, deviation: 0.2193 },
    { feature: 'companion', weight: 0.024183, mean: -8.7276, deviation: 1.2016 },
    { feature: 'twinSimilarity', weight: 0.12309, mean: 0.02049, deviation: 0.059066 },
    { feature: 'bestTwin', weight: -0.11084, mean: 0.76432, deviation: 0.42442 },
    { feature: 'shareOfParents', weight: 0.14393, mean: -0.7098, deviation: 1.7477 },
    { feature: 'bestParent', weight: 0.053069, mean: 0.7938, deviation: 0.40457 },
    { feature: 'nameInQuestion', weight: 0.16226, mean: 0.048079, deviation: 0.21393 },
    { feature: 'nameCalled', weight: 0.12489, mean: 0.015473, deviation: 0.12343 },
    { feature: 'nameAfterDot', weight: -0.14803, mean: 0.017038, deviation: 0.12941 },
    { feature: 'exactName', weight: 0.022656, mean: 0.0041914, deviation: 0.064605 },
    { feature: 'partsInQuestion', weight: 0.11484, mean: 0.076349, deviation: 0.1837 },
    { feature: 'parentInQuestion', weight: 0.38802, mean: 0.30632, deviation: 0.46096 },
    { feature: 'parentHinted', weight: 0.33885, mean: 0.20477, deviation: 0.40354 },
    { feature: 'libraryInProse', weight: 0.18105, mean: 0.29206, deviation: 0.45471 },
    { feature: 'isModule', weight: -0.066499, mean: 0.010161, deviation: 0.10029 },
    { feature: 'isClass', weight: -0.12904, mean: 0.13478, deviation: 0.34148 },
    { feature: 'isFunction', weight: 0.38419, mean: 0.41458, deviation: 0.49265 },
    { feature: 'isMethod', weight: 0.14529, mean: 0.29671, deviation: 0.45681 },
    { feature: 'isAttribute', weight: -0.036718, mean: 0.045815, deviation: 0.20908 },
    { feature: 'isPage', weight: -0.18324, mean: 0.077585, deviation: 0.26752 },
    { feature: 'gap*usage', weight: -0.11255, mean: -0.73781, deviation: 1.1458 },
    { feature: 'parent*usage', weight: 0.055905, mean: 0.51263, deviation: 1.2088 },
    { feature: 'parts*name', weight: -0.043394, mean: 0.025234, deviation: 0.12767 },
    { feature: 'share*twin', weight: -0.065436, mean: -0.012396, deviation: 0.08685 },
    { feature: 'gap^2', weight: -0.14368, mean: 0.22095, deviation: 0.21159 },
    { feature: 'usage^2', weight: -0.34397, mean: 4.446, deviation: 7.8394 },
    { feature: 'companion^2', weight: -0.13164, mean: 77.615, deviation: 16.386 },
    { feature: 'length^2', weight: 0.22144, mean: 46.092, deviation: 13.819 },
    { feature: 'priorRank^2', weight: -0.24578, mean: 27.165, deviation: 8.8271 },
    { feature: 'familiesUsing', weight: 0, mean: 0, deviation: 1 },
    { feature: 'nearSolved', weight: 0, mean: 0, deviation: 1 },
    { feature: 'nearTwin', weight: 0, mean: 0, deviation: 1 }
  ],
  experience: [
    { feature: 'similarity', weight: 0.12264, mean: 0.5809, deviation: 0.21751 },
    { feature: 'similarityGap', weight: 0.12264, mean: -0.4191, deviation: 0.21751 },
    { feature: 'similarityRank', weight: -0.22301, mean: 5.2234, deviation: 0.98147 },
    { feature: 'prior', weight: 0.087444, mean: 0.69623, deviation: 0.17321 },
    { feature: 'priorGap', weight: 0.074716, mean: -0.52405, deviation: 0.20385 },
    { feature: 'priorRank', weight: -0.35519, mean: 5.1394, deviation: 1.0196 },
    { feature: 'words', weight: 0.063874, mean: 0.049614, deviation: 0.15598 },
    { feature: 'wordsRank', weight: -0.097273, mean: 5.1344, deviation: 0.5632 },
    { feature: 'names', weight: -0.14065, mean: 0.034432, deviation: 0.13292 },
    { feature: 'namesRank', weight: -0.13616, mean: 5.1098, deviation: 0.67797 },
    { feature: 'usage', weight: -0.052719, mean: 1.1994, deviation: 1.7087 },
    { feature: 'mentions', weight: -0.12406, mean: 0.64602, deviation: 1.1468 },
    { feature: 'linked', weight: 0.25, mean: 0.47876, deviation: 0.97536 },
    { feature: 'twins', weight: -0.11335, mean: 0.86549, deviation: 1.1002 },
    { feature: 'twinUsage', weight: -0.040213, mean: 1.41, deviation: 1.7616 },
    { feature: 'shareOfTwins', weight: -0.025598, mean: -0.21064, deviation: 0.76188 },
    { feature: 'parentUsage', weight: -0.026566, mean: 4.226, deviation: 3.1396 },
    { feature: 'depth', weight: -0.24953, mean: 1.7705, deviation: 1.0502 },
    { feature: 'length', weight: 0.20891, mean: 6.7008, deviation: 1.1274 },
    { feature: 'internal', weight: -0.07204, mean: 0.048934, deviation: 0.21573 },
    { feature: 'companion', weight: -0.078848, mean: -8.7392, deviation: 1.1883 },
    { feature: 'twinSimilarity', weight: 0.15955, mean: 0.020963, deviation: 0.060119 },
    { feature: 'bestTwin', weight: -0.096502, mean: 0.76376, deviation: 0.42477 },
    { feature: 'shareOfParents', weight: 0.076765, mean: -0.71111, deviation: 1.7478 },
    { feature: 'bestParent', weight: 0.10541, mean: 0.79274, deviation: 0.40534 },
    { feature: 'nameInQuestion', weight: 0.10528, mean: 0.047188, deviation: 0.21204 },
    { feature: 'nameCalled', weight: 0.14613, mean: 0.015191, deviation: 0.12231 },
    { feature: 'nameAfterDot', weight: -0.14653, mean: 0.016714, deviation: 0.1282 },
    { feature: 'exactName', weight: -0.0068913, mean: 0.0040616, deviation: 0.063601 },
    { feature: 'partsInQuestion', weight: 0.087569, mean: 0.074736, deviation: 0.1821 },
    { feature: 'parentInQuestion', weight: 0.39436, mean: 0.30183, deviation: 0.45905 },
    { feature: 'parentHinted', weight: 0.24942, mean: 0.20546, deviation: 0.40404 },
    { feature: 'libraryInProse', weight: 0.18249, mean: 0.29233, deviation: 0.45484 },
    { feature: 'isModule', weight: -0.071515, mean: 0.0098118, deviation: 0.098567 },
    { feature: 'isClass', weight: -0.16138, mean: 0.13198, deviation: 0.33847 },
    { feature: 'isFunction', weight: 0.35236, mean: 0.40833, deviation: 0.49152 },
    { feature: 'isMethod', weight: 0.23448, mean: 0.30522, deviation: 0.4605 },
    { feature: 'isAttribute', weight: -0.081322, mean: 0.048209, deviation: 0.21421 },
    { feature: 'isPage', weight: -0.10133, mean: 0.074461, deviation: 0.26252 },
    { feature: 'gap*usage', weight: -0.17585, mean: -0.72222, deviation: 1.1354 },
    { feature: 'parent*usage', weight: 0.020803, mean: 0.49932, deviation: 1.1939 },
    { feature: 'parts*name', weight: -0.0071118, mean: 0.024657, deviation: 0.12625 },
    { feature: 'share*twin', weight: -0.062311, mean: -0.013287, deviation: 0.091535 },
    { feature: 'gap^2', weight: -0.12758, mean: 0.22295, deviation: 0.21058 },
    { feature: 'usage^2', weight: -0.60536, mean: 4.3583, deviation: 7.7882 },
    { feature: 'companion^2', weight: -0.15305, mean: 77.785, deviation: 16.218 },
    { feature: 'length^2', weight: 0.17939, mean: 46.172, deviation: 13.81 },
    { feature: 'priorRank^2', weight: -0.21892, mean: 27.453, deviation: 8.8757 },
    { feature: 'familiesUsing', weight: 0.31636, mean: 0.28115, deviation: 0.74555 },
    { feature: 'nearSolved', weight: 0.16575, mean: 0.0042346, deviation: 0.023911 },
    { feature: 'nearTwin', weight: -0.20439, mean: 0.0093849, deviation: 0.045143 }
  ]
}
