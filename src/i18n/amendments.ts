import { amendments as en } from '#i18n/en/amendment.ts'
import { consensus as enConsensus } from '#i18n/en/consensus.ts'
import { merging as enMerging } from '#i18n/en/merging.ts'
import type { Language } from '#i18n/index.ts'
import { amendments as sv } from '#i18n/sv/amendment.ts'
import { consensus as svConsensus } from '#i18n/sv/consensus.ts'
import { merging as svMerging } from '#i18n/sv/merging.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }
const ofMerging: Readonly<Record<Language, typeof svMerging>> = { sv: svMerging, en: enMerging }

/** What is said of amendments. Beside the catalogue, which all that starts carries. */
export const amendmentWords = (language: Language) => words[language]

/** What is said of putting them into the text. */
export const mergingWords = (language: Language) => ofMerging[language]

const ofConsensus: Readonly<Record<Language, typeof svConsensus>> = { sv: svConsensus, en: enConsensus }

/** What is said of asking about several in one question. */
export const consensusWords = (language: Language) => ofConsensus[language]
