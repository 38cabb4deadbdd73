export const publication = {
	publish: 'Publicera',
	number: 'Nummer',
	publishedOn: 'Publicerat',
	correction: 'Rättelse',
	imported: 'Inlagt i efterhand',
	minutes: 'Protokoll',
	attestation: 'Justering',
	attester: 'Justerare',
}
