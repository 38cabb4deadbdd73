import { formatCount } from '#i18n/format.ts'
import type { RefusalsOf, RejectionOf } from '#i18n/refusals-of.ts'

/** What an amendment is, where something is asked of it that does not go with that. */
const amendmentIs: Readonly<Record<RejectionOf['amendmentState']['state'], string>> = {
	prepared: 'Yrkandet har inte lagts fram än.',
	open: 'Yrkandet är öppet.',
	withdrawn: 'Yrkandet är tillbakadraget.',
	adopted: 'Yrkandet är redan bifallet.',
	adoptedWithChanges: 'Yrkandet är redan bifallet med ändringar.',
	rejected: 'Yrkandet är redan avslaget.',
}

/** Why something is not done with an amendment. */
export const ofAmendments: RefusalsOf<
	| 'amendmentState'
	| 'amendmentChanged'
	| 'amendmentChangesNothing'
	| 'ownAmendment'
	| 'tooManyVersions'
	| 'tooManyAmendments'
	| 'tooManyOwnAmendments'
> = {
	amendmentState: ({ state }) => `${amendmentIs[state]} Läs vad det blev av det.`,
	amendmentChanged: () => 'Yrkandet fick en ny lydelse medan du läste. Läs den först, och tryck sedan igen.',
	amendmentChangesNothing: () => 'Det du skrev är som det står redan. Skriv vad ni vill ändra.',
	ownAmendment: () => 'Det är er förenings eget yrkande. Ni står redan bakom det.',
	tooManyVersions: ({ limit }) =>
		`Yrkandet har redan ${formatCount('sv', limit, 'lydelse', 'lydelser')}. Dra tillbaka det och lägg ett nytt.`,
	tooManyAmendments: ({ limit }) =>
		`Här får det plats ${formatCount('sv', limit, 'yrkande', 'yrkanden')}, och de är använda. Hör av dig till ordföranden.`,
	tooManyOwnAmendments: ({ limit }) =>
		`Ni har redan ${formatCount('sv', limit, 'yrkande', 'yrkanden')} på texten, så många som en förening kan ha. Skriv om ett av dem.`,
}
