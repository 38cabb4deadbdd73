import { amendments as en } from '#i18n/en/amendment.ts'
import { consensus as enConsensus } from '#i18n/en/consensus.ts'
import { amendmentBallot as enBallot } from '#i18n/en/deciding/amendment-ballot.ts'
import { merging as enMerging } from '#i18n/en/merging.ts'
import { proposing as enProposing } from '#i18n/en/proposing.ts'
import type { Language } from '#i18n/index.ts'
import { amendments as sv } from '#i18n/sv/amendment.ts'
import { consensus as svConsensus } from '#i18n/sv/consensus.ts'
import { amendmentBallot as svBallot } from '#i18n/sv/deciding/amendment-ballot.ts'
import { merging as svMerging } from '#i18n/sv/merging.ts'
import { proposing as svProposing } from '#i18n/sv/proposing.ts'

const words: Readonly<Record<Language, typeof sv>> = { sv, en }
const ofMerging: Readonly<Record<Language, typeof svMerging>> = { sv: svMerging, en: enMerging }
const ofProposing: Readonly<Record<Language, typeof svProposing>> = { sv: svProposing, en: enProposing }

const ofBallots: Readonly<Record<Language, typeof svBallot>> = { sv: svBallot, en: enBallot }

/** What is said of amendments. Beside the catalogue, which all that starts carries. */
export const amendmentWords = (language: Language) => words[language]

/** What is said of putting them into the text. */
export const mergingWords = (language: Language) => ofMerging[language]

/** What is said of proposing several from the whole text. */
export const proposingWords = (language: Language) => ofProposing[language]
/** What is said of putting them to a ballot. */
export const amendmentBallotWords = (language: Language) => ofBallots[language]
const ofConsensus: Readonly<Record<Language, typeof svConsensus>> = { sv: svConsensus, en: enConsensus }

/** What is said of asking about several in one question. */
export const consensusWords = (language: Language) => ofConsensus[language]
