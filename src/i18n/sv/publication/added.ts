import { formatDate, formatNumber } from '#i18n/format.ts'

const names = { correction: 'Rättelse', withdrawal: 'Återkallelse' }
type Kind = keyof typeof names

/** What is said in public of a statement that was corrected or withdrawn. All else that is said of that is in `addenda.ts`. */
export const added = {
	titled: (kind: Kind, ordinal: number, label: string) =>
		kind === 'correction' ? `${names[kind]} ${ordinal} till ${label}` : `${names[kind]} av ${label}`,
	corrected: (on: string) => `Rättad den ${formatDate('sv', on)}`,
	withdrawn: (on: string) => `Återkallad den ${formatDate('sv', on)}`,
	read: (kind: Kind, ordinal: number) =>
		kind === 'correction' ? `Läs rättelse ${formatNumber('sv', ordinal)}` : 'Läs återkallelsen',
	withdrawnMeans: 'Föreningarna står inte längre bakom svaret. Det ligger kvar så att det går att läsa vad som stod.',
	marked: { correction: 'Rättad', withdrawal: 'Återkallad' },
}
