/** Invented people for the demonstration: one delegate for each association, some without e-mail. */
export const ASSOCIATIONS = [
	{ name: 'Attention Stockholms län', area: 'Neuropsykiatri', delegate: 'Anna Lindqvist', email: 'anna@example.org' },
	{
		name: 'AnBo',
		area: 'Borderline/emotionellt instabil personlighet',
		delegate: 'Bo Hallén',
		email: 'bo@example.org',
	},
	{ name: 'Brukarföreningen Stockholm', area: 'Beroende', delegate: 'Birgitta Ek', email: 'birgitta@example.org' },
	// Shares an address with the delegate of Shedo, as couples and offices do.
	{ name: 'FMN', area: 'Anhöriga beroende', delegate: 'Fredrik Sund', email: 'kansliet@example.org' },
	// Without e-mail: signs in with a printed card.
	{ name: 'Fontänhuset Sköndal', area: 'Arbetsrehabilitering', delegate: 'Siv Nordin', email: null },
	{
		name: 'Fountain House Stockholm',
		area: 'Arbetsrehabilitering',
		delegate: 'Filippa Ros',
		email: 'filippa@example.org',
	},
	{
		name: 'OCD-föreningen Stockholms län',
		area: 'Tvångssyndrom/OCD',
		delegate: 'Oskar Vinge',
		email: 'oskar@example.org',
	},
	{
		name: 'Sane',
		area: 'PANS/PANDAS, psykiatriska symptom efter infektion',
		delegate: 'Sara Mellin',
		email: 'sara@example.org',
	},
	{ name: 'Shedo', area: 'Självskadebeteende', delegate: 'Hedda Strand', email: 'kansliet@example.org' },
] as const

export const CHAIR = { name: 'Ingrid Ahl', email: 'ordforande@example.org' }
export const SECRETARY = { name: 'Henrik Sjö', email: 'handlaggare@example.org' }
/** Deputy of the first association, for when the delegate is away. */
export const DEPUTY = { name: 'Dag Rehn', email: 'dag@example.org' }
/** Contributor of the second association: comments, and has no vote. */
export const CONTRIBUTOR = { name: 'Moa Krantz', email: 'moa@example.org' }
