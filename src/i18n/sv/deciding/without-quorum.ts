import { formatCount } from '#i18n/format.ts'

/** What can be done where too few voted. */
export const withoutQuorum = {
	choose: 'Nu väljer ordföranden ett av tre: förlänga omröstningen, hålla den igen eller ta tillbaka texten.',
	extend: 'Förläng omröstningen',
	extensionMeans:
		'Samma omröstning fortsätter. Rösterna som finns gäller och kan ändras. Alla föreningar får ett brev med e-post. Det går att förlänga högst två gånger.',
	extendNow: 'Förläng',
	holdAgain: 'Håll omröstningen igen',
	repetitionMeans:
		'En ny omröstning om samma text, efter de regler som gäller nu. Alla röstar på nytt. Den förra står kvar i historiken.',
	holdAgainNow: 'Starta omröstningen igen',
	referralMeans: 'Texten kan skrivas om, och sedan prövas på nytt.',
	extended: (times: number, until: string) =>
		`För få hade röstat. Omröstningen har därför förlängts ${formatCount('sv', times, 'gång', 'gånger')}, och pågår nu till ${until}. Föreningar som redan har röstat kan ändra sin röst.`,
	isExtended: 'Omröstningen är förlängd',
	extendedNext: (when: string) =>
		`Varje förening får ett brev med e-post. De kan rösta, eller ändra sin röst, till ${when}.`,
	stayHidden: 'När för få röstar visas rösterna inte, och de räknas inte. Bara föreningen själv ser hur den röstade.',
}
