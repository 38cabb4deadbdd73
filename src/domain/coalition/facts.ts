import type { CoalitionSettings, Former, Logo } from './coalition.ts'
import type { Hex } from './colour.ts'
import type { FactsOfTopics } from './topic-facts.ts'

/** What can happen: how a coalition is called, looks and is found. */
export type FactsOfCoalition = FactsOfTopics & {
	coalitionCreated: { readonly slug: string; readonly settings: CoalitionSettings; readonly demo: boolean }
	/** `former`: by what is decided until the settings' preset comes into force; null: it is in force. */
	coalitionChanged: { readonly settings: CoalitionSettings; readonly former: Former | null }
	accentChosen: { readonly accent: Hex | null }
	logoChosen: { readonly logo: Logo | null }
	/** Whether public pages are offered in English too. */
	englishOffered: { readonly offered: boolean }
	/** The coalition is found under another address; the earlier ones lead there. */
	slugChanged: { readonly slug: string }
}
