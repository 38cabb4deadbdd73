import type { publication as swedish } from '#i18n/sv/publication.ts'

export const publication: typeof swedish = {
	publish: 'Publish',
	number: 'Number',
	publishedOn: 'Published',
	correction: 'Correction',
	imported: 'Added afterwards',
	minutes: 'Minutes',
	attestation: 'Attestation',
	attester: 'Attester',
}
